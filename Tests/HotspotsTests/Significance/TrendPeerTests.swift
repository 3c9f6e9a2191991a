import Foundation
import Geometry
import Statistics
import Testing

@testable import Hotspots

private let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
/// Python with the packages of Tests/Tools/requirements.txt, as `make test-tools` installs them.
private let python = package.appending(path: ".build/test-tools/bin/python").path
private let hasPython = FileManager.default.isExecutableFile(atPath: python)

/// Case 74: the trend of `emerging` against pymannkendall's, cell by cell.
@Suite(.enabled(if: hasPython, "make test-tools has not been run")) struct TrendPeerTests {
    @Test(arguments: [8, 13, 24])
    func `the trend of every cell is that of pymannkendall`(slices count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let points = (0..<144).map { ProjectedPoint(x: Double($0 % 12) * 100, y: Double($0 / 12) * 100) }
        let places = try GridPlaces(grid: PlaceGrid(shape: .square, cellSize: 100), points: points)
        let middle = ProjectedPoint(x: 500, y: 500)
        // Few reports, so that many slices are equal; a place that grows; and slices that say the same as the one before.
        var slices: [EmergingSlice] = []
        for slice in 0..<count {
            let counts = points.map { point in
                let rate = point.distance(to: middle) < 250 ? 0.3 + Double(slice) / Double(count) : 0.05
                return Double((0..<4).count { _ in generator.nextUnit() < rate })
            }
            let repeated = slice % 5 == 4 ? slices[slice - 1].counts : counts
            slices.append(
                EmergingSlice(counts: repeated, spots: [Spot](repeating: .neither, count: points.count)))
        }
        let histories = try emergingHistories(
            of: slices, neighborhoods: Neighborhoods(touchingIn: places))
        let peers = try peers(of: histories.map { $0.z.map { ($0 * 1e9).rounded() / 1e9 } })
        try #require(peers.count == histories.count)
        for (history, peer) in zip(histories, peers) {
            let trend = history.trend
            let own = [
                Double(trend.score), trend.variance, trend.z, trend.p, trend.tau, trend.slope,
            ]
            #expect(agree(own, peer), "\(history.z)")
        }
        #expect(histories.contains { $0.trend.trend(significance: 0.05) == .rising })
    }

    private func peers(of series: [[Double]]) throws -> [[Double]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "trends-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "series"), folder.appending(path: "trends"))
        let lines = series.map { $0.map { "\($0)" }.joined(separator: ",") }.joined(separator: "\n")
        try Data("\(lines)\n".utf8).write(to: input)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [package.appending(path: "Tests/Tools/trends.py").path]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",").compactMap { Double($0) }
        }
    }
}
