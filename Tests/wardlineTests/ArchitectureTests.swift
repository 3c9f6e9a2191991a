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

    /// Options, texts for people and the terminal; a rule belongs into a module.
    @Test func `the command is at most 4,500 lines`() throws {
        let folder = Wardline.package.appending(path: "Sources/wardline")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }
        let lines = try names.reduce(0) { sum, name in
            try sum
                + String(contentsOf: folder.appending(path: name), encoding: .utf8).utf8
                .count { $0 == UInt8(ascii: "\n") }
        }
        #expect((1000...4500).contains(lines))
    }
}
