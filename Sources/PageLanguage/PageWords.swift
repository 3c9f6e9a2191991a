package import Chronology
import Records

/// The words of pages in one language: texts, numbers and days.
///
/// A text that a catalogue does not have stays English.
///
///     let words = try PageWords(language: "es")
///     words("Not on the map")  // "Fuera del mapa"
///     words.day(CivilDate(year: 2025, month: 6, day: 30))  // "30 de junio de 2025"
package struct PageWords: Sendable {
    /// A language tag (BCP 47) such as `en-US`, for `lang`.
    package let tag: String
    /// What stands for each English text; empty for English.
    package let translations: [String: String]
    /// How many texts that pages have a catalogue does not.
    package let missingCount: Int
    private let thousands: String

    package static let english = PageWords(tag: "en-US", translations: [:], missingCount: 0)

    private init(tag: String, translations: [String: String], missingCount: Int) {
        self.tag = tag
        self.translations = translations
        self.missingCount = missingCount
        // The translation of this number shows how thousands are parted: `1.000`, `1 000`.
        thousands = translations["1,000"].map { String($0.dropFirst().dropLast(3)) } ?? ","
    }

    /// The words of a language that comes with Wardline, or of a file.
    ///
    /// - Parameter language: `en`, `es`, or the path of a catalogue: gettext's form, as `Docs/pages.pot` begins one.
    /// - Throws: ``PageLanguageError``
    package init(language: String) throws(PageLanguageError) {
        switch language.lowercased() {
        case "en", "en-us": self = .english
        case "es":
            let own = try Catalogue.spanish()
            self.init(tag: own.language, translations: own.translations, missingCount: 0)
        default:
            let own = try Catalogue(file: language)
            let known = try Catalogue.spanish().translations.keys
            self.init(
                tag: own.language, translations: own.translations,
                missingCount: known.count { own.translations[$0] == nil })
        }
    }

    /// Returns a text in the language.
    package func callAsFunction(_ text: PageText) -> String {
        let pattern = translations[text.key] ?? text.key
        return text.arguments.isEmpty ? pattern : Self.filled(pattern, with: text.arguments)
    }

    /// Returns a word of the program's own lists, such as the reason why a position is missing.
    package func word(_ english: String) -> String { self(PageText(fixed: english)) }

    private static func filled(_ pattern: String, with arguments: [String]) -> String {
        var result = ""
        var rest = pattern[...]
        while let opening = rest.firstIndex(of: "{") {
            result += rest[..<opening]
            let gap = rest[opening...].prefix(3)
            if gap.last == "}", let number = gap.dropFirst().first?.wholeNumberValue,
                arguments.indices.contains(number - 1)
            {
                result += arguments[number - 1]
                rest = rest[gap.endIndex...]
            } else {
                result += "{"
                rest = rest[rest.index(after: opening)...]
            }
        }
        return result + rest
    }

    // MARK: Numbers and days

    /// Returns a whole number with its thousands parted.
    package func count(_ value: Int) -> String {
        let text = NumberText.count(value)
        return thousands == "," ? text : text.replacing(",", with: thousands)
    }

    /// Returns `1 day`, `1,200 days`.
    package func days(_ count: Int) -> String {
        count == 1 ? self("1 day") : self("\(self.count(count)) days")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// Returns `June 30, 2025`.
    package func day(_ day: CivilDate) -> String {
        self("\(word(Self.months[day.month - 1])) \(String(day.day)), \(String(day.year))")
    }

    /// Returns `May 31`, for a day that lies less than a year before one that is told whole.
    package func shortDay(_ day: CivilDate) -> String {
        self("\(word(Self.months[day.month - 1])) \(String(day.day))")
    }

    /// The texts that are asked for by lists of this type and not by a literal.
    package static let listed = months + ["1,000"]
}
