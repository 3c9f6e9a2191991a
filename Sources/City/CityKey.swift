/// One key of the city file: its name, what it takes, and what it means. The reader reads by these, and the reference
/// of the city file is written from them.
package struct CityKey: Sendable {
    package let name: String
    package let form: Form
    /// What the key says, in a sentence.
    package let meaning: String
    /// What holds where the key is not given, in words; empty where it is required.
    package let fallback: String
    /// A value as a city file has it.
    package let example: String

    /// What a key takes.
    package indirect enum Form: Sendable {
        case text
        case texts
        /// One text, or a list of them.
        case textOrTexts
        /// Texts under names that the city chooses.
        case pairs
        /// Pairs of longitude and latitude.
        case positions
        case whole(ClosedRange<Int>)
        case flag
        case date
        /// One of some words, whatever their case, hyphens and spaces.
        case choice([String])
        /// Metres, from the least to the most.
        case length(ClosedRange<Double>)
        case time, target
        case month, weekdays, hours, holidays
        /// A file that has to be there, from the city file's folder.
        case file
        case section(CitySection)
        /// A list of sections of one kind.
        case sections(CitySection)
        /// Sections of one kind under names that the city chooses.
        case named(CitySection)
    }

    init(
        _ name: String, _ form: Form, _ meaning: String, otherwise fallback: String, example: String
    ) {
        self.name = name
        self.form = form
        self.meaning = meaning
        self.fallback = fallback
        self.example = example
    }
}

extension CityKey.Form {
    /// What the key takes, in words, with its unit.
    package var words: String {
        switch self {
        case .text: "text"
        case .texts: "list of texts"
        case .textOrTexts: "text, or list of texts"
        case .pairs: "pairs of texts"
        case .positions: "list of [longitude, latitude]"
        case .whole: "whole number"
        case .flag: "true or false"
        case .date: "day, as 2024-07-01"
        case .choice(let words): words.joined(separator: ", ")
        case .length: "length: m, km, ft"
        case .time: "time: h, d, w, y"
        case .target: "time: h, d, w, y, or business days: bd"
        case .month: "month, by name or number"
        case .weekdays: "days of the week, such as Mon-Fri or [Mon, Sat]"
        case .hours: "hours of the day, such as 8-17"
        case .holidays: "list of days, or a file: iCalendar, or a day at the beginning of each line"
        case .file: "file, from the city file's folder"
        case .section: "section"
        case .sections: "list of sections"
        case .named: "sections by name"
        }
    }

    /// The section below the key, `nil` where it takes a value.
    package var section: CitySection? {
        switch self {
        case .section(let section), .sections(let section), .named(let section): section
        default: nil
        }
    }
}

/// Keys that stand together in the city file.
package struct CitySection: Sendable {
    /// Where it stands, such as `layers: editions:`; empty for the whole file.
    package let path: String
    package let keys: [CityKey]

    /// Returns a key of the section.
    func key(_ name: String) -> CityKey? { keys.first { $0.name == name } }
}
