import ArgumentParser
import PageLanguage
import ReportPages
import WardlineKit

/// The language of pages.
struct LanguageOption: ParsableArguments {
    @Option(help: "The language of the pages: en, es, or a file of translations, begun as Docs/pages.pot is.")
    var language: String?

    /// The words of the language, with a warning where some are missing.
    func words() throws -> PageWords {
        let words = try PageWords(language: language ?? "en")
        for note in words.notes { Terminal.warn(note) }
        return words
    }

    /// - Parameter pages: The form of pages that is asked for; `nil` for tables, which programs read.
    func check(_ pages: PageFormat?) throws {
        guard language != nil, pages == nil else { return }
        throw ValidationError(
            "--language is of pages: end -o in .html or .pdf; tables and the summary are in English")
    }
}
