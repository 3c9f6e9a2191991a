import AddressParsing

/// Finds streets by names that an address line is not read by, such as `Park Rd 22`, whose number looks like a unit's.
///
/// The name is replaced by one that no street has and every parser reads, the line is read, and the street put back.
struct OfficialNames: Sendable {
    private let streets: [String: UInt32]
    /// The most words of a name.
    private let longest: Int
    /// One for each street of a crossing.
    private static let stand = ["QUXLEY", "QUXLEZ"]

    init(_ tables: ReferenceTables) {
        var streets: [String: UInt32] = [:]
        var longest = 0
        for index in 0..<tables.officialNames.count {
            let name = tables.officialNames[index]
            streets[name] = tables.officialStreets[index]
            longest = max(longest, name.split(separator: " ").count)
        }
        self.streets = streets
        self.longest = longest
    }

    /// Returns a name's words without the directions of its street at their ends.
    static func withoutDirections(_ words: [String], of street: StreetName) -> [String] {
        var words = words[...]
        if let direction = street.preDirectional?.abbreviation {
            for count in 1...2 where words.prefix(count).joined() == direction {
                words = words.dropFirst(count)
                break
            }
        }
        if let direction = street.postDirectional?.abbreviation {
            for count in 1...2 where words.suffix(count).joined() == direction {
                words = words.dropLast(count)
                break
            }
        }
        return Array(words)
    }

    /// A line read by the official names in it.
    struct Reading {
        /// Its readings by such names before the others.
        let address: ParsedAddress
        /// Those alone.
        let byNames: ParsedAddress
        /// Where the names stand.
        fileprivate let names: [Name]

        /// Whether one of the names goes on, without a comma, where a reading of the line ends the street.
        func takesMore(than reading: AddressReading) -> Bool {
            names.contains { name in
                !name.isBroken
                    && reading.streets.contains { street in
                        let whole = street.written.whole.range
                        return !whole.isEmpty && name.span.range.lowerBound <= whole.lowerBound
                            && whole.upperBound <= name.span.range.upperBound
                    }
            }
        }
    }

    /// A name in a line.
    fileprivate struct Name {
        let street: UInt32
        let span: TextSpan
        /// Whether it stands for the name with any direction.
        let isBare: Bool
        /// Whether a comma stands within it.
        let isBroken: Bool
    }

    /// Returns the line read by such names; `nil` where it has none.
    func reading(_ address: ParsedAddress, parser: AddressParser, reference: StreetReference) -> Reading? {
        guard longest > 0 else { return nil }
        let found = names(in: parser.standardWords(address.input), reference.tables)
        guard !found.isEmpty else { return nil }
        var line = Array(address.input.utf8)
        for (index, name) in found.enumerated().reversed() {
            line.replaceSubrange(name.span.range, with: Array("\(Self.stand[index]) ST".utf8))
        }
        let standing = parser.parse(String(decoding: line, as: UTF8.self))
        let readings = standing.readings.compactMap { reading -> AddressReading? in
            var reading = reading
            var count = 0
            func put(_ street: inout StreetName) {
                guard let index = Self.stand.firstIndex(of: street.name), index < found.count else { return }
                let written = (before: street.preDirectional, behind: street.postDirectional)
                street = reference.tables.street(found[index].street)
                if found[index].isBare { (street.preDirectional, street.postDirectional) = (nil, nil) }
                // A direction beside the name is no part of it, and says which street of that name is meant.
                street.preDirectional = street.preDirectional ?? written.before
                street.postDirectional = street.postDirectional ?? written.behind
                count += 1
            }
            put(&reading.street)
            for index in reading.crossStreets.indices { put(&reading.crossStreets[index]) }
            return count == found.count ? reading : nil
        }
        guard !readings.isEmpty else { return nil }
        return Reading(
            address: ParsedAddress(input: address.input, readings: readings + address.readings),
            byNames: ParsedAddress(input: address.input, readings: readings), names: found)
    }

    /// Returns the names in a line, longest first from each word, and where they stand.
    private func names(in words: [StandardWord], _ tables: ReferenceTables) -> [Name] {
        var found: [Name] = []
        var start = 0
        while start < words.count, found.count < Self.stand.count {
            let isStart =
                start == 0 || words[start - 1].isHouseNumber || words[start - 1].isJoint
                || words[start].isSetOff
            guard isStart || StreetStandard.directional(words[start - 1].text) != nil,
                let (name, end) = name(in: words, from: start, tables), isStart || name.isBare
            else {
                start += 1
                continue
            }
            found.append(name)
            start = end
        }
        return found
    }

    private func name(in words: [StandardWord], from start: Int, _ tables: ReferenceTables) -> (
        Name, end: Int
    )? {
        for end in (start + 1..<min(words.count, start + longest) + 1).reversed() {
            let texts = words[start..<end].map(\.text)
            guard let street = streets[texts.joined(separator: " ")] else { continue }
            let isLast = end == words.count || words[end].isSetOff || words[end].isJoint
            // `Ramp` is a name, and the start of `Ramp St`.
            guard isLast || end - start > 1 && !words[end].isType else { continue }
            let official = tables.street(street)
            let hasDirection = official.preDirectional != nil || official.postDirectional != nil
            return (
                Name(
                    street: street, span: words[start].span.union(words[end - 1].span),
                    isBare: hasDirection && Self.withoutDirections(texts, of: official) == texts,
                    isBroken: words[start + 1..<end].contains(where: \.isSetOff)), end
            )
        }
        return nil
    }
}
