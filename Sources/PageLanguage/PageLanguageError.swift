package import Wording

/// Why pages cannot be written in a language.
package enum PageLanguageError: AdvisingError, Equatable {
    /// No language that comes with Wardline, and no file that can be read.
    case unknown(String)
    /// A line of a catalogue that is none of its form; what is wrong.
    case line(file: String, number: Int, reason: String)
    /// A catalogue whose head does not say its language.
    case noLanguage(file: String)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .unknown(let name):
            "\(terms[.language]) \(name): en and es come with Wardline; for another language name a catalogue that begins as"
                + " Docs/pages.pot does"
        case .line(let file, let number, let reason): "\(file) line \(number): \(reason)"
        case .noLanguage(let file):
            "\(file): its head says no language; write \"Language: fr\\n\" below the first msgstr"
        }
    }
}
