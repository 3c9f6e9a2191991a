import Foundation
import Testing

/// `Docs/architecture.md` against the sources.
struct ArchitectureTests {
    @Test func `every rule has one or two files that the architecture names, and they are there`() throws {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "Docs/architecture.md"), encoding: .utf8)
        let table = try #require(
            text.components(separatedBy: "## Where a rule lives").last?
                .components(separatedBy: "## ").first)
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("?") }
        #expect(rows.count >= 20)
        let sources = Wardline.package.appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        for row in rows {
            let names = row.matches(of: /`([\w\/+]+\.swift|[\w\/]+)`/).map { String($0.1) }
            #expect((1...2).contains(names.count) && names.allSatisfy { $0.hasSuffix(".swift") }, "\(row)")
            for name in names {
                #expect(files.contains { $0 == name || $0.hasSuffix("/" + name) }, "\(name)")
            }
        }
    }
}
