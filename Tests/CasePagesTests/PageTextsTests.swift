import Foundation
import PageLanguage
import Testing

@testable import CasePages

/// The texts that pages ask a catalogue for, as the sources write them: `words("…")`, `{{=…}}` in templates and `t('…')`
/// in scripts, and the words that come from lists.
private struct PageTexts {
    let keys: [String]
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let template = package.appending(path: "Docs/pages.pot")

    init() throws {
        var found: [String] = []
        for folder in ["CasePages", "Maps", "PageLanguage"] {
            for file in try Self.files(in: folder) {
                guard ["swift", "html", "js"].contains(file.pathExtension) else { continue }
                let text = try String(contentsOf: file, encoding: .utf8)
                switch file.pathExtension {
                case "swift": found += Self.literals(in: text)
                case "html": found += text.matches(of: /\{\{=(.*?)\}\}/).map { String($0.1) }
                case "js": found += text.matches(of: /\bt\('([^']*)'/).map { String($0.1) }
                default: break
                }
            }
        }
        keys = Set(found + PageWords.listed + MapWording.listed).sorted()
    }

    private static func files(in folder: String) throws -> [URL] {
        let root = package.appending(path: "Sources/\(folder)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return names.map { root.appending(path: $0) }
    }

    /// Each literal behind `words(`, its interpolations as `{1}`, `{2}`….
    private static func literals(in source: String) -> [String] {
        let code = source.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.joined(separator: "\n")
        return code.matches(of: /(?:words|self)\(\s*"/).map { key(code[$0.range.upperBound...]) }
    }

    /// Reads a literal from behind its opening quotes on.
    private static func key(_ text: Substring) -> String {
        var rest = text
        var key = ""
        var gaps = 0
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let next = rest.popFirst() {
                if next == "(" {
                    skipInterpolation(&rest)
                    gaps += 1
                    key += "{\(gaps)}"
                } else {
                    key.append(next)
                }
            } else {
                key.append(character)
            }
        }
        return key
    }

    private static func skipInterpolation(_ rest: inout Substring) {
        var depth = 1
        while depth > 0, let character = rest.popFirst() {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"":
                while let inner = rest.popFirst(), inner != "\"" { if inner == "\\" { _ = rest.popFirst() } }
            default: break
            }
        }
    }

    /// What translators begin with.
    var template: String {
        let entries = keys.map { "\nmsgid \"\(Self.escaped($0))\"\nmsgstr \"\"\n" }
        return """
            # The texts of Wardline's pages, for translators: copy the file, name its language below, fill in the second
            # lines, and use it with `wardline map --language FILE`. {1}, {2}… are gaps; their order is the language's.
            # The msgstr of "1,000" shows how thousands are parted. Titles of layers and categories may be added.
            msgid ""
            msgstr ""
            "Language: \\n"
            "Content-Type: text/plain; charset=UTF-8\\n"

            """ + entries.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}

@Suite struct PageTextsTests {
    private let texts: PageTexts

    init() throws { texts = try PageTexts() }

    @Test func `Spanish has each text of the pages, and no other`() throws {
        let spanish = try PageWords(language: "es").translations
        #expect(texts.keys.count > 150)
        #expect(texts.keys.filter { spanish[$0] == nil } == [])
        #expect(Set(spanish.keys).subtracting(texts.keys) == [])
    }

    /// `make docs` writes it anew.
    @Test func `the template for translators has each text`() throws {
        if ProcessInfo.processInfo.environment["WARDLINE_WRITE_DOCS"] != nil {
            try Data(texts.template.utf8).write(to: PageTexts.template)
        }
        let written = try String(contentsOf: PageTexts.template, encoding: .utf8)
        #expect(written == texts.template)
    }
}
