/// Reads a run of tokens as a street and says how well they fit.
struct StreetReader {
    let line: TokenLine
    let roads: RoadReader

    init(line: TokenLine) {
        self.line = line
        roads = RoadReader(line: line)
    }

    /// Returns the parts of a street that takes up all of a run; `nil` where that cannot be.
    func street(_ range: Range<Int>) -> StreetParts? {
        guard !range.isEmpty else { return nil }
        var parts = StreetParts()
        var start = range.lowerBound
        var end = range.upperBound
        readModifier(&parts, &start, end)
        readPreDirectional(&parts, &start, end)
        if start < end, line[start].has(.modifier), roads.road(at: start + 1, before: end) != nil {
            parts.modifierRange = start..<start + 1
            start += 1
        }
        if let road = roads.road(at: start, before: end) {
            return self.road(road, parts, range, end)
        }
        if let road = prefixedRoad(start, end) {
            parts.modifierRange = start..<road.typeRange.lowerBound
            parts.score -= 3 * parts.modifierRange.count
            return self.road(road, parts, range, end)
        }
        readPostDirectional(&parts, start, &end)
        readTypeBefore(&parts, &start, end)
        readPostType(&parts, start, &end)
        readQuadrant(&parts, start, &end)
        guard start < end else { return nil }
        parts.nameRange = start..<end
        parts.score += nameScore(parts) + gapScore(range)
        return parts
    }

    /// Whether a run holds a number and a street with a type: `440 Elm St`.
    func hasAddress(_ range: Range<Int>) -> Bool {
        guard range.count > 2 else { return false }
        return range.dropLast(2).contains { index in
            line[index].shape == .number && line[index + 1].shape == .word
                && (index + 2..<range.upperBound).contains {
                    line[$0].has(.strongType) && line[$0].gap < .comma
                }
        }
    }

    /// A road whose number follows a name: `Anderson County Rd 312`, `Scenic Hwy 98`.
    private func prefixedRoad(_ start: Int, _ end: Int) -> RoadParts? {
        guard end - start > 2, line[end - 1].hasDigit, line[end - 1].shape != .ordinal else { return nil }
        for at in start + 1..<min(start + 3, end - 1) where roads.isHighwayWord(at) {
            if line[start..<at].contains(where: {
                $0.hasDigit || $0.has([.type, .unit]) || $0.shape == .sign
            }) {
                return nil
            }
            if let road = roads.road(at: at, before: end), road.nameRange.upperBound == end { return road }
        }
        return nil
    }

    private func road(_ road: RoadParts, _ parts: StreetParts, _ range: Range<Int>, _ end: Int)
        -> StreetParts?
    {
        var parts = parts
        parts.preTypeRange = road.typeRange
        parts.road = road.kind
        parts.isTyped = true
        var last = road.nameRange.upperBound
        if let after = line.directional(last, before: end), last + after.length == end {
            parts.postDirectional = after.0
            parts.postDirectionalRange = last..<end
            parts.score += line[last].meaning.isFullDirectional ? 0 : 2
        } else {
            while last < end, line[last].has([.roadSuffix, .strongType, .directional]) {
                if line[last].has(.strongType) { parts.score -= 2 }
                last += 1
            }
            guard last == end else { return nil }
            if let after = line.directional(endingBefore: end, after: road.nameRange.upperBound) {
                last = end - after.length
                parts.postDirectional = after.0
                parts.postDirectionalRange = last..<end
            }
        }
        parts.nameRange = road.nameRange.lowerBound..<last
        parts.score += road.score + gapScore(range)
        return parts
    }

    private func readModifier(_ parts: inout StreetParts, _ start: inout Int, _ end: Int) {
        guard start + 2 < end, line[start].has(.modifier), line[start + 1].isDirectional,
            roads.road(at: start + 2, before: end) != nil
        else { return }
        parts.modifierRange = start..<start + 1
        start += 1
    }

    /// A direction before the name, unless it is the name: `North Avenue`, `S St`, `East West Hwy`.
    private func readPreDirectional(_ parts: inout StreetParts, _ start: inout Int, _ end: Int) {
        guard var (directional, length) = line.directional(start, before: end), start + length < end else {
            return
        }
        if isLetteredQuadrant(start, end) { return }
        if length == 2, start + 3 == end, line[end - 1].has(.strongType),
            let first = Directional(rawValue: line[start].meaning.directional)
        {
            (directional, length) = (first, 1)
        }
        var rest = start + length
        let isOpposite =
            rest + 2 == end && line[rest].isDirectional && line[rest].meaning.isFullDirectional
            && line[start].meaning.isFullDirectional && line[rest + 1].has(.strongType)
            && directional.opposite.rawValue == line[rest].meaning.directional
        if isOpposite { return }
        let first = rest
        let isLettered =
            isAvenueLetter(rest, end)
            && !(line[start].meaning.isFullDirectional && line[end - 1].isDirectional)
        if line[rest].has(.strongType), !isLettered, roads.road(at: rest, before: end) == nil,
            !line[rest].has(.saint) || isEndOrDirection(rest + 1, end)
        {
            rest += 1
            if let after = line.directional(rest, before: end) { rest += after.length }
            if rest == end { return }
        }
        parts.preDirectional = directional
        parts.preDirectionalRange = start..<first
        parts.score += 2
        start = first
    }

    /// `E NW`, `S SE`: the street of a letter in a quadrant, its type left out.
    private func isLetteredQuadrant(_ start: Int, _ end: Int) -> Bool {
        guard start + 2 == end, line[start].isLetter, line[start].isDirectional, line[end - 1].isDirectional
        else { return false }
        return Directional(rawValue: line[end - 1].meaning.directional)?.abbreviation.count == 2
    }

    private func isEndOrDirection(_ index: Int, _ end: Int) -> Bool {
        index == end || line.directional(index, before: end).map { index + $0.length == end } ?? false
    }

    /// `Avenue S`, `Ave D`, `Avenue of the Stars`.
    private func isAvenueLetter(_ index: Int, _ end: Int) -> Bool {
        guard line[index].has(.typeBefore), index + 1 < end else { return false }
        return line[index + 1].isLetter && index + 2 == end || line[index + 1].has(.of)
    }

    private func readTypeBefore(_ parts: inout StreetParts, _ start: inout Int, _ end: Int) {
        guard start + 1 < end, line[start].has(.typeBefore) else { return }
        if isBilingual(start, end) {
            parts.preTypeRange = start..<start + 1
            parts.isBilingual = true
            parts.score += 6
            start += 1
            return
        }
        let isRomance =
            !line[start].has(.type) || line[start].has(.weakType)
            || line.isFrench && line[start].meaning.typeBefore > 0
        guard isAvenueLetter(start, end) || isRomance && !line[end - 1].has(.strongType) else { return }
        parts.preTypeRange = start..<start + 1
        parts.isTyped =
            !isRomance || line[start + 1].isLetter || !line[start].has(.type) || line.isFrench
        parts.score += parts.isTyped ? 11 : 4
        start += 1
    }

    /// `Rue Elgin Street`, `Avenue Carling Avenue`.
    private func isBilingual(_ start: Int, _ end: Int) -> Bool {
        guard end - start > 2, line[start].meaning.typeBefore > 0, line[end - 1].has(.strongType) else {
            return false
        }
        return FrenchTypes.english(line.lexicon.typesBefore[Int(line[start].meaning.typeBefore)])
            == line.lexicon.types[Int(line[end - 1].meaning.type)]
    }

    private func readPostDirectional(_ parts: inout StreetParts, _ start: Int, _ end: inout Int) {
        guard let (directional, length) = line.directional(endingBefore: end, after: start),
            end - length > start
        else { return }
        let before = end - length - 1
        if before == start, line[start].has(.typeBefore), line[end - 1].isLetter { return }
        let isAfterType = before > start && line[before].has(.type)
        let isFull = line[end - 1].meaning.isFullDirectional
        let isGridNumber = line[before].shape == .number && before == start
        parts.postDirectional = directional
        parts.postDirectionalRange = end - length..<end
        let isSetOff = line[end - length].gap == .comma
        parts.score +=
            isAfterType
            ? (isFull ? -2 : (isSetOff ? 7 : 3) + 2 * (length - 1)) : isGridNumber ? 8 : isFull ? -4 : 0
        if isSetOff, opensTown(end - length, end) { parts.score -= 18 }
        if parts.preDirectional != nil, !isGridNumber { parts.score -= 4 }
        end -= length
    }

    /// A quadrant between name and type: `Dexter NE St`.
    private func readQuadrant(_ parts: inout StreetParts, _ start: Int, _ end: inout Int) {
        guard parts.postDirectional == nil, parts.postTypeIndex == end, end - start > 1,
            line[end - 1].isDirectional, !line[end - 1].meaning.isFullDirectional,
            let quadrant = Directional(rawValue: line[end - 1].meaning.directional),
            quadrant.abbreviation.count == 2
        else { return }
        parts.postDirectional = quadrant
        parts.postDirectionalRange = end - 1..<end
        end -= 1
    }

    /// Whether a direction after a comma is that of the town behind it: `Hwy, N Salem`; `St, NW Apt 4` and `St, N, Salem`
    /// are not.
    private func opensTown(_ index: Int, _ end: Int) -> Bool {
        guard end == index + 1, line[index].length != 2, end < line.count, line[end].gap < .comma else {
            return false
        }
        return line[end].shape == .word && !line[end].has([.unit, .state, .careOf])
    }

    private func readPostType(_ parts: inout StreetParts, _ start: Int, _ end: inout Int) {
        guard end - 1 > start, line[end - 1].has(.type) else { return }
        parts.postTypeIndex = end - 1
        let isStrong = line[end - 1].has(.strongType)
        parts.isTyped = parts.isTyped || isStrong
        parts.isWeaklyTyped = !isStrong
        parts.score += isStrong ? 13 : 6
        end -= 1
        if end - start == 1, line[start].shape == .ordinal || line[start].shape == .number {
            parts.score += 2
        }
    }

    private static let the = WordHash.of("THE")

    private func nameScore(_ parts: StreetParts) -> Int {
        let name = parts.nameRange
        let isUntyped = parts.postTypeIndex < 0 && parts.preTypeRange.isEmpty
        var score = [0, 0, -1, -3, -5, -8][min(name.count, 5)] - 3 * max(0, name.count - 5)
        if isUntyped { score -= 3 * (name.count - 1) }
        for index in name {
            let token = line[index]
            let isFirst = index == name.lowerBound
            if token.shape == .sign { score -= token.has(.and) ? 8 : 20 }
            if isFirst, token.has([.and, .at]) { score -= 20 }
            if !isFirst, token.has(.near) { score -= 8 }
            if token.hasDigit, !isFirst { score -= token.shape == .ordinal ? 5 : 13 }
            if token.has(.unit), !token.has([.unitNeedsId, .type]), !isFirst { score -= 8 }
            if token.has(.strongType), !(isFirst || token.has(.saint) && index + 1 < name.upperBound) {
                score -= index + 1 == name.upperBound && parts.postTypeIndex >= 0 ? 3 : 7
                if token.has(.closingType), index + 1 < name.upperBound { score -= 6 }
            }
            if token.has(.careOf) { score -= 20 }
            if joinsStreets(index, in: name) { score -= 14 }
        }
        if line[name.upperBound - 1].has(.of) { score -= 12 }
        let last = line[name.upperBound - 1]
        if line.isFrench, FrenchLine.isArticle(last) { score -= 12 }
        if parts.postTypeIndex < 0, isParticle(last),
            !isUntyped || name.count > 1 && isParticle(line[name.upperBound - 2])
        {
            score -= 14
        }
        let first = line[name.lowerBound]
        if isUntyped {
            if name.count > 1, line[name.upperBound - 1].has(.townOpener) { score -= 8 }
            // `The Alameda` needs no type; `The` is no name.
            if first.hash == Self.the { score += name.count == 2 ? 4 : name.count == 1 ? -14 : 0 }
            if first.isDirectional, name.count == 1, parts.postDirectional == nil { score -= 16 }
            if name.count == 1, first.has(.strongType), isBareType(first) { score -= 12 }
            if name.count == 1, first.has(.unit), !first.has([.type, .unitNeedsId]) { score -= 10 }
            if first.has(.typeless), name.count == 1 { score += 9 }
            if first.shape == .ordinal || first.has(.ordinal), name.count == 1 { score += 6 }
            if name.count > 1, first.shape == .ordinal || first.has(.ordinal) { score -= 5 }
            if first.shape == .number, parts.postDirectional == nil { score -= 8 }
            if line.lexicon.towns.contains(line.phrase(name)) { score -= 3 }
        }
        return score
    }

    /// Whether a word joins two streets with their types and is no part of a name: `Main St and Oak St`, `Rue A et Rue B`.
    private func joinsStreets(_ index: Int, in name: Range<Int>) -> Bool {
        guard line[index].shape == .word, line[index].has([.and, .at, .near]), index > name.lowerBound,
            index + 1 < line.count, line[index + 1].gap < .comma
        else { return false }
        let next = line[index + 1]
        return index - 1 > name.lowerBound && line[index - 1].has(.strongType)
            || next.has(.typeBefore) && (!next.has(.type) || line.isFrench || SpanishStreet.isType(next))
    }

    /// Whether a word stands before a noun in Spanish or French, and so ends no name: `Calle de`, `rue de la`.
    private func isParticle(_ token: Token) -> Bool { Self.particles.contains(token.hash) }

    private static let particles = Set(
        ["DE", "DEL", "LA", "LAS", "LOS", "DU", "DES", "LE", "LES"].map { WordHash.of($0) })

    /// `St` and `Ave` alone are no names; `Boulevard` and `Circle` are.
    private func isBareType(_ token: Token) -> Bool {
        token.has(.saint) || token.has(.typeBefore) && line.lexicon.types[Int(token.meaning.type)] == "AVE"
    }

    /// Commas within a street are rare; one before a direction after the type is not.
    private func gapScore(_ range: Range<Int>) -> Int {
        var score = 0
        for index in range.dropFirst() where line[index].gap >= .dash {
            let isDirection =
                line[index].isDirectional && (line[index - 1].has(.type) || line[index - 1].hasDigit)
            score -= isDirection ? (line[index].meaning.isFullDirectional ? 6 : 1) : 12
        }
        return score
    }
}
