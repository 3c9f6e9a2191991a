import Foundation
import Testing

/// The recipes of `Docs/automation.md`, run as they stand there.
struct AutomationTests {
    private let folder: URL
    private let text: String

    init() throws {
        folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
        text = try String(
            contentsOf: Wardline.package.appending(path: "Docs/automation.md"), encoding: .utf8)
    }

    /// The blocks of one language.
    private func blocks(_ language: String) -> [String] {
        text.components(separatedBy: "```\(language)\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
    }

    @Test func `the weekly script keeps the last findings and tells what is new`() throws {
        let script = try #require(blocks("sh").first { $0.hasPrefix("#!/bin/sh") })
        try Data(script.utf8).write(to: folder.appending(path: "weekly"))
        let first = try Wardline.shell("sh weekly SampleData/requests.csv audit", in: folder)
        #expect(first.status == 0, "\(first.errors)")
        #expect(!first.output.contains("Since findings.csv"))
        let second = try Wardline.shell("sh weekly SampleData/requests.csv audit", in: folder)
        #expect(second.status == 0, "\(second.errors)")
        #expect(second.output.contains("Since findings.csv"))
        for name in ["findings.csv", "rejects.csv", "repairs.csv", "changes.csv", "summary.txt"] {
            #expect(
                FileManager.default.fileExists(atPath: folder.appending(path: "audit/\(name)").path),
                "\(name)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "audit/new.csv").path))
        // A failure leaves the last findings as they are.
        let failed = try Wardline.shell("sh weekly SampleData/nothing.csv audit", in: folder)
        #expect(failed.status == 1)
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "audit/findings.csv").path))
        let strict = script.replacing("misrouted=5%", with: "misrouted=1%")
        try Data(strict.utf8).write(to: folder.appending(path: "strict"))
        #expect(try Wardline.shell("sh strict SampleData/requests.csv audit", in: folder).status == 2)
    }

    @Test func `cron, timer and integration name what is there`() throws {
        let (units, yaml) = (blocks("ini"), try #require(blocks("yaml").first))
        #expect(units.count == 2)
        let cron = try #require(text.split(separator: "\n").first { $0.hasPrefix("0 6 * * 1 ") })
        let command = cron.drop { $0 != "/" }
        #expect(units[0].contains("ExecStart=\(command)\n"))
        for step in yaml.split(separator: "\n").filter({ $0.contains("run: wardline ") }) {
            let line = step.drop { $0 != "w" }
            let outcome = try Wardline.shell(String(line), in: folder)
            #expect(outcome.status == 0, "\(line): \(outcome.errors)")
        }
        for (name, unit) in zip(["wardline.service", "wardline.timer"], units) {
            // As systemd reads them: sections, keys and values.
            for line in unit.split(separator: "\n") {
                #expect(line.hasPrefix("[") && line.hasSuffix("]") || line.contains("="), "\(name): \(line)")
            }
        }
    }
}
