/// Stage 5: makes readings of the solver's token indices.
struct Assembler {
    let line: TokenLine
    let names: NameNormalizer

    init(line: TokenLine) {
        self.line = line
        names = NameNormalizer(line: line)
    }

    func reading(_ candidate: Candidate) -> AddressReading {
        var reading = AddressReading(kind: candidate.kind)
        reading.score = Int32(clamping: candidate.score)
        reading.number = candidate.number.flatMap(number)
        reading.hasUnreadNumber = candidate.number != nil && reading.number == nil
        reading.street = street(candidate.street)
        if !candidate.crossStreets.isEmpty { reading.crossStreets = candidate.crossStreets.map(street) }
        reading.unit = candidate.unit.map(unit)
        reading.hasUnitOfName = hasUnitOfName(candidate)
        reading.looseNumber = candidate.looseNumber.map(unit)
        reading.joinedNumber = joinedNumber(candidate)
        place(candidate, &reading)
        if reading.kind == .street { readHouses(&reading, candidate) }
        return reading
    }

    /// Whether a unit without an id stands right before the street, of a word that names begin with.
    private func hasUnitOfName(_ candidate: Candidate) -> Bool {
        guard let unit = candidate.unit, unit.idRange.isEmpty, let word = unit.typeRange.first,
            let number = candidate.number, word == number.end || word == number.range.upperBound,
            candidate.street.preDirectionalRange.allSatisfy({ line[$0].meaning.isFullDirectional })
        else { return false }
        return line[word].has(.unitNeedsId) && line.gap(word) < .comma && line.gap(word + 1) < .comma
    }

    /// Tells which of two numbers is the house: `305-1234` is unit 305 of house 1234 in Canada, and may be so elsewhere too,
    /// unless the two are the ends of a range.
    private func readHouses(_ reading: inout AddressReading, _ candidate: Candidate) {
        guard let number = reading.number, let second = number.second, let house = number.secondHouse else {
            return
        }
        let isPair = candidate.number?.isPair == true && abs(second - number.value) <= Self.pair
        if candidate.tail.isCanadian(line) || line.isFrench || line.lexicon.isCanadian,
            candidate.number?.isPair != true || isList(candidate)
        {
            if number.isLikelyRange(within: Self.canadianRange) {
                reading.otherHouse = OtherHouse(number: house, isAsLikely: false)
            } else {
                takeUnit(number, of: house, &reading)
            }
            return
        }
        reading.otherHouse = OtherHouse(
            secondOf: number,
            isRange: isPair
                || number.isLikelyRange(within: isSlashed(candidate) ? Self.slashRange : OtherHouse.range))
    }

    /// Whether two numbers stand in the line with nothing but a comma or a blank between them.
    private func isList(_ candidate: Candidate) -> Bool {
        guard let number = candidate.number, let first = number.range.first, number.second > first else {
            return false
        }
        return number.second == first + 1 && line.gap(number.second) != .dash
    }

    /// Returns the house of two numbers before the street of which the hyphen may have become a blank: 155-28 of `155 28 34th Rd`.
    private func joinedNumber(_ candidate: Candidate) -> Int? {
        guard candidate.kind == .street, let number = candidate.number, let at = number.range.first, at > 0,
            number.range.count == 1, line[at].shape == .number, line[at].digits == 2,
            line[at].gap == .space, line[at - 1].shape == .number, (1...3).contains(line[at - 1].digits),
            at == 1 || line[at - 1].gap >= .dash
        else { return nil }
        return 100 * Int(line[at - 1].value) + Int(line[at].value)
    }

    /// How far apart two houses of one block are, of which a line names both.
    private static let pair = 99
    /// How far apart the ends of a range may be with a slash between them, and where a hyphen parts unit and house.
    private static let slashRange = 8
    private static let canadianRange = 20

    private func isSlashed(_ candidate: Candidate) -> Bool {
        guard let at = candidate.number?.range.first(where: { line[$0].shape != .sign }) else { return false }
        return line.bytes[Int(line[at].start)..<Int(line[at].end)].contains(UInt8(ascii: "/"))
    }

    private func takeUnit(_ number: HouseNumber, of house: HouseNumber, _ reading: inout AddressReading) {
        reading.number = house
        if number.isLikelyRange(within: OtherHouse.range) {
            var first = HouseNumber(value: number.value)
            first.span = number.span
            reading.otherHouse = OtherHouse(number: first, isAsLikely: false)
        }
        guard reading.unit == nil else { return }
        var unit = AddressUnit()
        unit.id = String(number.value)
        let length = Int(String(number.value).utf8.count)
        unit.idSpan = TextSpan(Int(number.span.lower)..<Int(number.span.lower) + length)
        reading.unit = unit
    }

    private func span(_ range: Range<Int>) -> TextSpan {
        guard let first = range.first, let last = range.last else { return .empty }
        return line[first].span.union(line[last].span)
    }

    func street(_ parts: StreetParts) -> StreetName {
        var street = StreetName()
        street.preDirectional = parts.preDirectional
        street.postDirectional = parts.postDirectional
        street.preType = preType(parts)
        street.preModifier = parts.modifierRange.map(line.text).joined(separator: " ")
        let type = parts.postTypeIndex >= 0 ? parts.postTypeIndex : parts.borrowedType
        if type >= 0 { street.postType = singular(line.lexicon.types[Int(line[type].meaning.type)]) }
        var name = parts.nameRange
        if parts.road != .none, name.count > 1, line[name.lowerBound].has(.numberSign) {
            name = name.lowerBound + 1..<name.upperBound
        }
        // `US 401 Hwy` is `US Hwy 401`.
        if parts.road != .none, name.count > 1, line[name.upperBound - 1].has(.roadWord),
            line[name.upperBound - 1].has(.strongType)
        {
            name = name.lowerBound..<name.upperBound - 1
        }
        street.name = names.name(name, numbers: type >= 0 ? .ordinal : .asWritten)
        // A modifier before the direction, as in `Old West State Route 21`, keeps it within the name.
        let isModifiedFirst = parts.modifierRange.lowerBound < parts.preDirectionalRange.lowerBound
        if !isModifiedFirst || parts.modifierRange.isEmpty {
            street.written.preDirectional = span(parts.preDirectionalRange)
        }
        street.written.name = span(parts.modifierRange).union(span(parts.preTypeRange)).union(
            span(parts.nameRange))
        if parts.postTypeIndex >= 0 { street.written.postType = line[parts.postTypeIndex].span }
        street.written.postDirectional = span(parts.postDirectionalRange)
        if parts.borrowedType >= 0 { street.written.sharedType = withoutPlural(line[parts.borrowedType]) }
        return street
    }

    private func withoutPlural(_ token: Token) -> TextSpan {
        guard token.has(.pluralType) else { return token.span }
        return TextSpan(Int(token.span.lower)..<Int(token.span.upper) - 1)
    }

    private func preType(_ parts: StreetParts) -> String {
        // `Rue Elgin Street` names its type twice, in both languages.
        if parts.isBilingual { return "" }
        let words = parts.preTypeRange.isEmpty ? parts.borrowedRoad : parts.preTypeRange
        if words.isEmpty { return "" }
        if let standard = parts.road.standard { return standard }
        return words.map(preTypeWord).joined(separator: " ")
    }

    private func preTypeWord(_ index: Int) -> String {
        let token = line[index]
        if token.meaning.typeBefore > 0, !token.has(.strongType) {
            return line.lexicon.typesBefore[Int(token.meaning.typeBefore)]
        }
        if token.has(.roadWord) { return line.lexicon.roads[Int(token.meaning.road)] }
        if token.has(.roadOwner) { return line.lexicon.owners[Int(token.meaning.owner)] }
        if token.has(.type) { return line.lexicon.types[Int(token.meaning.type)] }
        let text = line.text(index)
        return WordTable.shortTypesBefore[text] ?? text
    }

    private func singular(_ type: String) -> String {
        switch type {
        case "STS": "ST"
        case "RDS": "RD"
        case "DRS": "DR"
        default: type
        }
    }

    private func unit(_ parts: UnitParts) -> AddressUnit {
        var unit = AddressUnit()
        unit.type =
            parts.entry > 0 ? line.lexicon.units[Int(parts.entry)] : parts.typeRange.isEmpty ? "" : "#"
        unit.id = names.name(parts.idRange, numbers: .asWritten)
        // `Apt #` is `Apt`; a sign stands for the designator only where there is none.
        let designator = parts.typeRange.filter { line[$0].has(.unit) }
        unit.typeSpan = designator.first.map { line[$0].span } ?? span(parts.typeRange)
        unit.idSpan = span(parts.idRange)
        return unit
    }

    private func place(_ candidate: Candidate, _ reading: inout AddressReading) {
        let tail = candidate.tail
        if !candidate.city.isEmpty {
            let alias = line.lexicon.towns.name(ofAlias: line.phrase(candidate.city))
            reading.city = alias ?? names.name(candidate.city, numbers: .asWritten)
        }
        reading.state = line.lexicon.states[Int(tail.state)]
        if let code = PostalCode(line, tail.zipRange) {
            reading.zip = code.text
        } else if let first = tail.zipRange.first {
            let text = line.text(first)
            let digits = text.utf8.prefix { $0 != UInt8(ascii: "-") }.count
            reading.zip = digits == 4 ? "0" + text : [5, 9].contains(digits) ? String(text.prefix(5)) : ""
            let rest = text.dropFirst(5).drop { $0 == "-" }
            reading.zip4 =
                tail.zipRange.count > 1 ? line.text(first + 1) : rest.utf8.count == 4 ? String(rest) : ""
        }
        reading.written.city = span(candidate.city)
        reading.written.zip = span(tail.zipRange)
        takeZipBeforeTown(&reading)
        reading.written.state = span(tail.stateRange)
    }

    /// `12 Elm St, 02719, Fairhaven`: five digits before a town are its ZIP code and no unit.
    private func takeZipBeforeTown(_ reading: inout AddressReading) {
        guard reading.zip.isEmpty, !reading.city.isEmpty, let unit = reading.unit, unit.type.isEmpty,
            unit.id.utf8.count == 5, unit.id.utf8.allSatisfy(Tokenizer.isDigit)
        else { return }
        reading.zip = unit.id
        reading.written.zip = unit.idSpan
        reading.unit = nil
    }
}

extension Assembler {
    private func number(_ parts: NumberParts) -> HouseNumber? {
        guard var at = parts.range.first else { return nil }
        if line[at].shape == .sign { at += 1 }
        var number = NumberToken(line, at).number
        if line[at].isDirectional, parts.range.count == NumberReader.spacedGrid {
            number = HouseNumber(value: Int(line[at + 3].value))
            number.prefix = line.text(at) + line.text(at + 1) + line.text(at + 2)
        } else if line[at].shape == .letterFirst, at + 1 < parts.range.upperBound,
            line[at + 1].shape == .letterFirst
        {
            let second = NumberToken(line, at + 1).number
            number = HouseNumber(value: second.value)
            number.prefix = line.text(at) + second.prefix
        }
        if parts.second >= 0, line[parts.second].shape == .hyphenated {
            // `34-00 - 34-99` are the ends of 3400 to 3499.
            let far = NumberToken(line, parts.second).number
            number = HouseNumber(value: number.keyOfOne)
            number.second = far.keyOfOne
            number.secondDigits = String(far.keyOfOne).utf8.count
            number.join = .range
        } else if parts.second >= 0 {
            number.second = Int(line[parts.second].value)
            number.secondDigits = Int(line[parts.second].digits)
            number.join = parts.isPair ? .range : NumberToken.join(line[at], line[parts.second])
            number.isDashed = !parts.isPair && line[parts.second].gap == .dash
        }
        if parts.isBlock, number.second != nil { number.join = .range }
        if parts.fraction >= 0 { number.fraction = line.text(parts.fraction) }
        if parts.suffix >= 0 { number.suffix = line.text(parts.suffix) }
        number.span = span(parts.range)
        return number.isIllegible ? nil : number
    }
}
