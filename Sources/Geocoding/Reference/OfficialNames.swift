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

    /// Returns the line with its readings by such names before the others; `nil` where it has none.
    func reading(_ address: ParsedAddress, parser: AddressParser, reference: StreetReference)
        -> ParsedAddress?
    {
        guard longest > 0 else { return nil }
        let found = names(in: parser.standardWords(address.input))
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
                // A direction beside the name is no part of it, and says which street of that name is meant.
                street.preDirectional = street.preDirectional ?? written.before
                street.postDirectional = street.postDirectional ?? written.behind
                count += 1
            }
            put(&reading.street)
            for index in reading.crossStreets.indices { put(&reading.crossStreets[index]) }
            return count == found.count ? reading : nil
        }
        return readings.isEmpty
            ? nil : ParsedAddress(input: address.input, readings: readings + address.readings)
    }

    /// Returns the names in a line, longest first from each word, and where they stand.
    private func names(in words: [StandardWord]) -> [(street: UInt32, span: TextSpan)] {
        var found: [(street: UInt32, span: TextSpan)] = []
        var start = 0
        while start < words.count, found.count < Self.stand.count {
            guard
                start == 0 || words[start - 1].isHouseNumber || words[start - 1].isJoint
                    || words[start].isSetOff,
                let (street, end) = name(in: words, from: start)
            else {
                start += 1
                continue
            }
            found.append((street, words[start].span.union(words[end - 1].span)))
            start = end
        }
        return found
    }

    private func name(in words: [StandardWord], from start: Int) -> (street: UInt32, end: Int)? {
        for end in (start + 1..<min(words.count, start + longest) + 1).reversed() {
            let text = words[start..<end].map(\.text).joined(separator: " ")
            guard let street = streets[text] else { continue }
            if end == words.count || words[end].isSetOff || words[end].isJoint { return (street, end) }
            // `Ramp` is a name, and the start of `Ramp St`.
            if end - start > 1, !words[end].isType { return (street, end) }
        }
        return nil
    }
}
