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
    /// Names that the parser does not read as they are written, in standard words, and the streets that bear them:
    /// `Fire Rd 12`, `Rural Rte 7`.
    private(set) var officialNames: [String: StreetName] = [:]

    init(parser: AddressParser) { self.parser = parser }

    /// Returns the standard form of a whole name.
    mutating func street(_ line: String) -> StreetName? {
        let line = line.trimmingSpaces
        guard !line.isEmpty else { return nil }
        if let known = lines[line] { return known }
        let street = read(line) ?? fallback(Parts(name: line))
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
        let lines = [("150 \(name)", 150), ("150 \(name), SALEM, OR 97301", 150), (name, nil)]
        // Only some spellings of a type show a line to be French: `Boul Laurier` is read otherwise than `Boulevard Laurier`.
        let others = FrenchTypes.respelled(name).map { ("150 \($0)", 150 as Int?) }
        let isFound = (lines + others).allSatisfy { line, number in
            let best = parser.parse(line).best
            var street = best.street
            street.written = StreetSpans()
            return best.kind == .street && best.number?.value == number && streets.contains(street)
        }
        guard !isFound, let street = streets.first else { return }
        let words = parser.standardWords(name).map(\.text)
        if !words.isEmpty { officialNames[words.joined(separator: " ")] = street }
    }

    /// Returns the parser's reading of a line that is a street and nothing else.
    private func read(_ line: String) -> StreetName? {
        let parsed = parser.parse("1 \(line)")
        let reading = parsed.readings.first {
            $0.kind == .street && $0.number?.value == 1 && $0.unit == nil && $0.city.isEmpty
                && $0.state.isEmpty
                && $0.zip.isEmpty && $0.number?.fraction.isEmpty != false
                && $0.number?.suffix.isEmpty != false
        }
        guard var street = reading?.street, !street.name.isEmpty else { return nil }
        street.written = StreetSpans()
        return street
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
