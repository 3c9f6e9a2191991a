import Foundation
import Testing

/// The texts of pages in English, as the template for translators lists them, and in Spanish.
private struct Catalogues {
    /// English texts whose Spanish differs.
    let different: [(english: String, spanish: String)]

    static let all = Result { try Catalogues() }

    private init() throws {
        let spanish = try Self.entries("Sources/PageLanguage/es.po")
        // The areas' own names in the sample begin so.
        different = spanish.filter {
            $0.english != $0.spanish && !$0.english.isEmpty && $0.english != "Council District"
        }
        try #require(different.count > 400)
    }

    private static func entries(_ path: String) throws -> [(english: String, spanish: String)] {
        let text = try String(contentsOf: Wardline.package.appending(path: path), encoding: .utf8)
        return text.matches(of: /\nmsgid "(.*)"\nmsgstr "(.*)"\n/).map {
            (String($0.1).replacing("\\\"", with: "\""), String($0.2).replacing("\\\"", with: "\""))
        }
    }

    /// What stands between the gaps of a text, where that is long enough to be of one language.
    static func pieces(_ text: String) -> [String] {
        text.split(separator: /\{[0-9]+\}/).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.count >= 9 && $0.contains(" ") }
    }
}

/// `wardline report` and `wardline closures` as pages with `--language`, over the sample city.
@Suite struct `Figures in another language` {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func page(_ name: String, _ arguments: [String]) throws -> String {
        let path = folder.appending(path: name).path
        let outcome = try Wardline.run(
            [arguments[0], "SampleData/requests.csv", "--layer", "district", "-o", path]
                + arguments.dropFirst())
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    /// Each text of a page, without its style.
    private func texts(_ page: String) -> [String] {
        let body = page.split(separator: /<style>(?s:.*?)<\/style>/).joined()
        let attributes = body.matches(of: /aria-label="([^"]*)"/).map { String($0.1) }
        return (attributes + body.split(separator: /<[^>]*>/).map(String.init))
            .map {
                $0.replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
                    .replacing("&gt;", with: ">").replacing("&lt;", with: "<")
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            }
            .filter { !$0.isEmpty }
    }

    private static let questions = [
        ["report"], ["report", "--edition", "internal", "--by", "year"],
        [
            "report", "--edition", "internal", "--by", "month", "--ahead", "3", "--check-targets", "--change",
            "2024-07-01", "--of", "Missed Trash Pickup", "--times", "2",
        ],
        ["closures"], ["closures", "--edition", "internal", "--since", "2023-01-01"],
        ["closures", "--edition", "internal", "--fast", "2000", "--within", "40", "--apart", "200"],
    ]

    @Test(arguments: questions) func `a page in Spanish has no text left in English`(question: [String])
        throws
    {
        let page = try page("es.html", question + ["--language", "es"])
        #expect(page.contains("<html lang=\"es\" dir=\"ltr\">"))
        let texts = texts(page)
        let whole = texts.joined(separator: "\n")
        let (all, known) = (Set(texts), try Catalogues.all.get().different)
        for (english, spanish) in known {
            #expect(!all.contains(english), "\(english)")
            for piece in Catalogues.pieces(english) where !spanish.contains(piece) {
                #expect(!whole.contains(piece), "“\(piece)” of “\(english)”")
            }
        }
        // The same figures as in English, in the same tables.
        let other = try self.page("en.html", question)
        func numbers(_ page: String) -> [String] {
            page.matches(of: /<td[^>]*>([0-9][0-9,.]*)<\/td>/).map { String($0.1) }
        }
        #expect(numbers(page) == numbers(other))
        for tag in ["<section ", "<table", "<svg ", "<li>", "<td", "<p>", "<p "] {
            #expect(page.ranges(of: tag).count == other.ranges(of: tag).count, "\(tag)")
        }
    }

    @Test(arguments: ["report", "closures"])
    func `English is what is written without a language, and the terminal speaks it always`(command: String)
        throws
    {
        let plain = try page("a.html", [command])
        #expect(try page("b.html", [command, "--language", "en"]) == plain)
        let question = [command, "SampleData/requests.csv", "--layer", "district", "-o"]
        let path = folder.appending(path: "c.html").path
        let spanish = try Wardline.run(question + [path, "--language", "es"])
        #expect(try Wardline.run(question + [path]).output == spanish.output)
    }

    @Test(
        .enabled(if: OutsideTool.areHere("pdftotext", "qpdf"), "poppler-utils and qpdf are needed"),
        arguments: ["report", "closures"])
    func `a PDF says its language and numbers its pages in it`(command: String) throws {
        let pdf = folder.appending(path: "a.pdf").path
        let outcome = try Wardline.run(
            command, "SampleData/requests.csv", "--layer", "district", "-o", pdf, "--language", "es")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try OutsideTool.run("pdftotext", [pdf, "-"])
        #expect(text.contains("Página 2 de") && !text.contains("Page 2"))
        #expect(text.contains("Fórmulas y fuentes"))
        let plain = pdf + ".plain"
        _ = try OutsideTool.run("qpdf", ["--qdf", "--object-streams=disable", pdf, plain])
        #expect(try OutsideTool.run("grep", ["-a", "-c", "/Lang (es)", plain]).hasPrefix("1"))
    }

    @Test func `a file brings another language with its numbers, and what it lacks is told`() throws {
        let file = folder.appending(path: "fr.po").path
        try """
        msgid ""
        msgstr ""
        "Language: fr\\n"

        msgid "Were closed requests solved?"
        msgstr "Les demandes fermées ont-elles été résolues ?"

        msgid "1,000"
        msgstr "1 000"

        msgid "1.5"
        msgstr "1,5"

        """.write(toFile: file, atomically: true, encoding: .utf8)
        let path = folder.appending(path: "fr.html").path
        let outcome = try Wardline.run(
            "closures", "SampleData/requests.csv", "--layer", "district", "-o", path, "--language", file)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("texts of the pages are not translated into fr"), "\(outcome.errors)")
        let page = try String(contentsOfFile: path, encoding: .utf8)
        #expect(page.contains("<html lang=\"fr\" dir=\"ltr\">") && page.contains("Les demandes fermées"))
        #expect(page.contains("Formulas and sources"))
        #expect(page.contains(/<dd>[0-9]+,[0-9] %</) && page.contains(/of [0-9]+ [0-9]{3}</))
        #expect(!page.contains(/[0-9]\.[0-9] %</))
    }

    @Test(arguments: ["report", "closures"])
    func `a language of tables, of none and of nothing is refused, and its file is not written over`(
        command: String
    ) throws {
        let question = [command, "SampleData/requests.csv", "--layer", "district"]
        for output in [[], ["-o", folder.appending(path: "a.csv").path]] {
            let outcome = try Wardline.run(question + output + ["--language", "es"])
            #expect(
                outcome.status == 64 && outcome.errors.contains("--language is of pages"), "\(outcome.errors)"
            )
        }
        let unknown = try Wardline.run(
            question + ["-o", folder.appending(path: "a.html").path, "--language", "xx"])
        #expect(unknown.status == 1 && unknown.errors.contains("Docs/pages.pot"), "\(unknown.errors)")
        let file = folder.appending(path: "own.html").path
        try "msgid".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try Wardline.run(question + ["-o", file, "--language", file]).status == 64)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "msgid")
    }
}
