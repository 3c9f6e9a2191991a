/// Reads country, ZIP code and state from a line's right-hand end, in every way that makes sense.
struct TailReader {
    let line: TokenLine

    /// Returns the ways to read the end, the fullest first; the last takes nothing.
    func tails() -> [Tail] {
        let end = withoutCountry(line.count)
        var tails: [Tail] = []
        if let code = postalCode(endingAt: end) { return canadianTails(code) }
        if let tail = zipBeforeState(end) { return [tail] }
        if let zip = zip(endingAt: end) {
            let states = states(endingAt: zip.lowerBound, zip: zip)
            // A code that the ZIP code agrees with leaves no doubt, unless it is another word too.
            if let sure = states.first(where: { $0.isSure }) { return [sure] }
            tails += states
            tails.append(Tail(end: zip.lowerBound, zipRange: zip, score: 8))
        } else {
            if let zip = brokenZip(endingAt: end) { tails += states(endingAt: zip.lowerBound, zip: zip) }
            tails += states(endingAt: end, zip: nil)
        }
        tails.append(Tail(end: end))
        return tails
    }

    /// `K1A 0B1`, `K1A0B1`, `K1A-0B1`.
    private func postalCode(endingAt end: Int) -> Range<Int>? {
        for length in [2, 1] where end >= length && PostalCode(line, end - length..<end) != nil {
            return end - length..<end
        }
        return nil
    }

    private func canadianTails(_ code: Range<Int>) -> [Tail] {
        let letter = line.bytes[Int(line[code.lowerBound].start)]
        let states = states(endingAt: code.lowerBound, zip: nil).filter {
            line.lexicon.isProvince($0.state)
        }
        if let tail = states.first {
            let agrees = line.lexicon.postalLetter(letter, isIn: tail.state)
            return [
                Tail(
                    end: tail.end, state: tail.state, stateRange: tail.stateRange, zipRange: code,
                    score: agrees ? 20 : 12, isSure: true)
            ]
        }
        return [Tail(end: code.lowerBound, zipRange: code, score: 12), Tail(end: line.count)]
    }

    private func withoutCountry(_ end: Int) -> Int {
        if end >= 2, line[end - 1].has(.country) { return end - 1 }
        if end >= 3, line.isWord(end - 1, Self.canada) { return end - 1 }
        if end >= 3, line.isWord(end - 1, Self.us), line[end - 2].hasDigit || line[end - 2].has(.state) {
            return end - 1
        }
        if end >= 4, line.isWord(end - 1, Self.states), line.isWord(end - 2, Self.united) { return end - 2 }
        if end >= 6, line.isWord(end - 1, Self.america), line.isWord(end - 4, Self.united) { return end - 4 }
        return end
    }

    private static let canada = WordHash.of("CANADA")
    private static let us = WordHash.of("US")
    private static let united = WordHash.of("UNITED")
    private static let states = WordHash.of("STATES")
    private static let america = WordHash.of("AMERICA")

    /// `60606`, `60606-6306`, `606066306`, `60606 6306`; four digits after a state whose codes start with zero.
    private func zip(endingAt end: Int) -> Range<Int>? {
        guard end > 0 else { return nil }
        let last = line[end - 1]
        if last.has([.numberSign]) { return nil }
        if end >= 2, line[end - 2].shape == .sign { return nil }
        if last.shape == .number {
            if last.length == 5 || last.length == 9 { return end - 1..<end }
            if last.length == 4, end >= 2 {
                if line[end - 2].shape == .number, line[end - 2].length == 5, line[end - 1].gap <= .dash,
                    end > 2
                {
                    return end - 2..<end
                }
                if line[end - 2].has(.state), end > 2 { return end - 1..<end }
            }
        }
        if last.shape == .hyphenated,
            last.digits == 5 && (last.length == 10 || last.length == 6)
                || last.digits == 4 && end > 2 && line[end - 2].has(.state)
        {
            return end - 1..<end
        }
        return nil
    }

    /// `97301, OR` and `Salem 97301 OR`: the two the other way round, where they agree.
    private func zipBeforeState(_ end: Int) -> Tail? {
        guard end >= 2, line[end - 1].has(.state), !line[end - 1].has(.stateName),
            line[end - 2].shape == .number, line[end - 2].length == 5
        else { return nil }
        let zip = end - 2..<end - 1
        guard let prefix = zipPrefix(zip),
            line.lexicon.zipPrefix(prefix, isIn: line[end - 1].meaning.state)
        else { return nil }
        return Tail(
            end: end - 2, state: line[end - 1].meaning.state, stateRange: end - 1..<end, zipRange: zip,
            score: 20)
    }

    /// `MA 021`, `MN 553404`: a ZIP code with digits too few or too many, behind a state's code after a comma.
    private func brokenZip(endingAt end: Int) -> Range<Int>? {
        guard end >= 3, line[end - 1].shape == .number, line[end - 1].length > 2, line[end - 1].length <= 12,
            line[end - 1].gap < .comma, line[end - 2].has(.state), line[end - 2].length == 2,
            line[end - 2].gap == .comma
        else { return nil }
        return end - 1..<end
    }

    private func zipPrefix(_ zip: Range<Int>?) -> Int? {
        guard let zip else { return nil }
        let token = line[zip.lowerBound]
        if token.length == 9, token.shape == .number { return Int(token.value) / 1_000_000 }
        return Int(token.value) / 100
    }

    private func isBroken(_ zip: Range<Int>?) -> Bool {
        guard let zip, zip.count == 1, line[zip.lowerBound].shape == .number else { return false }
        return ![4, 5, 9].contains(line[zip.lowerBound].length)
    }

    private func states(endingAt end: Int, zip: Range<Int>?) -> [Tail] {
        var tails: [Tail] = []
        for length in [4, 3, 2] where end >= length {
            if let state = line.lexicon.state(named: line.phrase(end - length..<end)) {
                tails.append(tail(end - length..<end, state, zip, isAmbiguous: false))
                break
            }
        }
        if end >= 1, line[end - 1].has(.state) {
            let token = line[end - 1]
            let isAmbiguous = token.has([.ambiguousState, .stateName])
            tails.append(tail(end - 1..<end, token.meaning.state, zip, isAmbiguous: isAmbiguous))
        }
        return tails
    }

    private func tail(_ range: Range<Int>, _ state: UInt8, _ zip: Range<Int>?, isAmbiguous: Bool) -> Tail {
        var score = 8
        if let prefix = zipPrefix(zip), !isBroken(zip) {
            let fits = line.lexicon.zipPrefix(prefix, isIn: state)
            score += fits ? 12 : isAmbiguous && line.gap(range.lowerBound) < .comma ? -4 : 4
        } else {
            let isAfterComma = line.gap(range.lowerBound) == .comma
            score = isAmbiguous ? (isAfterComma ? 5 : 1) : isAfterComma && range.count > 1 ? 11 : 8
            // `The Prado NE`: a direction sooner than Nebraska.
            if line[range.lowerBound].isDirectional, !isAfterComma { score -= 5 }
        }
        if range.lowerBound == 0 { score -= 3 }
        return Tail(
            end: range.lowerBound, state: state, stateRange: range, zipRange: zip ?? 0..<0, score: score,
            isSure: zip != nil && score >= 20 && line[range.lowerBound].length == 2
                && (!isAmbiguous || line.gap(range.lowerBound) == .comma))
    }
}
