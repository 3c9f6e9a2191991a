import Foundation
import TestSupport
import Testing

/// The generator as people run it: it stands beside the program that runs the tests.
private enum Generator {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Makes a city in a new folder.
    static func run(_ arguments: String...) throws -> GeneratedCity {
        let folder = try ScratchSpace.folder()
        let city = GeneratedCity(folder: folder)
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "SampleCity")
        process.arguments = arguments + ["--output", folder.path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return city
    }
}

/// A city's files.
private struct GeneratedCity {
    let folder: URL

    var files: [String] {
        get throws {
            try ["Boundaries", "SampleData"].flatMap { part in
                try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)
                    .map { "\(part)/\($0)" }
            }.sorted()
        }
    }

    func data(_ file: String) throws -> Data { try Data(contentsOf: folder.appending(path: file)) }

    func rows(_ file: String) throws -> [[String]] {
        try String(decoding: data(file), as: UTF8.self).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
}

struct SampleCityTests {
    @Test func `the generator makes the committed files, byte for byte, and together they are small`() throws
    {
        let city = try Generator.run()
        let files = try city.files
        #expect(files.contains("SampleData/requests.csv") && files.contains("SampleData/truth.csv"))
        var total = 0
        for file in files {
            let made = try city.data(file)
            #expect(try made == Data(contentsOf: Generator.package.appending(path: file)), "\(file)")
            total += made.count
        }
        #expect(total < 5 << 20)
    }

    @Test func `another seed and number give another city whose truth is about its own requests`() throws {
        let city = try Generator.run("--seed", "7", "--requests", "1500")
        let requests = try city.rows("SampleData/requests.csv")
        #expect(requests.count == 1500)
        let ids = Set(requests.map { $0[0] })
        #expect(ids.count == 1500)
        let truth = try city.rows("SampleData/truth.csv")
        #expect(!truth.isEmpty)
        #expect(truth.allSatisfy { ids.contains($0[0]) })
        let committed = try Data(contentsOf: Generator.package.appending(path: "SampleData/requests.csv"))
        #expect(
            try city.data("SampleData/requests.csv")
                != committed.prefix(city.data("SampleData/requests.csv").count))
    }
}
