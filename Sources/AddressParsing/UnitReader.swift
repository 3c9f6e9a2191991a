/// Reads units: `APT 4B`, `# 12`, `2nd Floor`, `Rear`, `Bldg 3`.
struct UnitReader {
    let line: TokenLine

    /// Returns the unit that starts at a token.
    func unit(at index: Int, before end: Int) -> UnitParts? {
        guard index < end else { return nil }
        let token = line[index]
        if let floor = floor(index, end) { return floor }
        if token.shape == .sign, token.has(.numberSign) { return signed(index, end) }
        if token.has(.saint), let suite = suite(index, end) { return suite }
        guard token.has(.unit) || token.has(.numberSign) else { return nil }
        return designated(index, end)
    }

    /// Returns the unit of a designator without an id that stands before a street: `Rear W Main St`, `Upper Main St`.
    func unitAlone(at index: Int, before end: Int) -> UnitParts? {
        guard index + 1 < end, line[index].has(.unitAlone), line[index + 1].opensStreet,
            !line[index + 1].has(.strongType) || line[index + 1].has([.saint, .typeBefore])
        else { return nil }
        return UnitParts(
            typeRange: index..<index + 1, entry: line[index].meaning.unit,
            isCoarse: line[index].has(.unitCoarse), end: index + 1)
    }

    /// `2nd Floor`, `Second Fl`, `Lower Level`, `2 Floor`.
    private func floor(_ index: Int, _ end: Int) -> UnitParts? {
        guard index + 1 < end, line[index + 1].gap <= .space, line[index + 1].has(.unit) else { return nil }
        let token = line[index]
        let isName = token.shape == .ordinal || token.has([.ordinal, .floorName])
        let isNumber = token.shape == .number && token.length <= 3
        let designator = line.lexicon.units[Int(line[index + 1].meaning.unit)]
        guard designator == "FL" || designator == "LVL" else { return nil }
        guard isName || isNumber && !hasId(index + 2, end) else { return nil }
        return UnitParts(
            typeRange: index + 1..<index + 2, idRange: index..<index + 1, entry: line[index + 1].meaning.unit,
            isCoarse: true, end: index + 2)
    }

    /// `ST 310` after the street's own type, for a suite.
    private func suite(_ index: Int, _ end: Int) -> UnitParts? {
        guard index > 0, line[index - 1].has(.type) || line[index].gap == .comma, line[index].length == 2,
            index + 1 < end, line[index + 1].shape == .number, line[index + 1].length <= 4
        else { return nil }
        return UnitParts(
            typeRange: index..<index + 1, idRange: index + 1..<index + 2, entry: suiteEntry, end: index + 2)
    }

    private var suiteEntry: UInt8 { UInt8(line.lexicon.units.firstIndex(of: "STE") ?? 0) }

    private func hasId(_ index: Int, _ end: Int) -> Bool {
        index < end && line[index].hasDigit && line[index].gap < .dash && line[index].length < 5
    }

    private func signed(_ index: Int, _ end: Int) -> UnitParts? {
        if index + 1 < end, line[index + 1].has(.unit), var unit = designated(index + 1, end) {
            unit.typeRange = index..<unit.typeRange.upperBound
            return unit
        }
        guard let id = id(index + 1, end, isLoose: true) else { return nil }
        return UnitParts(
            typeRange: index..<index + 1, idRange: id, entry: 0, isCoarse: false, end: id.upperBound)
    }

    private func designated(_ index: Int, _ end: Int) -> UnitParts? {
        let token = line[index]
        var unit = UnitParts(
            typeRange: index..<index + 1, idRange: 0..<0, entry: token.meaning.unit,
            isCoarse: token.has(.unitCoarse), end: index + 1)
        var at = index + 1
        if at < end, line[at].has(.numberSign), at + 1 < end {
            unit.typeRange = index..<at + 1
            at += 1
        }
        let isFirm = token.has(.unit) && !token.has(.unitNeedsId)
        if let id = id(at, end, isLoose: isFirm && !token.has([.unitAlone, .unitCoarse])) {
            unit.idRange = id
            unit.end = id.upperBound
            return unit
        }
        if isFirm, !token.has(.unitAlone), let id = idAfterComma(at, end) {
            unit.idRange = id
            unit.end = id.upperBound
            return unit
        }
        unit.typeRange = index..<index + 1
        if isFirm, !token.has(.unitCoarse), index > 0, line.gap(index + 1) == .comma || index + 1 == end,
            line[index - 1].has([.type, .directional]) || token.gap == .comma
        {
            return unit
        }
        return token.has(.unitAlone) && (!token.has(.unitNeedsId) || line.gap(index + 1) == .comma)
            ? unit : nil
    }

    /// `Suite, 12B`.
    private func idAfterComma(_ index: Int, _ end: Int) -> Range<Int>? {
        guard index < end, line[index].gap == .comma, line[index].hasDigit, line[index].length < 6,
            line.gap(index + 1) == .comma || index + 1 == end
        else { return nil }
        return index..<index + 1
    }

    /// The id at a token: something with a digit, a letter, a number in words, and with `isLoose` a short word.
    private func id(_ index: Int, _ end: Int, isLoose: Bool) -> Range<Int>? {
        guard index < end, line[index].gap < .comma else { return nil }
        let token = line[index]
        if token.shape == .sign { return nil }
        if token.hasDigit || token.isLetter {
            let next = index + 1
            guard next < end, line[next].gap <= .dash else { return index..<next }
            if line[next].has(.and), next + 1 < end, line[next + 1].hasDigit || line[next + 1].isLetter {
                return index..<next + 2
            }
            let isPair =
                token.isLetter ? line[next].shape == .number && line[next].length < 5 : line[next].isLetter
            if isPair, !isTownDirection(next, end) { return index..<next + 1 }
            if line[next].isDirectional, line.gap(next + 1) == .comma { return index..<next + 1 }
            if line[next].gap == .dash, line[next].hasDigit, line[next].length < 5 { return index..<next + 1 }
            return index..<next
        }
        if token.has([.ordinal, .cardinal]) { return index..<index + 1 }
        let isShort =
            token.length <= 3 && (token.length < 3 || line.bytes[Int(token.start) + 1] == UInt8(ascii: "-"))
            && !token.has([.state, .saint]) || token.isDirectional && line.gap(index + 1) == .comma
        return isLoose && isShort ? index..<index + 1 : nil
    }

    /// Whether the letter is the direction of a town: `Apt 5 N Hollywood`.
    private func isTownDirection(_ index: Int, _ end: Int) -> Bool {
        line[index].isDirectional && index + 1 < end && line[index + 1].gap < .comma
    }

    /// Returns an id that stands without a designator: `212 W Washington, 1506`.
    func bareId(at index: Int, before end: Int) -> UnitParts? {
        let token = line[index]
        let isLast = index + 1 == end && index > 0 && line[index - 1].has(.strongType)
        let isPair =
            token.shape == .word && token.length == 2 && isLast && end == line.count
            && !token.has([.state, .directional, .unit, .type]) && token.gap < .comma
        let isId = token.hasDigit && token.shape != .ordinal && token.shape != .fraction || isPair
        // A lone direction letter is a direction, unless the street has one already: `12 K St NW E`.
        let isDirection = token.isDirectional && !(index > 0 && line[index - 1].isDirectional)
        let isLetter =
            token.isLetter && !isDirection
            && (index + 1 == end || line[index + 1].gap == .comma
                || !token.isDirectional && line[index + 1].shape == .word
                    && !line[index + 1].has([.and, .at]))
        guard isId || isLetter else { return nil }
        var next = index + 1
        if next < end, line[next].isLetter, line[next].gap <= .space,
            next + 1 == end || line[next + 1].gap == .comma
        {
            next += 1
        }
        return UnitParts(idRange: index..<next, end: next)
    }
}
