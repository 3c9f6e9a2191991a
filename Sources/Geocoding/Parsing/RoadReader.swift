/// A road named by a number or letter: `US Hwy 1`, `I-95`, `County Road UV`.
struct RoadParts {
    var typeRange: Range<Int>
    /// The standard form: `US HWY`, `STATE RTE`, `COUNTY RD`, `I`, `HWY`.
    var type: String
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
        if let owned = unitedStatesRoad(index, end) ?? ownedRoad(index, end) { return owned }
        if line[index].has(.roadWord), let id = id(index + 1, end, mayBeLetters: mayTakeLetters(index)) {
            return RoadParts(typeRange: index..<index + 1, type: single(index), nameRange: id, score: 16)
        }
        return codedRoad(index, end)
    }

    /// `STATE ROUTE 32`, `US HWY 1`, `FARM TO MARKET ROAD 1960`, `OLD COUNTY ROAD 12`.
    private func ownedRoad(_ index: Int, _ end: Int) -> RoadParts? {
        guard line[index].has([.roadOwner, .state]) else { return nil }
        let isOwner = line[index].has(.roadOwner)
        let owner = isOwner ? line.lexicon.owners[Int(line[index].meaning.owner)] : "STATE"
        var at = index + 1
        if owner == "FARM" || owner == "RANCH", line.isWord(at, Self.to), line.isWord(at + 1, Self.market) {
            at += 2
        }
        if line.isWord(at, Self.trunk), at + 1 < end { at += 1 }
        let isWord = at < end && line[at].has(.roadWord)
        if isWord { at += 1 } else if at == index + 1, owner != "BUSINESS" { return nil }
        if at < end, line[at].has(.roadWord), line[at - 1].has(.roadWord), at + 1 < end,
            line[at].has(.type), id(at + 1, end, mayBeLetters: false) != nil
        {
            at += 1
        }
        guard let id = id(at, end, mayBeLetters: true) else { return nil }
        return RoadParts(typeRange: index..<at, type: standard(owner, at - 1), nameRange: id, score: 18)
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
        return RoadParts(typeRange: index..<at, type: "US HWY", nameRange: id, score: 18)
    }

    private static let united = WordHash.of("UNITED")
    private static let states = WordHash.of("STATES")
    private static let letterU = WordHash.of("U")
    private static let letterS = WordHash.of("S")
    private static let to = WordHash.of("TO")
    private static let market = WordHash.of("MARKET")
    private static let trunk = WordHash.of("TRUNK")

    /// `CA 1`, `M-22`, `F 41`: a state's code or a letter, and a number.
    private func codedRoad(_ index: Int, _ end: Int) -> RoadParts? {
        let token = line[index]
        guard token.length <= 2, !token.isDirectional, line[index + 1].shape == .number,
            line[index + 1].length <= 4
        else { return nil }
        let type = token.length == 2 ? "STATE RTE" : line.text(index)
        return RoadParts(typeRange: index..<index + 1, type: type, nameRange: index + 1..<index + 2, score: 6)
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
            token.shape == .word && token.length <= 2 && (!token.has(.type) || line.gap(at + 1) == .comma)
        guard mayBeLetters, isLetters, !token.isDirectional || at + 1 == end else { return nil }
        return index..<at + 1
    }

    private func mayTakeLetters(_ index: Int) -> Bool {
        let road = line.lexicon.roads[Int(line[index].meaning.road)]
        return road == "CR" || road == "HWY" && line[index].length > 1
    }

    private func single(_ index: Int) -> String {
        switch line.lexicon.roads[Int(line[index].meaning.road)] {
        case "US": "US HWY"
        case "SR", "SH", "STATE", "TH", "TRUNK": "STATE RTE"
        case "CR", "COUNTY": "COUNTY RD"
        case let road: road
        }
    }

    private func standard(_ owner: String, _ last: Int) -> String {
        switch owner {
        case "US": "US HWY"
        case "STATE": "STATE RTE"
        case "COUNTY": "COUNTY RD"
        case "INTERSTATE": "I"
        case "FARM": "FM"
        case "RANCH": "RM"
        default: owner + " " + line.lexicon.roads[Int(line[last].meaning.road)]
        }
    }
}

extension TokenLine {
    /// Returns a token's normalised text.
    func text(_ index: Int) -> String {
        String(decoding: bytes[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF8.self)
    }
}
