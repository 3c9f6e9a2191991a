/// Reads what follows the street: units, buildings, people and the town.
struct RemainderReader {
    let line: TokenLine
    let units: UnitReader

    init(line: TokenLine) {
        self.line = line
        units = UnitReader(line: line)
    }

    func remainder(_ range: Range<Int>, tail: Tail) -> Remainder {
        var result = Remainder()
        var at = range.lowerBound
        var isAfterUnit = true
        var words = 0..<0
        while at < range.upperBound {
            if let unit = units.unit(at: at, before: range.upperBound) {
                take(unit, &result)
                result.score += at == range.lowerBound ? 4 : 1
                (at, isAfterUnit) = (unit.end, true)
            } else if let end = secondAddress(at, range.upperBound) ?? crossReference(at, range) {
                result.score -= 6
                at = end
            } else if isAfterUnit, words.isEmpty, let unit = units.bareId(at: at, before: range.upperBound) {
                take(unit, &result)
                result.score -= line[at].gap >= .dash ? 3 : 5
                if unit.end < range.upperBound, line.gap(unit.end) < .comma { result.score -= 4 }
                at = unit.end
            } else if line[at].has(.careOf), line[at].gap == .comma || at + 2 < range.upperBound {
                result.score -= 3
                at = endOfPerson(at, range.upperBound, tail)
            } else {
                let end = endOfWords(at, range.upperBound)
                let run = withoutCounty(at..<end)
                // `Salem, Marion County, OR`: the town stands before its county.
                if words.isEmpty || !isCounty(run) {
                    if !words.isEmpty { result.score -= buildingPenalty(words) }
                    words = run
                }
                isAfterUnit = false
                at = end
            }
        }
        let town = withoutRepeatedState(words, tail)
        result.score +=
            town.isEmpty ? emptyCityScore(tail) : cityScore(town, tail, isAfterUnit: isAfterUnit)
        result.city = isNoTown(words, before: at, range, tail) ? 0..<0 : town
        return result
    }

    private static let county = Set(["COUNTY", "CNTY", "PARISH"].map { WordHash.of($0) })

    /// Whether words name a county: `Marion County`.
    private func isCounty(_ words: Range<Int>) -> Bool {
        words.count > 1 && Self.county.contains(line[words.upperBound - 1].hash)
    }

    /// Takes the county off a known town that it follows without a comma: `Salem Marion County`.
    private func withoutCounty(_ words: Range<Int>) -> Range<Int> {
        guard words.count > 2, isCounty(words) else { return words }
        for end in (words.lowerBound + 1..<words.upperBound - 1).reversed()
        where line.lexicon.towns.contains(line.phrase(words.lowerBound..<end)) {
            return words.lowerBound..<end
        }
        return words
    }

    /// A finer unit replaces a coarser one, and one with a designator one without; otherwise the first stays.
    private func take(_ unit: UnitParts, _ result: inout Remainder) {
        guard let old = result.unit else { return result.unit = unit }
        let isNamed = !unit.typeRange.isEmpty
        let isTaken =
            old.isCoarse && !unit.isCoarse && isNamed || old.typeRange.isEmpty && isNamed && !unit.isCoarse
        if isTaken { result.unit = unit }
        let other = isTaken ? old : unit
        if result.looseNumber == nil, other.typeRange.isEmpty,
            other.idRange.contains(where: { line[$0].hasDigit })
        {
            result.looseNumber = other
        }
    }

    /// `Roswell, GA, GA 30075`: the state stands there twice.
    private func withoutRepeatedState(_ words: Range<Int>, _ tail: Tail) -> Range<Int> {
        guard words.count > 1, tail.state != 0, let last = words.last, line[last].has(.state),
            line[last].meaning.state == tail.state
        else { return words }
        return words.dropLast()
    }

    /// Words that a unit follows, or that hold a sign, at the end of a line without a state or ZIP code.
    private func isNoTown(_ words: Range<Int>, before end: Int, _ range: Range<Int>, _ tail: Tail) -> Bool {
        if words.count == 1, line.text(words.lowerBound).utf8.contains(UInt8(ascii: "/")) { return true }
        guard !words.isEmpty, tail.isEmpty, line[words.lowerBound].gap < .comma,
            !line.lexicon.towns.contains(line.phrase(words))
        else { return false }
        return words.upperBound < range.upperBound || words.contains { line[$0].shape == .sign }
    }

    /// Another address after the first, as of a building: `440 Elm St, 1 Financial Place`.
    private func secondAddress(_ index: Int, _ end: Int) -> Int? {
        guard line[index].shape == .number, index + 2 < end, line[index + 1].shape == .word else {
            return nil
        }
        for at in index + 2..<min(end, index + 5) where line[at].gap < .comma && line[at].has(.strongType) {
            return at + 1
        }
        return nil
    }

    /// The street that a numbered address stands near: `100 Elm St at Oak Ave`. Goes on to a comma or the end.
    private func crossReference(_ index: Int, _ range: Range<Int>) -> Int? {
        guard index == range.lowerBound, line[index].has([.and, .at, .near]), index + 1 < range.upperBound
        else {
            return nil
        }
        var at = index + 1
        while at < range.upperBound, line[at].gap < .comma { at += 1 }
        return at
    }

    private func endOfWords(_ start: Int, _ end: Int) -> Int {
        var at = start + 1
        while at < end, line[at].gap < .comma, !line[at - 1].hasDigit, units.unit(at: at, before: end) == nil
        { at += 1 }
        if at < end, line[at].gap < .comma, line[at].has(.landmark) { at += 1 }
        return at
    }

    /// Words between street and town that are neither: a building after a comma, or else a misreading.
    private func buildingPenalty(_ words: Range<Int>) -> Int {
        let isSetOff = line[words.lowerBound].gap >= .dash
        let isTyped = words.contains { line[$0].has(.strongType) }
        return (isSetOff ? 3 + words.count : 5 + 2 * words.count) + (isTyped ? 4 : 0)
    }

    /// Returns where the words of `Attn …` end: at a comma, or else before the town if one is expected.
    private func endOfPerson(_ start: Int, _ end: Int, _ tail: Tail) -> Int {
        var at = start + 1
        while at < end, line[at].gap < .comma { at += 1 }
        guard at == end, !tail.isEmpty, start + 2 < end else { return at }
        for town in start + 2..<end where line.lexicon.towns.contains(line.phrase(town..<end)) { return town }
        return end - 1
    }

    private func emptyCityScore(_ tail: Tail) -> Int {
        tail.state != 0 ? -7 : tail.zipRange.isEmpty ? 0 : -3
    }

    /// Returns how well a run of words fits a town.
    func cityScore(_ words: Range<Int>, _ tail: Tail, isAfterUnit: Bool) -> Int {
        var score = [0, 2, 1, -2, -6, -10][min(words.count, 5)] - 4 * max(0, words.count - 5)
        let first = line[words.lowerBound]
        if line.lexicon.towns.contains(line.phrase(words)) {
            score += 6 + 3 * words.count
        } else {
            score += shapeScore(words)
        }
        if first.gap == .comma {
            score += 5
        } else if tail.isEmpty {
            score -= line.lexicon.towns.contains(line.phrase(words)) ? 4 : isAfterUnit ? 8 : 5
        }
        return score - (isAfterUnit ? 3 : 0)
    }

    private func shapeScore(_ words: Range<Int>) -> Int {
        var score = 0
        let first = line[words.lowerBound]
        if words.count == 1, first.has(.state), !first.has(.stateName) { score -= 15 }
        if words.count > 1 {
            if first.has(.townStart) { score += first.isLetter ? 0 : 2 }
            if first.isDirectional, !first.meaning.isFullDirectional { score -= 4 }
            if line[words.upperBound - 1].has(.townEnd) { score += 3 }
        }
        for index in words {
            let token = line[index]
            if token.hasDigit { score -= 15 }
            if token.shape == .sign { score -= index == words.lowerBound ? 20 : 12 }
            if token.has(.strongType), !token.has(.saint) || index != words.lowerBound {
                score -= token.has(.closingType) ? 14 : 9
            }
            if token.has(.weakType), !token.has([.townStart, .townEnd]), index == words.lowerBound {
                score -= 2
            }
            if token.has(.weakType), words.count == 1 { score -= 6 }
            if token.isDirectional, index > words.lowerBound { score -= 3 }
            if token.isDirectional, words.count == 1 { score -= 14 }
            if token.isLetter, !token.isDirectional { score -= 4 }
            if token.has([.and, .at]) { score -= 8 }
        }
        return score
    }
}
