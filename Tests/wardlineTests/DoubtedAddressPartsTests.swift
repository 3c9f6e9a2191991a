import Foundation
import Testing

/// Requests of which a part alone has the addresses of other places.
struct DoubtedAddressPartsTests {
    private let folder: URL
    private let header: String
    private let rows: [[String]]
    private let address: Int
    private let channel: Int

    init() throws {
        folder = try Wardline.scratchFolder()
        let lines = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8
        ).split(separator: "\n").filter { !$0.contains("\"") }.prefix(1_501).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        header = lines[0].joined(separator: ",")
        rows = Array(lines[1...])
        address = try #require(lines[0].firstIndex(of: "address"))
        channel = try #require(lines[0].firstIndex(of: "channel"))
    }

    /// Writes the rows with the addresses of others where that is wanted, and audits them by district.
    private func audit(
        _ name: String, first: Int = 1_500, _ options: [String] = [], isMoved: (Int, [String]) -> Bool
    ) throws -> (repairs: Int, misrouted: Int, summary: String) {
        let rows = Array(rows.prefix(first))
        let moved = rows.indices.filter { isMoved($0, rows[$0]) }
        var texts = rows
        // Each has the address of the next one of them.
        for (index, row) in moved.enumerated() {
            texts[row][address] = rows[moved[(index + 1) % moved.count]][address]
        }
        let file = folder.appending(path: "\(name).csv")
        try Data(
            ([header] + texts.map { $0.joined(separator: ",") }).joined(separator: "\n").appending("\n").utf8
        ).write(to: file)
        let repairs = folder.appending(path: "repairs.csv").path
        let outcome = try Wardline.succeed(
            [
                "audit", file.path, "--city", "SampleData/city.yaml", "--layer", "district", "--repairs",
                repairs,
            ] + options)
        let misrouted = outcome.output.split(separator: "\n").first { $0.hasPrefix("misrouted ") }
        let count = misrouted?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (
            try String(contentsOfFile: repairs, encoding: .utf8).split(separator: "\n").count - 1, count ?? 0,
            outcome.output
        )
    }

    // 246 repairs of such a file were certain, where the truth has 19.
    @Test func `the addresses of one channel that are others' accuse nobody and repair nothing`() throws {
        let own = try audit("own") { _, _ in false }
        #expect(!own.summary.contains("are doubtful"), "\(own.summary)")
        let web = try audit("web") { _, row in row[channel] == "Web" }
        #expect(web.summary.contains("The addresses of channel Web are doubtful: of "), "\(web.summary)")
        #expect(web.repairs <= own.repairs && web.misrouted <= own.misrouted + 5, "\(web) \(own.misrouted)")
    }

    // 546 repairs of such a file were certain.
    @Test func `the later part of a file whose addresses are shifted by a row is doubted alone`() throws {
        let own = try audit("own") { _, _ in false }
        let half = try audit("half") { index, _ in index >= 800 }
        let doubts = half.summary.split(separator: "\n").filter { $0.contains("are doubtful") }
        #expect(doubts.count == 1 && doubts[0].hasPrefix("The addresses of line"), "\(doubts)")
        #expect(half.repairs <= own.repairs && half.misrouted <= own.misrouted + 5, "\(half)")
        #expect(half.repairs * 4 > own.repairs, "what stands before is repaired: \(half.repairs)")
    }

    @Test func `a few wrong addresses of a small file raise no doubt`() throws {
        let small = try audit("small", first: 100) { index, _ in index % 4 == 0 }
        #expect(!small.summary.contains("are doubtful"), "\(small.summary)")
    }

    @Test func `a part of the file is doubted by facts as within the whole`() throws {
        _ = try audit("web") { _, row in row[channel] == "Web" }
        let facts = folder.appending(path: "facts.json").path
        let made = try Wardline.succeed(
            [
                "facts", folder.appending(path: "web.csv").path, "--city", "SampleData/city.yaml", "-o",
                facts,
            ])
        #expect(made.output.contains("The addresses of channel Web are doubtful"), "\(made.output)")
        let day = try audit("day", first: 40, ["--facts", facts]) { _, _ in false }
        #expect(day.summary.contains("The addresses of channel Web are doubtful"), "\(day.summary)")
    }
}
