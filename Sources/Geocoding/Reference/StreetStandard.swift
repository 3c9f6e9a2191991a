import AddressParsing

/// Brings a file's street names to the standard form that lines are parsed to, by the same parser: what it makes of a
/// name it makes of it on both sides.
struct StreetStandard {
    /// A street's name in the parts that a file has columns for; text as written.
    struct Parts: Hashable {
        var preModifier = ""
        var preDirectional = ""
        var preType = ""
        var name = ""
        var postType = ""
        var postDirectional = ""

        var joined: String {
            [preModifier, preDirectional, preType, name, postType, postDirectional]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private let parser: AddressParser
    private var lines: [String: StreetName] = [:]
    private var streets: [Parts: [StreetName]] = [:]
    private var wholeNames: [String: StreetName] = [:]
    /// The same without the directions beside them: `RR 620` of `N RR 620`.
    private var bareNames: [String: StreetName] = [:]

    /// Names that the parser does not read as they are written, in standard words, and the streets that bear them:
    /// `Fire Rd 12`, `Rural Rte 7`. Those without a direction that their street has stand for its name with any.
    var officialNames: [String: StreetName] { bareNames.merging(wholeNames) { _, whole in whole } }

    init(parser: AddressParser) { self.parser = parser }

    /// Returns the standard form of a whole name.
    mutating func street(_ line: String) -> StreetName? {
        let line = line.trimmingSpaces
        guard !line.isEmpty else { return nil }
        if let known = lines[line] { return known }
        let street = read(line) ?? fallback(parts(line))
        lines[line] = street
        noteIfMisread(line, [street])
        return street
    }

    /// Returns the standard forms of a name in parts: by the file's columns, and as the parser reads it where that
    /// differs.
    mutating func streets(_ parts: Parts) -> [StreetName] {
        guard !parts.name.isEmpty else { return [] }
        if let known = streets[parts] { return known }
        let byColumns = assembled(parts)
        let whole = read(parts.joined)
        let found = whole == nil || whole == byColumns ? [byColumns] : [byColumns, whole ?? byColumns]
        streets[parts] = found
        noteIfMisread(parts.joined, found)
        return found
    }

    /// Notes a name that an address line would not be read by, so that the street is found by its own name all the same.
    private mutating func noteIfMisread(_ name: String, _ streets: [StreetName]) {
        guard let street = streets.first, !isRead(name, as: streets) else { return }
        let words = parser.standardWords(name).map(\.text)
        guard !words.isEmpty else { return }
        wholeNames[words.joined(separator: " ")] = street
        let bare = OfficialNames.withoutDirections(words, of: street)
        guard bare.count < words.count else { return }
        let key = bare.joined(separator: " ")
        let bares = streets.map { street in
            var street = street
            (street.preDirectional, street.postDirectional) = (nil, nil)
            return street
        }
        guard !isRead(key, as: bares) else { return }
        // Which of the streets it is does not matter: only their directions differ.
        if let known = bareNames[key], known.standard <= street.standard { return }
        bareNames[key] = street
    }

    /// Whether address lines with a name are read as being on one of the streets.
    private func isRead(_ name: String, as streets: [StreetName]) -> Bool {
        let lines = [("150 \(name)", 150), ("150 \(name), SALEM, OR 97301", 150), (name, nil)]
        // Only some spellings of a type show a line to be French: `Boul Laurier` is read otherwise than `Boulevard Laurier`.
        let others = FrenchTypes.respelled(name).map { ("150 \($0)", 150 as Int?) }
        return (lines + others).allSatisfy { line, number in
            let best = parser.parse(line).best
            var street = best.street
            street.written = StreetSpans()
            return best.kind == .street && best.number?.value == number && streets.contains(street)
        }
    }

    /// Returns the parser's reading of a line that is a street and nothing else, of which it leaves out no word.
    private func read(_ line: String) -> StreetName? {
        let parsed = parser.parse("1 \(line)")
        let reading = parsed.readings.first {
            $0.kind == .street && $0.number?.value == 1 && $0.unit == nil && $0.city.isEmpty
                && $0.state.isEmpty
                && $0.zip.isEmpty && $0.number?.fraction.isEmpty != false
                && $0.number?.suffix.isEmpty != false
        }
        guard let reading, !leavesWords(reading, of: parsed) else { return nil }
        var street = reading.street
        guard !street.name.isEmpty else { return nil }
        street.written = StreetSpans()
        return street
    }

    /// Whether a reading leaves out words of a name. Of a block's (`400 block of Elm St`), which some files have among their names, it
    /// has the street.
    private func leavesWords(_ reading: AddressReading, of name: ParsedAddress) -> Bool {
        name.hasWordsBesideStreet(reading) && !parser.standardWords(name.input).contains(where: \.isBlock)
    }

    /// Returns a name that is not read with the directions at its ends apart, where enough is left to be a name: `W Rural Route 4`,
    /// `RR 620 S`, and not `W St 4`.
    private func parts(_ line: String) -> Parts {
        let words = parser.standardWords(line)
        var parts = Parts(name: line)
        var (first, last) = (0, words.count)
        if last - first > 2, Self.directional(words[0].text) != nil, !words[1].isType { first += 1 }
        if last - first > 2, Self.directional(words[last - 1].text) != nil, words[last - 2].isHouseNumber {
            last -= 1
        }
        guard first > 0 || last < words.count else { return parts }
        func text(_ range: Range<Int>) -> String {
            guard let low = range.first, let high = range.last else { return "" }
            let span = words[low].span.union(words[high].span)
            return String(
                decoding: line.utf8.dropFirst(Int(span.lower)).prefix(span.range.count), as: UTF8.self)
        }
        parts.preDirectional = text(0..<first)
        parts.name = text(first..<last)
        parts.postDirectional = text(last..<words.count)
        return parts
    }

    /// Keeps each part where the file has it.
    private func assembled(_ parts: Parts) -> StreetName {
        var street = fallback(parts)
        if let typed = read("QUXLEY \(parts.postType)"), typed.name == "QUXLEY", !parts.postType.isEmpty {
            street.postType = typed.postType
        }
        if let plain = read("\(parts.name) ST"), plain.preDirectional == nil, plain.postType == "ST",
            plain.postDirectional == nil, plain.preType.isEmpty
        {
            street.name = plain.name
            if street.preModifier.isEmpty { street.preModifier = plain.preModifier }
        }
        if !parts.preType.isEmpty, let typed = read("\(parts.preType) \(parts.name)"), !typed.preType.isEmpty
        {
            street.preType = typed.preType
            street.name = typed.name
        }
        return street
    }

    private func fallback(_ parts: Parts) -> StreetName {
        var street = StreetName()
        street.preModifier = parts.preModifier.uppercased()
        street.preDirectional = Self.columnDirectional(parts.preDirectional)
        street.preType = parts.preType.uppercased()
        street.name = parts.name.uppercased().split { $0 == " " || $0 == "-" }.joined(separator: " ")
        street.postType = parts.postType.uppercased()
        street.postDirectional = Self.columnDirectional(parts.postDirectional)
        return street
    }

    /// The direction that a column of directions says, also in French, where `O` is one.
    private static func columnDirectional(_ text: String) -> Directional? {
        directional(text) ?? Directional(french: text.uppercased().filter(\.isLetter))
    }

    static func directional(_ text: String) -> Directional? {
        let text = text.uppercased().filter(\.isLetter)
        return Directional.allCases.first { $0.abbreviation == text || "\($0)".uppercased() == text }
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmingSpaces: String {
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { $0 > 32 }), let last = bytes.lastIndex(where: { $0 > 32 })
        else { return "" }
        return String(self[first...last])
    }
}
