/// Stage 4: tries the ways to cut a line into number, street, unit, town and tail, and scores each.
struct LineSolver {
    /// Numbers tried in a line, and words taken for a street.
    private static let numberLimit = 4
    private static let streetLimit = 11

    let line: TokenLine
    let mail: MailPart?
    private let streets: StreetReader
    private let remainders: RemainderReader
    private let numbers: NumberReader
    private(set) var list = CandidateList()
    /// What follows each token, once read, for the tail in hand.
    private var rests: [Remainder?] = []

    init(line: TokenLine, mail: MailPart?) {
        self.line = line
        self.mail = mail
        streets = StreetReader(line: line)
        remainders = RemainderReader(line: line)
        numbers = NumberReader(line: line)
        for tail in TailReader(line: line).tails() {
            rests = Array(repeating: nil, count: tail.end + 1)
            tryNumbers(tail)
            tryMail(tail)
            if hasPlainNumber, list.best >= tail.score + Self.sureScore { continue }
            tryWithoutNumber(tail)
            tryTown(tail)
            tryLandmark(tail)
            for candidate in CrossingReader(line: line, streets: streets, remainders: remainders).crossings(
                tail)
            {
                list.insert(candidate)
            }
        }
    }

    /// Above it a line that starts with a number and has no sign of a crossing is read no other way.
    private static let sureScore = 24

    private var hasPlainNumber: Bool {
        guard line.count > 2, line[0].shape == .number || line[0].shape == .numberFirst else { return false }
        return !line.tokens.contains { $0.has([.and, .at, .near, .between, .corner]) }
    }

    private mutating func rest(_ start: Int, _ tail: Tail) -> Remainder {
        if let rest = rests[start] { return rest }
        let rest = remainders.remainder(start..<tail.end, tail: tail)
        rests[start] = rest
        return rest
    }

    private mutating func tryNumbers(_ tail: Tail) {
        var found = 0
        for start in 0..<min(tail.end, 20) {
            guard let number = numbers.number(at: start, before: tail.end) else { continue }
            let preamble = preamble(start)
            let suffixed = numbers.withSuffix(number, before: tail.end)
            for number in [number, suffixed].compactMap(\.self) {
                tryStreets(number, preamble, tail)
                if start == 0 { tryUnits(behind: number, tail) }
            }
            found += 1
            if found == Self.numberLimit { return }
        }
    }

    /// Tries the streets behind a unit that stands behind the number: `142 Apt 4 Main St`, `142 Rear Main St`.
    private mutating func tryUnits(behind number: NumberParts, _ tail: Tail) {
        let units = remainders.units
        let numbered = units.unit(at: number.end, before: tail.end).flatMap { $0.idRange.isEmpty ? nil : $0 }
        for unit in [numbered, units.unitAlone(at: number.end, before: tail.end)].compactMap(\.self)
        where unit.end < tail.end {
            var shifted = number
            shifted.end = unit.end
            // `Lower West Side Rd`
            let isName =
                line[unit.typeRange.lowerBound].has(.unitNeedsId) && unit.idRange.isEmpty
                && line[unit.end].meaning.isFullDirectional
            tryStreets(shifted, (isName ? -7 : -2, unit), tail)
        }
    }

    private mutating func tryStreets(
        _ number: NumberParts, _ preamble: (score: Int, unit: UnitParts?), _ tail: Tail
    ) {
        for end in number.end + 1..<max(number.end + 2, min(tail.end, number.end + Self.streetLimit) + 1)
        where end <= tail.end {
            guard let street = streets.street(number.end..<end) else { continue }
            let rest = self.rest(end, tail)
            var boundary = boundaryScore(street, end, tail) - splitTownPenalty(end, rest)
            if let mail, number.range.lowerBound >= mail.next, !street.isTyped { boundary -= 12 }
            let score = number.score + preamble.score + street.score + rest.score + boundary + tail.score
            guard score > list.bar else { continue }
            list.insert(
                Candidate(
                    kind: number.isBlock ? .block : .street, number: number, street: street,
                    unit: rest.unit ?? preamble.unit, city: rest.city, tail: tail, score: score))
        }
    }

    /// Returns what speaks for a street's ending here.
    private func boundaryScore(_ street: StreetParts, _ end: Int, _ tail: Tail) -> Int {
        let isUntyped = !street.isTyped && !street.isWeaklyTyped
        if end == tail.end { return tail.isEmpty ? (isUntyped ? 3 * street.nameRange.count : 2) : 0 }
        return line.gap(end) >= .dash ? (isUntyped ? 3 + 3 * (street.nameRange.count - 1) : 5) : 0
    }

    /// Returns what speaks against a street's taking the first word of a known town: `Rd W` of `Rd, W Palm Beach`.
    private func splitTownPenalty(_ end: Int, _ rest: Remainder) -> Int {
        guard rest.city.lowerBound == end, !rest.city.isEmpty, line[end].gap < .comma,
            line[end - 1].has([.directional, .saint]),
            line.directional(endingBefore: end, after: 0)?.length != 2
        else { return 0 }
        return line.lexicon.towns.contains(line.phrase(end - 1..<rest.city.upperBound)) ? 14 : 0
    }

    /// Reads what stands before the number: a unit, or a building's or person's name.
    private func preamble(_ end: Int) -> (score: Int, unit: UnitParts?) {
        guard end > 0 else { return (0, nil) }
        // The number of a signal is no house's.
        if end == 1, AssetNumber.end(in: line, before: line.count) != nil { return (-40, nil) }
        if let unit = units(before: end) { return (-1, unit) }
        if end == 1, let unit = remainders.units.bareId(at: 0, before: 1) { return (-4, unit) }
        let gap = line.gap(end) >= .dash ? 3 : 0
        let last = line[end - 1]
        let isUnitBefore = last.has(.unit) && !last.has(.type) || last.has(.numberSign) || last.has(.roadWord)
        let isAddressBefore = streets.hasAddress(0..<end)
        return (-7 - end / 2 + gap - (isUnitBefore ? 8 : 0) - (isAddressBefore ? 9 : 0), nil)
    }

    /// Returns the finest unit of a run that is units and nothing else.
    private func units(before end: Int) -> UnitParts? {
        var finest: UnitParts?
        var at = 0
        while at < end {
            guard let unit = remainders.units.unit(at: at, before: end) else { return nil }
            if finest == nil || finest?.isCoarse == true { finest = unit }
            at = unit.end
        }
        return finest
    }

    private mutating func tryWithoutNumber(_ tail: Tail) {
        guard tail.end > 0 else { return }
        for end in 1...min(tail.end, Self.streetLimit) {
            guard let street = streets.street(0..<end) else { continue }
            let rest = self.rest(end, tail)
            let isNamed = street.isTyped || street.preTypeRange.count > 0
            var score = street.score + rest.score + boundaryScore(street, end, tail) + tail.score
            score -= splitTownPenalty(end, rest)
            score -= isNamed ? 4 : street.isWeaklyTyped ? 6 : 8
            if mail != nil, !street.isTyped { score -= 12 }
            if street.nameRange.count == 1, line[street.nameRange.lowerBound].shape == .number,
                street.preTypeRange.isEmpty
            {
                score -= 6
            }
            guard score > list.bar else { continue }
            let kind = LandmarkRule(line: line).kind(street, tail, town: rest.city)
            list.insert(
                Candidate(
                    kind: kind, number: nil, street: street, unit: rest.unit, looseNumber: rest.looseNumber,
                    city: rest.city, tail: tail, score: score))
        }
    }

    private mutating func tryTown(_ tail: Tail) {
        guard tail.end > 0 || !tail.isEmpty else { return }
        if tail.isEmpty, !line.lexicon.towns.contains(line.phrase(0..<tail.end)) { return }
        var score = tail.score - (tail.zipRange.isEmpty && tail.score < 5 ? tail.end > 0 ? 8 : 4 : 2)
        if tail.end > 0 {
            score += remainders.cityScore(0..<tail.end, tail, isAfterUnit: false) - (tail.isEmpty ? 10 : 0)
            for index in 1..<max(1, tail.end) where line[index].gap >= .dash { score -= 8 }
        }
        list.insert(
            Candidate(
                kind: .unplaceable(.placeOnly), number: nil, unit: nil, city: 0..<tail.end, tail: tail,
                score: score))
    }

    /// A line that nothing else fits names a place or person.
    private mutating func tryLandmark(_ tail: Tail) {
        guard tail.isEmpty else { return }
        list.insert(Candidate(kind: .unplaceable(.landmark), number: nil, tail: tail, score: -5))
    }

    private mutating func tryMail(_ tail: Tail) {
        guard let mail else { return }
        let next = min(mail.next, tail.end)
        let rest = remainders.remainder(next..<tail.end, tail: tail)
        let isMilitary = ["AA", "AE", "AP"].contains(line.lexicon.states[Int(tail.state)])
        list.insert(
            Candidate(
                kind: .unplaceable(isMilitary ? .militaryMail : mail.reason), number: nil,
                unit: rest.unit?.isCoarse == true ? nil : rest.unit,
                city: rest.city, tail: tail, score: 12 + rest.score + tail.score))
    }
}
