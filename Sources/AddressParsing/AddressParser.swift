/// Reads address lines of the United States and Canada into their parts.
///
/// One value serves any number of threads. Making it reads the postal tables, about a millisecond; keep it.
package struct AddressParser: Sendable {
    /// Longer lines are no addresses, bytes.
    package static let lineLimit = 1_000

    /// Readings that score this much less than the best are not kept.
    private static let readingMargin = 15

    /// The postal tables that decide standard forms.
    package static let tables = [
        StreetTypeTable.text, WordTable.directionals, WordTable.roadWords, WordTable.roadOwners,
        WordTable.typesBefore, WordTable.travelDirections, NumberWordTable.ordinals, NumberWordTable.tens,
    ]

    let lexicon: Lexicon

    /// - Parameter places: The names of towns that help to tell a street from a town, and what their aliases mean.
    package init(places: PlaceNames = PlaceNames()) { lexicon = Lexicon(places: places) }

    /// Returns the line's readings, best first. Never fails: what cannot be placed says why.
    ///
    /// The stages: normalise, tokenise and classify, drop the direction of travel, write `C/` out, join streets and numbers whose joints
    /// are French or Spanish, put a number behind a Spanish street first, write a span of blocks as one, put a block's or a stretch's two
    /// first, keep the ends of a list of houses, open a stretch between two streets, take notes off the end, part a unit from the house behind
    /// it, take off the numbers of things that stand in the street, take out what says where from the address or crossing a place lies,
    /// turn other countries' addresses away, take mail boxes out, solve (score the readings), assemble.
    package func parse(_ line: String) -> ParsedAddress {
        var line = line
        let readings = line.withUTF8(readings)
        return ParsedAddress(input: line, readings: readings)
    }

    /// Returns a street's name in its parts, as reference files write it (`N CHARLES ST`); `nil` for text that is none.
    ///
    /// All of the text is taken for the street: no number, unit or town is looked for.
    package func street(_ name: String) -> StreetName? {
        var name = name
        return name.withUTF8 { source in
            guard let written = tokenLine(source) else { return nil }
            let line = TravelDirection.dropping(from: written)
            guard let parts = StreetReader(line: line).street(0..<line.count) else { return nil }
            return Assembler(line: line).street(parts)
        }
    }

    /// Returns the line's tokens with what the tables say of each, for explaining a reading.
    package func tokens(_ line: String) -> [ExplainedToken] {
        var line = line
        return line.withUTF8 { source in
            guard let line = tokenLine(source) else { return [] }
            return (0..<line.count).map { ExplainedToken(line, $0) }
        }
    }

    /// Stages 1 to 3; `nil` for a line too long to be an address, or without a word.
    func tokenLine(_ source: UnsafeBufferPointer<UInt8>) -> TokenLine? {
        guard source.count <= Self.lineLimit else { return nil }
        let normalized = NormalizedLine(source)
        let tokens = Tokenizer(normalized, source: source, lexicon: lexicon).tokens
        guard !tokens.isEmpty, tokens.count <= Tokenizer.limit else { return nil }
        return TokenLine(tokens: tokens, bytes: normalized.bytes, lexicon: lexicon)
    }

    private func readings(_ source: UnsafeBufferPointer<UInt8>) -> [AddressReading] {
        guard source.count <= Self.lineLimit else { return [AddressReading(kind: .unplaceable(.tooLong))] }
        let normalized = NormalizedLine(source)
        let tokens = Tokenizer(normalized, source: source, lexicon: lexicon).tokens
        guard tokens.count <= Tokenizer.limit else { return [AddressReading(kind: .unplaceable(.tooLong))] }
        guard !tokens.isEmpty else { return [AddressReading(kind: .unplaceable(.empty))] }
        let named = TravelDirection.dropping(from: NumberWords(tokens).tokens, isCanadian: lexicon.isCanadian)
        let spelled = SpanishStreet(named, line: normalized, lexicon: lexicon).tokens
        let spanned = TrailingStretch(TrailingBlock(BlockSpan(spelled).tokens).tokens).tokens
        let listed = StretchEnds(NumberList(spanned).tokens).tokens
        let bare = TrailingNote(listed, source: source, lexicon: lexicon).tokens
        let parted = UnitBeforeHouse(bare, line: normalized, lexicon: lexicon).tokens
        let things = AssetNumber.droppingBehindStreet(parted)
        let placed = RelationReader(AssetNumber.dropping(from: things ?? parted))
        if placed.isTooFar { return [AddressReading(kind: .unplaceable(.landmark))] }
        let whole = TokenLine(tokens: placed.tokens, bytes: normalized.bytes, lexicon: lexicon)
        if CountryReader(line: whole).isElsewhere {
            return [AddressReading(kind: .unplaceable(.otherCountry))]
        }
        return bothReadings(placed.tokens, bytes: normalized.bytes).map { reading in
            var reading = reading
            reading.relation = placed.relation
            reading.distance = placed.distance
            if normalized.leavesOutNumber || things != nil, reading.number == nil {
                reading.hasUnreadNumber = true
            }
            return reading
        }
    }

    /// Returns the readings of a line, or the best one of each address where it names two.
    private func bothReadings(_ tokens: [Token], bytes: [UInt8]) -> [AddressReading] {
        let second = SecondAddress(tokens)
        guard let parts = second.parts else { return readings(tokens, bytes: bytes) }
        var first = readings(parts.first, bytes: bytes)[0]
        if let number = second.number {
            var house = HouseNumber(value: Int(number.value))
            house.span = number.span
            first.otherHouse = OtherHouse(number: house, isAsLikely: true)
            return [first]
        }
        var other = readings(parts.second, bytes: bytes)[0]
        guard [first, other].allSatisfy({ $0.number != nil && [.street, .block].contains($0.kind) }) else {
            return readings(tokens, bytes: bytes)
        }
        first.takePlace(of: other)
        (first.isOneOfTwo, other.isOneOfTwo) = (true, true)
        return [first, other]
    }

    private func readings(_ tokens: [Token], bytes: [UInt8]) -> [AddressReading] {
        let mail = MailReader(line: TokenLine(tokens: tokens, bytes: bytes, lexicon: lexicon))
        let solver = LineSolver(line: mail.line, mail: mail.mail)
        let assembler = Assembler(line: mail.line)
        let worst = solver.list.best - Self.readingMargin
        let mayBeNumberOfWord = AssetNumber.mayTakeNumber(tokens)
        let readings = solver.list.candidates.filter { $0.score >= worst }.map { candidate in
            var reading = assembler.reading(candidate)
            reading.isNumberOfWord =
                mayBeNumberOfWord && reading.number?.span == tokens[1].span
                || reading.number.map { AssetNumber.mayBeOfStreetBefore($0.span, tokens) } == true
            reading.isBesideMail = mail.mail != nil
            return reading
        }
        return readings.isEmpty ? [AddressReading(kind: .unplaceable(.landmark))] : readings
    }
}
