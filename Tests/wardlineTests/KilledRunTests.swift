import Foundation
import TestSupport
import Testing

/// Runs that are killed while they write.
struct KilledRunTests {
    private let folder: URL
    private let requests: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        requests = folder.appending(path: "requests.csv")
        let sample = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let lines = sample.split(separator: "\n").prefix(400)
        try (lines.joined(separator: "\n") + "\n").write(to: requests, atomically: true, encoding: .utf8)
    }

    /// Starts an audit that writes findings, and kills it after a time.
    private func auditKilled(after seconds: Double) throws {
        let script = """
            timeout --signal=KILL \(seconds) wardline audit requests.csv \
                --city \(Wardline.package.path)/SampleData/city.yaml --all -o findings.csv >/dev/null 2>&1; true
            """
        _ = try Wardline.shell(script, in: folder)
    }

    @Test func `a run that is killed leaves the old file or the new, and the next run what it left`() throws {
        let whole = try Wardline.shell(
            "wardline audit requests.csv --city \(Wardline.package.path)/SampleData/city.yaml --all -o findings.csv",
            in: folder)
        #expect(whole.status == 0, "\(whole.errors)")
        let findings = folder.appending(path: "findings.csv")
        let new = try Data(contentsOf: findings)
        let old = Data("old\n".utf8)
        let isLong = LongTests.areAsked
        var numbers = SeededNumbers(9)
        for _ in 0..<(isLong ? 200 : 20) {
            try old.write(to: findings)
            try auditKilled(after: Double.random(in: 0.01...1.2, using: &numbers))
            let found = try Data(contentsOf: findings)
            #expect(found == old || found == new)
        }
        try Data().write(to: folder.appending(path: ".findings.csv.999999999-1x.part"))
        let last = try Wardline.shell(
            "wardline audit requests.csv --city \(Wardline.package.path)/SampleData/city.yaml --all -o findings.csv",
            in: folder)
        #expect(last.status == 0)
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == [
                "requests.csv", "findings.csv",
            ])
    }
}
