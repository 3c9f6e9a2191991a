/// Reads where along a street a place lies from a crossing: `3rd Ave S of Palm Ave`, `Main St N/O Oak Ave`, `Old Post Rd 200 ft north of
/// Oak St`, `200 ft north of Oak St on Old Post Rd`.
///
/// The direction before `of` is no street's. What is left is the crossing; where no street stands behind `of`, the street alone; and of a
/// house, which says better where it stands, the house: `210 Oak St, E of 3rd Ave`.
struct AlongStreet {
    private(set) var tokens: [Token]
    private(set) var relation = AddressRelation.near
    /// From the crossing, metres.
    private(set) var distance: Double

    /// Returns `nil` for a line that says nothing of the kind.
    init?(_ tokens: [Token]) {
        guard let link = tokens.indices.lazy.compactMap({ Self.link(at: $0, tokens) }).first,
            link.upperBound < tokens.count, !tokens[link.upperBound].isHouse,
            !RelationWords.places.contains(tokens[link.upperBound].hash)
        else { return nil }
        self.tokens = tokens
        var start = Self.skipping(before: link.lowerBound, tokens)
        let length = Quantity.ending(before: start, tokens)
        distance = length?.metres ?? RelativePlace.vague
        if let length {
            start = Self.skipping(before: length.start, tokens)
        } else if let feet = Self.feet(before: start, tokens) {
            distance = max(distance, feet)
            start -= 1
        }
        // To a comma, behind which the town stands.
        let end = tokens.indices.dropFirst(link.upperBound + 1).first { tokens[$0].gap == .comma }
        let other = tokens[link.upperBound..<(end ?? tokens.count)]
        guard start > 0 else {
            guard let on = Self.on(other) else { return nil }
            self.tokens[on] = tokens[on].joining(.and)
            self.tokens.removeFirst(link.upperBound)
            self.tokens[0].gap = .comma
            return
        }
        let own = tokens[..<start]
        let isHouse =
            own.count > 2 && own[0].isHouse && own[1].opensStreet && own.contains(where: \.endsStreet)
        guard isHouse || Self.isStreet(own, isMeasured: length != nil) else { return nil }
        guard !isHouse, tokens[link.upperBound].opensStreet, Self.isTyped(other) else {
            self.tokens.removeSubrange(start..<other.endIndex)
            (relation, distance) = (.at, 0)
            return
        }
        self.tokens.replaceSubrange(start..<link.upperBound, with: [tokens[start].joining(.and)])
    }

    /// Returns the words for a direction from something: `south of`, `S of`, `S/O`.
    private static func link(at index: Int, _ tokens: [Token]) -> Range<Int>? {
        guard tokens[index].isDirectional, index + 1 < tokens.count else { return nil }
        let next = tokens[index + 1]
        if next.has(.of), next.gap < .dash { return index..<index + 2 }
        guard tokens[index].isLetter, next.isSlash, next.gap == .glued, index + 2 < tokens.count,
            tokens[index + 2].hash == letterO, tokens[index + 2].gap == .glued
        else { return nil }
        return index..<index + 3
    }

    /// Returns a length of feet whose sign is lost, metres: 200 of `Main St 200' N of Oak Ave`, and not of `CR 200 N of Oak Ave`.
    private static func feet(before end: Int, _ tokens: [Token]) -> Double? {
        guard end > 2, tokens[end - 1].shape == .number, tokens[end - 2].endsStreet,
            !AssetNumber.isOfRoad(end - 1, tokens)
        else { return nil }
        return 0.305 * Double(tokens[end - 1].value)
    }

    private static func skipping(before end: Int, _ tokens: [Token]) -> Int {
        var start = end
        while start > 0, fillers.contains(tokens[start - 1].hash) { start -= 1 }
        return start
    }

    /// Returns where `on` stands between two streets with types.
    private static func on(_ words: ArraySlice<Token>) -> Int? {
        guard words.first?.opensStreet == true else { return nil }
        return words.indices.dropFirst().dropLast().first { index in
            words[index].hash == on && words[index + 1].opensStreet && isTyped(words[..<index])
        }
    }

    /// Whether words before a direction are a street: with a type, or a name alone, of which nothing tells that it is a park's or a lot's.
    private static func isStreet(_ words: ArraySlice<Token>, isMeasured: Bool) -> Bool {
        guard let first = words.first, first.opensStreet,
            !words.contains(where: { $0.has([.and, .at, .between, .near, .corner, .block]) }),
            words.dropFirst().allSatisfy({ $0.gap < .comma })
        else { return false }
        if isTyped(words) { return true }
        return !isMeasured && words.count <= bareLimit
            && words.allSatisfy { $0.shape == .word && !$0.has([.landmark, .weakType, .unit]) }
    }

    /// Whether words say by themselves that they are a street: `Oak St`, `3rd`, `US 1`, `Broadway`, `rue Laval`.
    private static func isTyped(_ words: ArraySlice<Token>) -> Bool {
        words.contains { token in
            token.endsStreet || token.shape == .ordinal
                || token.has([.typeless, .roadWord, .typeBefore, .ordinal])
        }
    }

    /// Words before the direction: `just south of`, `to the south of`.
    private static let fillers = RelationWords.hashes(
        "JUST DIRECTLY IMMEDIATELY THE TO ABOUT APPROX APPROXIMATELY")
    private static let on = WordHash.of("ON")
    private static let letterO = WordHash.of("O")
    /// Words of a street without a type.
    private static let bareLimit = 2
}
