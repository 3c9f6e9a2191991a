/// A road named by a number or letter: `US Hwy 1`, `I-95`, `County Road UV`.
struct RoadParts {
    var typeRange: Range<Int>
    var kind: RoadKind
    var nameRange: Range<Int>
    var score: Int
}

/// Reads highways and routes.
struct RoadReader {
    let line: TokenLine

    /// Returns the road whose designation starts at a token.
    func road(at index: Int, before end: Int) -> RoadParts? {
        guard index + 1 < end,
            line[index].has([.roadWord, .roadOwner, .state]) || line[index].isLetter
                || line.isWord(index, Self.united)
        else { return nil }
        if let owned = unitedStatesRoad(index, end) ?? spelledRoad(index, end) ?? ownedRoad(index, end) {
            return owned
        }
        if line[index].has(.roadWord), !line.has(index + 1, .numberSign) || isHighwayName(index),
            let id = id(index + 1, end, mayBeLetters: mayTakeLetters(index))
        {
            return RoadParts(typeRange: index..<index + 1, kind: single(index), nameRange: id, score: 16)
        }
        return codedRoad(index, end)
    }

    /// `STATE ROUTE 32`, `US HWY 1`, `FARM TO MARKET ROAD 1960`, `FOREST SERVICE ROAD 21`, `US ALT 19`.
    private func ownedRoad(_ index: Int, _ end: Int) -> RoadParts? {
        guard line[index].has([.roadOwner, .state]) else { return nil }
        let isOwner = line[index].has(.roadOwner)
        let owner = isOwner ? line.lexicon.owners[Int(line[index].meaning.owner)] : "STATE"
        let isAlternative = owner == "BUSINESS" || owner == "ALTERNATE"
        var at = index + 1
        if owner == "FARM" || owner == "RANCH", line.isWord(at, Self.to), line.isWord(at + 1, Self.market) {
            at += 2
        }
        if line.isWord(at, Self.trunk) || owner == "FOREST" && line.isWord(at, Self.service), at + 1 < end {
            at += 1
        }
        let isWord = at < end && line[at].has(.roadWord)
        if isWord {
            at += 1
        } else if at == index + 1, !isAlternative {
            return alternateRoad(index, owner, end)
        }
        if at < end, line[at].has(.roadWord), line[at - 1].has(.roadWord), at + 1 < end,
            line[at].has(.type), id(at + 1, end, mayBeLetters: false) != nil
        {
            at += 1
        }
        guard let id = id(at, end, mayBeLetters: isWord || !isAlternative) else { return nil }
        return RoadParts(typeRange: index..<at, kind: kind(ofOwner: owner), nameRange: id, score: 18)
    }

    /// `US ALT 19`, `US BUS 30`: another road than `US 19`.
    private func alternateRoad(_ index: Int, _ owner: String, _ end: Int) -> RoadParts? {
        guard index + 1 < end, line[index + 1].has(.roadSuffix),
            let id = id(index + 2, end, mayBeLetters: false)
        else { return nil }
        return RoadParts(
            typeRange: index..<index + 1, kind: kind(ofOwner: owner),
            nameRange: index + 1..<id.upperBound, score: 18)
    }

    /// `U S 401`, `United States Highway 53`.
    private func unitedStatesRoad(_ index: Int, _ end: Int) -> RoadParts? {
        let isSpelled = line.isWord(index, Self.united) && line.isWord(index + 1, Self.states)
        guard isSpelled || line.isWord(index, Self.letterU) && line.isWord(index + 1, Self.letterS) else {
            return nil
        }
        var at = index + 2
        if at < end, line[at].has(.roadWord) { at += 1 }
        guard let id = id(at, end, mayBeLetters: false) else { return nil }
        return RoadParts(typeRange: index..<at, kind: .unitedStates, nameRange: id, score: 18)
    }

    /// `C R 850`, `S R 50`, `F M 1960`.
    private func spelledRoad(_ index: Int, _ end: Int) -> RoadParts? {
        guard index + 2 < end, line[index].isLetter, line[index + 1].isLetter,
            line[index + 2].shape == .number || line[index + 2].shape == .numberFirst
        else { return nil }
        let kind: RoadKind
        switch (line.text(index), line.text(index + 1)) {
        case ("C", "R"), ("C", "H"): kind = .county
        case ("S", "R"), ("S", "H"): kind = .state
        case ("F", "M"): kind = .farm
        case ("R", "M"): kind = .ranch
        default: return nil
        }
        return RoadParts(
            typeRange: index..<index + 2, kind: kind, nameRange: index + 2..<index + 3, score: 18)
    }

    private static let united = WordHash.of("UNITED")
    private static let states = WordHash.of("STATES")
    private static let letterU = WordHash.of("U")
    private static let letterS = WordHash.of("S")
    private static let to = WordHash.of("TO")
    private static let market = WordHash.of("MARKET")
    private static let service = WordHash.of("SERVICE")
    private static let trunk = WordHash.of("TRUNK")

    /// `CA 1`, `M-22`, `F 41`: a state's code or a letter, and a number.
    private func codedRoad(_ index: Int, _ end: Int) -> RoadParts? {
        let token = line[index]
        guard token.length <= 2, !token.isDirectional, line[index + 1].shape == .number,
            line[index + 1].length <= 4
        else { return nil }
        let kind = token.length == 2 ? RoadKind.state : .named
        return RoadParts(typeRange: index..<index + 1, kind: kind, nameRange: index + 1..<index + 2, score: 6)
    }

    /// The road's number, or letters, perhaps after `No`.
    private func id(_ index: Int, _ end: Int, mayBeLetters: Bool) -> Range<Int>? {
        guard index < end else { return nil }
        var at = index
        if line[at].has(.numberSign), at + 1 < end, line[at + 1].hasDigit { at += 1 }
        let token = line[at]
        if token.shape == .number || token.shape == .numberFirst || token.shape == .hyphenated
            || token.shape == .letterFirst
        {
            if at + 1 < end, line[at + 1].isLetter, !line[at + 1].isDirectional, token.gap < .comma {
                return index..<at + 2
            }
            return index..<at + 1
        }
        let isLetters =
            token.shape == .word && (token.length <= 2 || isRoadLetters(token))
            && (!token.has(.type) || line.gap(at + 1) == .comma)
        guard mayBeLetters, isLetters, !token.isDirectional || at + 1 == end else { return nil }
        return index..<at + 1
    }

    /// `AAA`, `PPQ`: the letters of a county road, which spell nothing.
    private func isRoadLetters(_ token: Token) -> Bool {
        guard token.length == 3, !token.has([.state, .unit, .directional]) else { return false }
        let letters = line.bytes[Int(token.start)..<Int(token.end)]
        return Set(letters).count == 1 || !letters.contains { "AEIOUY".utf8.contains($0) }
    }

    private func isHighwayName(_ index: Int) -> Bool {
        let road = line.lexicon.roads[Int(line[index].meaning.road)]
        return road == "HWY" || road == "RTE"
    }

    /// Whether a token names a highway or county road beyond doubt: `Hwy`, `Route`, `County Rd`.
    func isHighwayWord(_ index: Int) -> Bool {
        if isHighwayName(index) { return !line.has(index + 1, .numberSign) }
        return line[index].has(.roadOwner) && !line[index].has([.type, .saint])
            && line.has(index + 1, .roadWord)
    }

    private func mayTakeLetters(_ index: Int) -> Bool {
        let road = line.lexicon.roads[Int(line[index].meaning.road)]
        return road == "CR" || road == "HWY" && line[index].length > 1
    }

    private func single(_ index: Int) -> RoadKind {
        switch line.lexicon.roads[Int(line[index].meaning.road)] {
        case "US": .unitedStates
        case "SR", "SH", "STATE", "TH", "TRUNK": .state
        case "CR", "COUNTY": .county
        default: .named
        }
    }

    private func kind(ofOwner owner: String) -> RoadKind {
        switch owner {
        case "US": .unitedStates
        case "STATE": .state
        case "COUNTY": .county
        case "INTERSTATE": .interstate
        case "FARM": .farm
        case "RANCH": .ranch
        default: .named
        }
    }
}

/// Whose road a number names, which decides the standard form: `U.S. Route 1` and `US 1` are both `US HWY 1`.
enum RoadKind: Sendable {
    case none
    case unitedStates, state, county, interstate, farm, ranch
    /// The words as they are: `HWY`, `BUSINESS LOOP`.
    case named

    /// The standard form, or `nil` where the words decide.
    var standard: String? {
        switch self {
        case .unitedStates: "US HWY"
        case .state: "STATE RTE"
        case .county: "COUNTY RD"
        case .interstate: "I"
        case .farm: "FM"
        case .ranch: "RM"
        case .none, .named: nil
        }
    }
}

extension TokenLine {
    /// Returns a token's normalised text.
    func text(_ index: Int) -> String {
        String(decoding: bytes[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF8.self)
    }
}
