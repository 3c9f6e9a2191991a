import Foundation
import PageLanguage
import Testing

@testable import CasePages

/// A text that pages ask a catalogue for.
private struct PageKey: Hashable, Comparable {
    let text: String
    var context: String?

    /// As catalogues hold it.
    var joined: String { PageWords.key(text, context: context) }

    static func < (one: Self, other: Self) -> Bool {
        (one.text, one.context ?? "") < (other.text, other.context ?? "")
    }
}

/// The texts that pages ask a catalogue for, as the sources write them: `words("…")`, `{{=…}}` in templates and `t('…')`
/// in scripts, and the words that come from lists.
private struct PageTexts {
    let keys: [PageKey]
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let template = package.appending(path: "Docs/pages.pot")

    init() throws {
        var found: [PageKey] = []
        for folder in ["CasePages", "Closures", "Maps", "PageLanguage", "ReportPages", "ServiceLevels"] {
            for file in try Self.files(in: folder) {
                guard ["swift", "html", "js"].contains(file.pathExtension) else { continue }
                let text = try String(contentsOf: file, encoding: .utf8)
                switch file.pathExtension {
                case "swift": found += Self.literals(in: text)
                case "html": found += text.matches(of: /\{\{=(.*?)\}\}/).map { PageKey(text: String($0.1)) }
                case "js": found += text.matches(of: /\bt\('([^']*)'/).map { PageKey(text: String($0.1)) }
                default: break
                }
            }
        }
        found += (PageWords.listed + MapWording.listed).map { PageKey(text: $0) }
        keys = Set(found).sorted()
    }

    private static func files(in folder: String) throws -> [URL] {
        let root = package.appending(path: "Sources/\(folder)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return names.map { root.appending(path: $0) }
    }

    /// Each literal behind `words(`, its interpolations as `{1}`, `{2}`…, with its context.
    private static func literals(in source: String) -> [PageKey] {
        let code = source.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.joined(separator: "\n")
        return code.matches(of: /(?:words|self)\(\s*("""\n|")/).map { match in
            var rest = code[match.range.upperBound...]
            let text = text(&rest, isBlock: match.1.count > 1)
            let context = rest.prefixMatch(of: /,\s*context:\s*"([^"]*)"/).map { String($0.1) }
            return PageKey(text: text, context: context)
        }
    }

    /// Reads a literal from behind its opening quotes to behind its closing ones. The lines of a long one end in backslashes.
    private static func text(_ rest: inout Substring, isBlock: Bool) -> String {
        var text = ""
        var gaps = 0
        if isBlock { rest = rest.drop { $0 == " " } }
        while let character = rest.popFirst(), isBlock || character != "\"" {
            if character == "\n", rest.drop(while: { $0 == " " }).hasPrefix("\"\"\"") {
                rest = rest.drop { $0 == " " }.dropFirst(3)
                break
            }
            guard character == "\\", let next = rest.popFirst() else {
                text.append(character)
                continue
            }
            switch next {
            case "(":
                skipInterpolation(&rest)
                gaps += 1
                text += "{\(gaps)}"
            case "\n": rest = rest.drop { $0 == " " }
            default: text.append(next)
            }
        }
        return text
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
        let entries = keys.map { key in
            let context = key.context.map { "msgctxt \"\(Self.escaped($0))\"\n" } ?? ""
            return "\n\(context)msgid \"\(Self.escaped(key.text))\"\nmsgstr \"\"\n"
        }
        return """
            # The texts of Wardline's pages, for translators: copy the file, name its language below, fill in the second
            # lines, and use it with `--language FILE` of `wardline map`, `report` and `closures`. {1}, {2}… are gaps; their
            # order is the language's. A msgctxt says what a text is said of, where one English text has several meanings.
            # The msgstr of "1,000" shows how thousands are parted, that of "1.5" what stands before tenths. Titles of layers
            # and categories may be added.
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
    private let spanish: [String: String]

    init() throws {
        texts = try PageTexts()
        spanish = try PageWords(language: "es").translations
    }

    @Test func `Spanish has each text of the pages, and no other`() throws {
        #expect(texts.keys.count > 500)
        #expect(texts.keys.filter { spanish[$0.joined] == nil } == [])
        #expect(Set(spanish.keys).subtracting(texts.keys.map(\.joined)) == [])
    }

    /// A map says `otra área` where English names the kind of area, whose gender Spanish would have to know.
    @Test func `Spanish tells each value that English tells, but for kinds of areas on maps`() {
        func gaps(_ text: String) -> [String] { text.matches(of: /\{[0-9]+\}/).map { String($0.0) }.sorted() }
        let fewer = texts.keys.filter { gaps(spanish[$0.joined] ?? "") != gaps($0.text) }.map(\.text)
        #expect(
            fewer == [
                "Assigned to another {1}", "No position and no {1}", "Outside every {1}",
                "{1} assigned to this {2} lie elsewhere.", "{1} assigned to this {2} lies elsewhere.",
                "{1} of the cases here are assigned to another {2}.",
                "{1} of the cases here is assigned to another {2}.",
            ])
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
