/// Knows the number of what stands in the street, before where it stands: `SIGNAL 427 - CHESTER / MONUMENT, …`,
/// `Pole #12 Ann St`, `Bus stop 101 Ann St`, `Mile 3 Ann St`. It is no house's.
enum AssetNumber {
    /// Whether the first word of a line may take the number behind it, and so is no name of a place that has an address: a word that
    /// the tables do not know, without a comma.
    static func mayTakeNumber(_ tokens: [Token]) -> Bool {
        tokens.count > 3 && tokens[0].shape == .word
            && (tokens[0].meaning.roles.isEmpty || cornerLetters.contains(tokens[0].hash))
            && tokens[1].shape == .number && tokens[1].gap < .dash && tokens[2].opensStreet
    }

    /// Whether a word is one for such a thing.
    static func namesThing(_ token: Token) -> Bool { words.contains(token.hash) }

    /// These are short for other things as well: `Sec 12`.
    private static let cornerLetters = hashes(JointWords.cornerLetters)

    /// Whether a number may be that of the street before it as well as of the one behind it: `Oak St 650 Elm St`.
    static func mayBeOfStreetBefore(_ number: TextSpan, _ tokens: [Token]) -> Bool {
        guard let at = tokens.firstIndex(where: { $0.span == number }), at > 1, at + 1 < tokens.count,
            tokens[at].shape == .number, tokens[at].gap < .dash, tokens[at + 1].gap < .dash
        else { return false }
        return tokens[0].opensStreet && streetEnds.contains(tokens[at - 1].hash)
            && tokens[..<at].allSatisfy { $0.shape == .word || $0.shape == .ordinal }
            && tokens[(at + 2)...].prefix { $0.gap < .comma }.contains(where: \.endsStreet)
    }

    /// What hardly ever ends the name of a building.
    private static let streetEnds = hashes("ST STREET AVE AVENUE AV RD ROAD BLVD BOULEVARD DR DRIVE LN LANE")

    private static let words = hashes(
        """
        SIGNAL BEACON CAMERA HYDRANT INLET LAMP LAMPPOST MANHOLE METER POLE STREETLIGHT ASSET CABINET STOP LOT MILE \
        MILEPOST MILEMARKER MARKER MP MM KM BASIN LUMINAIRE PYLON SHELTER LAMPADAIRE POTEAU ARRET BORNE LIGHT DRAIN \
        EXIT SORTIE SALIDA DISTRICT WARD ZONE PRECINCT SECTOR BEAT SIGN GRID TRACT PARCEL TREE BENCH CULVERT VALVE PUMP SITE AREA SECTION \
        ENGINE LADDER TICKET CASE REQUEST PHASE TRAIL PIER GATE BUS TRAM
        """)
    /// What such a thing is called more closely: `bus stop`, `light pole`.
    private static let kinds = hashes(
        """
        BUS TRAM TROLLEY LIGHT LAMP UTILITY POWER TELEPHONE PHONE TELEGRAPH ELECTRIC FIRE TRAFFIC STREET PARKING STORM CATCH \
        MILE WATER GAS SPEED RED SIGNAL
        """)
    /// What is one only before a sign, or behind such a word: `Lamp St`, `Light St`.
    private static let commonWords = hashes("LIGHT DRAIN BASIN SHELTER MARKER")
    private static let lot = WordHash.of("LOT")

    /// Returns the index behind the number; `nil` where the line does not begin with such a word, a number and a dash or comma.
    static func end(in line: TokenLine, before end: Int) -> Int? {
        guard end > 3, words.contains(line[0].hash), line[1].shape == .number, line[2].gap >= .dash else {
            return nil
        }
        return 2
    }

    /// Returns the tokens without such a word and its number, where a street or a house on it follows.
    ///
    /// Where a dash or comma and a crossing follow they stay: ``CrossingReader`` knows what stands between.
    static func dropping(from tokens: [Token]) -> [Token] {
        guard let number = tokens.indices.prefix(4).first(where: { tokens[$0].hasDigit }), number > 0,
            tokens[number].shape == .number || tokens[number].shape == .letterFirst
                || tokens[number].shape == .numberFirst,
            number + 1 < tokens.count
        else { return tokens }
        let word = tokens[number - 1].has(.numberSign) ? number - 2 : number - 1
        guard word == 0 || word == 1 && (kinds.contains(tokens[0].hash) || isOwned(tokens)),
            isThing(tokens, word, number)
        else {
            return tokens
        }
        // `Parking lot 2319 S Main St` is beside that house.
        if word == 1, tokens[1].hash == lot { return tokens }
        let rest = tokens[(number + 1)...]
        guard let next = rest.first,
            next.gap < .dash || !rest.contains(where: { $0.has([.and, .at, .near, .between]) })
        else { return tokens }
        if next.shape == .number || next.shape == .hyphenated {
            // The number of the house follows.  A lot's is a unit's, and read as such.
            guard rest.count > 1, tokens[word].hash != lot else { return tokens }
        } else {
            guard next.opensStreet, rest.count > 1 || !next.has(.strongType) else { return tokens }
            // `Mile 3 Rd` is a street's name.
            if next.has(.strongType), !next.has([.saint, .typeBefore]) { return tokens }
        }
        var left = Array(rest)
        left[0].gap = .comma
        return left
    }

    /// Returns the tokens without such a thing and its number at the end of a street: `I-95 at Exit 12`, `Main St near pole #4`. It is no
    /// other street: `nil` where none stands there.
    static func droppingBehindStreet(_ tokens: [Token]) -> [Token]? {
        let joint = tokens.indices.dropFirst().dropLast(2).first { tokens[$0].has([.and, .at, .near]) }
        guard let joint else { return nil }
        let word = tokens[joint + 1].hash
        let number = tokens[joint + 2].has(.numberSign) ? joint + 3 : joint + 2
        guard tokens[joint].has(.and) ? milestones.contains(word) : words.contains(word),
            number < tokens.count, tokens[number].hasDigit, tokens[number].gap < .dash,
            number + 1 == tokens.count || tokens[number + 1].gap == .comma
        else { return nil }
        var left = tokens
        left.removeSubrange(joint...number)
        return left
    }

    /// Those of a road alone.
    private static let milestones = hashes(
        "EXIT MILE MILEPOST MILEMARKER MP MM KM SORTIE SALIDA")

    /// Whether a word takes the number behind it: one of the words, or before a street with a type a unit's (`Bldg 12 Main St`) or a
    /// highway's (`Route 12 Main St`).
    private static func isThing(_ tokens: [Token], _ word: Int, _ number: Int) -> Bool {
        let token = tokens[word]
        let isCommon = word == 0 && commonWords.contains(token.hash)
        if words.contains(token.hash), !isCommon { return true }
        let behind = tokens[(number + 1)...]
        let street = behind.first?.isDirectional == true ? behind.dropFirst() : behind
        guard word == 0 || isOwned(tokens), let next = street.first, next.opensStreet, next.gap < .dash,
            !next.has([.roadSuffix, .directional, .box, .type, .roadWord]),
            !RelationWords.leadsToStreet(next),
            street.dropFirst().prefix(3).contains(where: { $0.has(.strongType) && $0.gap < .comma })
        else { return false }
        let isUnit = token.has(.unit) && !token.has([.type, .unitAlone])
        return isCommon || isUnit || highways.contains(token.hash)
    }

    /// Whether a number is that of a road before it, and one behind it a house's: `County Rd 250, 1128`. Of `Oak St 250` it is not.
    static func isOfRoad(_ number: Int, _ tokens: [Token]) -> Bool {
        guard number > 0, tokens[number - 1].has(.roadWord) else { return false }
        return number == 1 || tokens[number - 2].has([.roadOwner, .state])
    }

    private static let highways = hashes("ROUTE RTE RT HWY HIGHWAY US SR CR INTERSTATE")

    /// `State Route 12`, `Co Hwy 9`.
    private static func isOwned(_ tokens: [Token]) -> Bool {
        tokens[0].has([.roadOwner, .state]) && highways.contains(tokens[1].hash)
    }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordHash.of($0) })
    }
}
