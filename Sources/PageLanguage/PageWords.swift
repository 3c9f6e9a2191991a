package import Chronology
import Records

/// The words of pages in one language: texts, numbers and days.
///
/// A text that a catalogue does not have stays English, isolated from what is written from the right around it.
///
///     let words = try PageWords(language: "es")
///     words("Not on the map")  // "Fuera del mapa"
///     words.day(CivilDate(year: 2025, month: 6, day: 30))  // "30 de junio de 2025"
package struct PageWords: Sendable {
    /// A language tag (BCP 47) such as `en-US`, for `lang`.
    package let tag: String
    /// For `dir`.
    package let direction: WritingDirection
    /// What stands for each English text; empty for English.
    package let translations: [String: String]
    /// How many texts that pages have a catalogue does not.
    package let missingCount: Int
    private let thousands: String
    private let decimalPoint: String

    package static let english = PageWords(tag: "en-US", translations: [:], missingCount: 0)

    private init(tag: String, translations: [String: String], missingCount: Int) {
        self.tag = tag
        direction = WritingDirection(tag: tag)
        self.translations = translations
        self.missingCount = missingCount
        // The translation of this number shows how thousands are parted: `1.000`, `1 000`.
        thousands = translations["1,000"].map { String($0.dropFirst().dropLast(3)) } ?? ","
        // And that of this one what stands before tenths.
        decimalPoint = translations["1.5"].map { String($0.dropFirst().dropLast()) } ?? "."
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
    ///
    /// - Parameter context: What the text is said of, where the same English text has several meanings: `Open` is `Abierto` of
    ///   a case and `Abiertas` of a number of requests.
    package func callAsFunction(_ text: PageText, context: String? = nil) -> String {
        guard let pattern = translations[Self.key(text.key, context: context)] else {
            // An English sentence in a page from the right would be read in pieces, from its end.
            let english = filled(text.key, with: text)
            return direction == .rightToLeft ? direction.isolating(english) : english
        }
        return filled(pattern, with: text)
    }

    private func filled(_ pattern: String, with text: PageText) -> String {
        guard !text.arguments.isEmpty else { return pattern }
        return Self.filled(pattern, with: text.arguments.map(direction.isolating))
    }

    /// The key of a text that has a context: as gettext joins them.
    package static func key(_ text: String, context: String?) -> String {
        context.map { "\($0)\u{4}\(text)" } ?? text
    }

    /// Returns what pages call a city: one that the city file does not name is `the city` there.
    package func city(_ name: String) -> String { name == "the city" ? self("the city") : name }

    /// Returns a word of the program's own lists, such as the reason why a position is missing.
    package func word(_ english: String) -> String { self(PageText(fixed: english)) }

    /// Puts arguments into the gaps `{1}` to `{99}`; without a `Regex`, which is compiled anew for each of a page's texts.
    private static func filled(_ pattern: String, with arguments: [String]) -> String {
        var result = ""
        var rest = pattern[...]
        while let opening = rest.firstIndex(of: "{") {
            result += rest[..<opening]
            rest = rest[rest.index(after: opening)...]
            let digits = rest.prefix(2).prefix { ("0"..."9").contains($0) }
            let closing = digits.endIndex
            if let number = Int(digits), digits.first != "0", arguments.indices.contains(number - 1),
                closing < rest.endIndex, rest[closing] == "}"
            {
                result += arguments[number - 1]
                rest = rest[rest.index(after: closing)...]
            } else {
                result += "{"
            }
        }
        return result + rest
    }

    /// What should be known of the language before pages are sent to people, one sentence each.
    package var notes: [String] {
        guard missingCount > 0 else { return [] }
        return [
            "\(missingCount) texts of the pages are not translated into \(tag): they stand in English"
        ]
    }

    /// Returns a text as a sentence or a heading begins.
    package static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    // MARK: Numbers

    /// Returns a whole number with its thousands parted.
    package func count(_ value: Int) -> String { marked(NumberText.count(value)) }

    /// Returns a number with one decimal, or so many; `–` where it is not finite.
    package func decimal(_ value: Double, places: Int = 1) -> String {
        marked(NumberText.decimal(value, places: places))
    }

    /// Returns a difference with its sign: `+0.6`, `−0.3`.
    package func signed(_ value: Double, places: Int = 1) -> String {
        (value < 0 ? "−" : "+") + decimal(abs(value), places: places)
    }

    /// Returns a number as English writes it with the marks of the language.
    package func marked(_ english: String) -> String {
        guard thousands != "," || decimalPoint != "." else { return english }
        return english.reduce(into: "") { text, character in
            switch character {
            case ",": text += thousands
            case ".": text += decimalPoint
            default: text.append(character)
            }
        }
    }

    /// Returns `74.7 %` of 0.747.
    package func percent(_ share: Double) -> String { self("\(decimal(100 * share)) %") }

    /// Returns a share of a whole as a percentage with one decimal, or so many; `–` of nothing.
    package func share(_ part: Int, of whole: Int, places: Int = 1) -> String {
        whole == 0 ? "–" : self("\(decimal(100 * Double(part) / Double(whole), places: places)) %")
    }

    // MARK: Days

    /// Returns `2.5 d`, `–` where it is not known.
    package func shortDays(_ days: Double?) -> String { days.map { self("\(decimal($0)) d") } ?? "–" }

    /// Returns `1 day`, `1,200 days`.
    package func days(_ count: Int) -> String {
        count == 1 ? self("1 day") : self("\(self.count(count)) days")
    }

    /// Returns a deadline: `5 days`, `1 business day`.
    package func deadline(_ deadline: Deadline) -> String {
        switch deadline {
        case .days(let days) where days == days.rounded(): return self.days(Int(days))
        case .days(let days):
            let told = marked(String(days))
            return self("\(told) days")
        case .businessDays(1, _): return self("1 business day")
        case .businessDays(let count, _): return self("\(self.count(count)) business days")
        }
    }

    /// Returns the name of a month, 1 to 12.
    package func month(_ number: Int) -> String { word(DayText.months[min(max(number, 1), 12) - 1]) }

    /// Returns `June 30, 2025`.
    package func day(_ day: CivilDate) -> String {
        self("\(month(day.month)) \(String(day.day)), \(String(day.year))")
    }

    /// Returns `May 31`, for a day that lies less than a year before one that is told whole.
    package func shortDay(_ day: CivilDate) -> String {
        self("\(month(day.month)) \(String(day.day))")
    }

    /// The texts that are asked for by lists of this type and not by a literal.
    package static let listed = DayText.months + ["1,000", "1.5"]
}
