import Algorithms
import Chronology
import Geometry
import ServiceRequests

/// What one column of the requests looks like, whatever its name.
struct ColumnTraits: Sendable {
    let name: ColumnName
    /// The texts that were looked at in turn; empty where they are blank.
    let texts: [String]
    let filled: [String]
    /// How often each of the filled texts stands there.
    private let counts: [String: Int]
    var distinctCount: Int { counts.count }
    /// Each text as a number, where it is one.
    let numbers: [Double?]
    /// Each text as half a position, where it is one: also with a decimal comma, a degree sign or a letter behind it.
    let halves: [PositionNumber?]
    /// The same, were it one of metres or feet, whose thousands a point or a comma may part.
    let gridHalves: [PositionNumber?]
    let dates: DateSample
    let hasName: Bool

    /// Signs that are read as the word.
    static let numberSigns: Set<Character> = ["#", "№"]

    /// So many rows are looked at closely.
    private static let closeLook = 500

    init(name: String, texts all: [String], clock: CityClock) {
        self.name = ColumnName(name)
        hasName = name.contains { $0.isLetter || $0.isNumber || Self.numberSigns.contains($0) }
        let step = max(1, all.count / Self.closeLook)
        let texts = stride(from: 0, to: all.count, by: step).map { all[$0] }
        self.texts = texts
        filled = texts.filter { !$0.isEmpty }
        counts = Dictionary(filled.map { ($0, 1) }, uniquingKeysWith: +)
        numbers = texts.map { text in
            // Not what Swift reads too: `nan`, `1e5`, hexadecimal.
            text.utf8.allSatisfy { "0123456789+-.".utf8.contains($0) } ? Double(text) : nil
        }
        let grouping = NumberGrouping(filled)
        let halves = texts.map { text in
            text.isEmpty ? nil : grouping.map { $0.number(text) } ?? PositionNumber(text)
        }
        let gridGrouping = grouping ?? NumberGrouping(filled, isGrid: true)
        gridHalves =
            gridGrouping.map { form in texts.map { $0.isEmpty ? nil : form.number($0) } } ?? halves
        self.halves = halves
        dates = DateSample(texts, clock: clock)
    }

    var isBlank: Bool { filled.isEmpty }
    /// 1 where every text differs from all others.
    var distinctness: Double { filled.isEmpty ? 0 : Double(distinctCount) / Double(filled.count) }
    var filledShare: Double { texts.isEmpty ? 0 : Double(filled.count) / Double(texts.count) }
    var isConstant: Bool { distinctCount == 1 && filled.count > 1 }

    /// Returns the share of the filled texts that hold to a condition, which is asked once for each different text; 0 where
    /// none is filled.
    func share(where holds: (String) -> Bool) -> Double {
        let holding = counts.reduce(0) { holds($1.key) ? $0 + $1.value : $0 }
        return filled.isEmpty ? 0 : Double(holding) / Double(filled.count)
    }

    // MARK: What the texts are

    var numberShare: Double {
        filled.isEmpty ? 0 : Double(numbers.count { $0 != nil }) / Double(filled.count)
    }
    var dateShare: Double { filled.isEmpty ? 0 : Double(dates.count) / Double(filled.count) }
    var areDates: Bool { dateShare > 0.8 }
    /// Dates that cannot be ids, counts or codes.
    var areWrittenDates: Bool { areDates && !dates.areBareNumbers }
    /// Dates of bare numbers count where most of them lie in the years in which people use computers for this.
    var arePlausibleDates: Bool {
        guard areDates else { return false }
        let years = dates.moments.compactMap(\.self).count { (631_152_000..<2_524_608_000).contains($0) }
        return Double(years) > 0.9 * Double(dates.count)
    }
    /// Whether nearly all texts are a time and no date: `09:02`, `5:13 PM`, `17:53:00`, `14h30`, `09.02`.
    var areTimesOfDay: Bool {
        guard !filled.isEmpty else { return false }
        let parted = /\d{1,2}[:hH]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?/
        let dotted = /(?:[01]\d|2[0-3])\.[0-5]\d(?:\.[0-5]\d)?/
        return share { $0.wholeMatch(of: parted) != nil || $0.wholeMatch(of: dotted) != nil } > 0.9
    }
    /// Whether the texts differ in their numbers alone, as the names of areas do: `COMUNA 1`, `COMUNA 12`.
    var differInNumbersAlone: Bool {
        guard distinctCount > 1 else { return false }
        let words = Set(filled.map { $0.filter { !$0.isNumber } })
        return words.count == 1 && words.contains { $0.contains(where: \.isLetter) }
    }
    var hasLetters: Bool { share { $0.contains(where: \.isLetter) } > 0.8 }
    /// Few short marks without spaces: `PTH`, `B11`, `0306`.
    var areCodes: Bool {
        share { text in
            text.count <= 8 && !text.contains(" ")
                && !text.contains(where: \.isLowercase)
        } > 0.8
    }
    /// Long marks of software: with hyphens, or of a hash's hexadecimal digits.
    var areLongIdentifiers: Bool {
        share { text in
            text.count >= 32
                && (text.count(where: { $0 == "-" }) >= 4
                    || text.count >= 40 && text.allSatisfy(\.isHexDigit))
        } > 0.5
    }
    /// Sentences rather than names.
    var meanWordCount: Double {
        filled.isEmpty
            ? 0 : Double(filled.reduce(0) { $0 + $1.split(separator: " ").count }) / Double(filled.count)
    }

    /// A house number with a street, before or after it, or two streets that meet.
    var addressShare: Double { share(where: AddressShape.fits) }
    var pairShare: Double {
        share { text in
            PositionText(text).map {
                $0.system != nil
                    || ClosedRange.writtenLongitudes.contains($0.position.longitude.value)
                        && abs($0.position.latitude.value) <= 90
                        && $0.first.decimals + $0.second.decimals > 2
            } ?? false
        }
    }

    /// Whether nine in ten numbers lie in a range, and most have decimals: some rows may have their axes exchanged.
    ///
    /// - Parameter decimals: So many at least.
    func areDegrees(_ range: ClosedRange<Double>, decimals: Int = 3) -> Bool {
        let values = halves.compactMap(\.self)
        guard Double(values.count) > 0.8 * Double(filled.count), !values.isEmpty else { return false }
        return values.count { range.contains($0.value) } * 10 >= values.count * 9
            && values.count { $0.decimals >= decimals } * 2 > filled.count
    }

    /// Whether the numbers are too large for degrees, as metres and feet of a grid are.
    var areGridNumbers: Bool {
        let values = gridHalves.compactMap { $0?.value }.filter { $0 != 0 }
        return Double(values.count) > 0.8 * Double(filled.count) && !values.isEmpty
            && values.count { abs($0) > 360 } * 10 > values.count * 9
    }
}

/// Tells lines that look like an address from other texts.
enum AddressShape {
    static func fits(_ text: String) -> Bool {
        let words = text.split { $0 == " " || $0 == "," || $0 == "|" || $0 == "\n" }
        guard words.count >= 2, text.contains(where: \.isLetter) else { return false }
        let hasNumber = words.contains { word in
            word.first?.isNumber == true && word.count <= 7 && !word.contains(":") && !word.contains("/")
        }
        let hasName =
            words.contains {
                $0.count >= 3 && $0.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" }
                    || numberedStreets.contains($0)
            } || isShortStreet(words)
        if hasNumber, hasName { return true }
        return text.contains(" & ") || text.contains("/") && hasName
            || words.contains { ["AND", "and", "et", "y", "und"].contains($0) }
    }

    /// Whether a street of a letter or a number and its type stands behind a number, as in `301 J ST` and `12 B AV`.
    private static func isShortStreet(_ words: [Substring]) -> Bool {
        words.dropFirst().adjacentPairs().contains { name, type in
            name.count <= 2 && name.allSatisfy { $0.isLetter || $0.isNumber }
                && streetTypes.contains(Substring(type.uppercased()))
        }
    }

    /// Kinds of streets that have a number for a name, as in Colombia: `KR 7 72 41`.
    private static let numberedStreets: Set<Substring> = [
        "KR", "CR", "CL", "AK", "AC", "DG", "TV", "Kr", "Cr", "Cl", "Ak", "Ac", "Dg", "Tv",
    ]

    /// A number and a street whose type is written, as in North America.
    static func hasStreetType(_ text: String) -> Bool {
        fits(text) && text.uppercased().split { !$0.isLetter }.contains(where: streetTypes.contains)
    }

    private static let streetTypes: Set<Substring> = [
        "ST", "AVE", "AV", "RD", "BLVD", "DR", "LN", "CT", "PL", "STREET", "AVENUE", "ROAD", "BOULEVARD",
        "DRIVE", "LANE",
        "PKWY", "HWY", "WAY", "CIR", "TER", "COURT", "PLACE",
    ]

    /// Whether two addresses have a word of a street's name in common, or none that can be compared.
    static func mayBeOneStreet(_ first: String, _ second: String) -> Bool {
        let (names, others) = (nameWords(first), nameWords(second))
        return names.isEmpty || others.isEmpty || !names.isDisjoint(with: others)
    }

    private static func nameWords(_ text: String) -> Set<Substring> {
        Set(text.uppercased().split { !$0.isLetter && !$0.isNumber }).filter { word in
            word.count >= 3 && word.contains(where: \.isLetter) && !streetTypes.contains(word)
                && !directions.contains(word)
        }
    }

    private static let directions: Set<Substring> = ["NORTH", "SOUTH", "EAST", "WEST", "BLOCK"]

    /// A street without a number.
    static func isStreet(_ text: String) -> Bool {
        text.count >= 3 && text.contains(where: \.isLetter) && text.count(where: \.isNumber) * 2 < text.count
    }
}
