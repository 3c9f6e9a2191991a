import Foundation
import TestSupport
import Testing

/// `wardline audit` where memory is short.
struct SlicedAuditCommandTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Too little for the sample's 12,000 rows, and enough for slices of them.
    private static let little = "105.5M"

    private func audit(
        _ memory: String, _ arguments: [String] = [], of requests: String = "SampleData/requests.csv"
    ) throws -> Wardline.Outcome {
        try Wardline.run(
            [
                "audit", requests, "--memory", memory, "-o", folder("findings.csv"),
                "--rejects", folder("rejects.csv"), "--repairs", folder("repairs.csv"), "--summary",
                folder("summary.json"),
            ] + arguments)
    }

    @Test func `where memory is short the command writes and says what it does where there is enough`() throws
    {
        try compare(of: "SampleData/requests.csv")
    }

    /// Towns, blocks, dates that are missing, ids that come again, private categories.
    @Test func `it does so where requests are told by others far off in the file`() throws {
        let (requests, _) = try DoubtfulCity.write(to: folder, seed: 7, plain: 14_000)
        let whole = try compare(of: requests)
        #expect(whole.output.contains("requests lie across the border street from their house numbers"))
        #expect(whole.output.contains("have no date and would be right under another edition"))
        #expect(whole.output.contains("superseded"))
    }

    @discardableResult private func compare(of requests: String) throws -> Wardline.Outcome {
        let names = ["findings.csv", "rejects.csv", "repairs.csv", "summary.json"]
        let whole = try audit("8G", ["--fail-over", "misrouted=1%"], of: requests)
        let files = try names.map { try Data(contentsOf: URL(filePath: folder($0))) }
        let sliced = try audit(Self.little, ["--fail-over", "misrouted=1%"], of: requests)
        #expect(whole.status == 2 && sliced.status == 2)
        #expect(whole.output == sliced.output && whole.errors == sliced.errors)
        for (name, file) in zip(names, files) {
            #expect(try Data(contentsOf: URL(filePath: folder(name))) == file, "\(name)")
        }
        return whole
    }

    @Test func `what needs all requests at once is named where memory is short`() throws {
        let outcome = try audit(Self.little, ["--review", folder("review.csv"), "--sums"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("rows will need about"))
        #expect(outcome.errors.contains("without --review, --sums it is judged in slices"))
        #expect(!FileManager.default.fileExists(atPath: folder("findings.csv")))
    }
}
