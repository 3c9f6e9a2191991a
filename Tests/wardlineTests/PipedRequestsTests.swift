import Foundation
import Testing

/// Requests that come through a pipe with a name, as shells make it of `<(…)`: what is looked at is not read again.
struct PipedRequestsTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
    }

    /// Runs a command whose requests are fed into the pipe `pipe`.
    private func piped(_ command: String) throws -> Wardline.Outcome {
        try Wardline.shell(
            "mkfifo pipe; cat SampleData/requests.csv > pipe & timeout 300 wardline \(command) --city SampleData/city.yaml",
            in: folder)
    }

    @Test func `an audit of a pipe is that of the file`() throws {
        let outcome = try piped("audit pipe -o piped.csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.output.contains("12,000 rows in pipe (comma-separated): 12,000 requests read, 0 rejected")
        )
        _ = try Wardline.shell("wardline audit SampleData/requests.csv -o named.csv", in: folder)
        #expect(
            try Data(contentsOf: folder.appending(path: "piped.csv"))
                == Data(contentsOf: folder.appending(path: "named.csv")))
    }

    @Test func `the rows of a pipe are located, though they are read twice`() throws {
        let outcome = try piped("locate pipe -o located.csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = try String(contentsOf: folder.appending(path: "located.csv"), encoding: .utf8)
        #expect(rows.hasPrefix("sr_number,") && rows.split(separator: "\n").count == 12_001)
    }

    @Test func `a draft of a city file is not made from a pipe`() throws {
        let outcome = try Wardline.shell("mkfifo pipe; wardline init pipe", in: folder)
        #expect(outcome.status == 64 && outcome.errors.contains("more than once"))
    }
}
