import Foundation
import TestSupport
import Testing

/// `wardline audit` where memory is short.
struct SlicedAuditCommandTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Too little for the sample's 12,000 rows, and enough for slices of them.
    private static let little = "50.2M"

    private func audit(_ memory: String, _ arguments: [String] = []) throws -> Wardline.Outcome {
        try Wardline.run(
            [
                "audit", "SampleData/requests.csv", "--memory", memory, "-o", folder("findings.csv"),
                "--rejects", folder("rejects.csv"), "--repairs", folder("repairs.csv"), "--summary",
                folder("summary.json"),
            ] + arguments)
    }

    @Test func `where memory is short the command writes and says what it does where there is enough`() throws
    {
        let names = ["findings.csv", "rejects.csv", "repairs.csv", "summary.json"]
        let whole = try audit("8G", ["--fail-over", "misrouted=1%"])
        let files = try names.map { try Data(contentsOf: URL(filePath: folder($0))) }
        let sliced = try audit(Self.little, ["--fail-over", "misrouted=1%"])
        #expect(whole.status == 2 && sliced.status == 2)
        #expect(whole.output == sliced.output && whole.errors == sliced.errors)
        for (name, file) in zip(names, files) {
            #expect(try Data(contentsOf: URL(filePath: folder(name))) == file, "\(name)")
        }
    }

    @Test func `what needs all requests at once is named where memory is short`() throws {
        let outcome = try audit(Self.little, ["--review", folder("review.csv"), "--sums"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("rows will need about"))
        #expect(outcome.errors.contains("without --review, --sums it is judged in slices"))
        #expect(!FileManager.default.fileExists(atPath: folder("findings.csv")))
    }
}
