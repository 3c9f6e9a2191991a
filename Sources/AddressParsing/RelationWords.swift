/// Words that say how a place lies to an address, in the languages that addresses are read in.
enum RelationWords {
    /// Somewhere around it. `Frente a` and `face à` are said of what lies before a house and of what lies across from it: no side is told.
    static let nears = hashes(
        """
        NEAR NEARBY NR BEHIND BESIDE CLOSE ADJACENT ADJ ADJOINING AROUND BY ALONGSIDE VICINITY VIC PROXIMITY CERCA JUNTO \
        FRENTE ENFRENTE DETRAS PRES PROCHE DERRIERE FACE
        """)
    /// The same where a line begins with them: a complaint about a house is at the house.
    static let openingNears = hashes("ABOUT APPROX APPROXIMATELY")
    /// On the other side of the street.
    static let opposites = hashes("OPPOSITE OPP OPPOS ACROSS ACR FACING VIS-A-VIS")
    /// Of several words, each with what it says.
    static let phrases: [(words: [UInt64], relation: AddressRelation)] = [
        ("EN FACE", AddressRelation.opposite), ("VIS A VIS", .opposite), ("CATTY CORNER", .near),
        ("KITTY CORNER", .near), ("NEXT TO", .near), ("NEXT DOOR", .near), ("AL LADO", .near),
        ("A COTE", .near), ("A LADO", .near),
    ].map { (words: $0.split(separator: " ").map { WordHash.of($0) }, relation: $1) }
    /// Before any of these: `directly across from`, `in the vicinity of`.
    static let openings = hashes("DIRECTLY DIAGONALLY JUST RIGHT IN EN THE")
    /// Between these and an address.
    static let links = hashes("THE TO OF DE DU DES DEL LA LE LES EL A AL AU AUX")
    /// Between `across` and an address.
    static let oppositeLinks = links.union(hashes("STREET ST ROAD RD SIDE FROM FR FRM WAY"))
    /// What may stand after an address without a comma: `104 Main St vicinity`.
    static let endings = hashes(
        """
        VICINITY VIC NEARBY NEAR ADJACENT ADJ ADJOINING BEHIND BESIDE ALONGSIDE AROUND ABOUT APPROX APPROXIMATELY PROXIMITY AREA CERCA
        """)
    /// Behind these at the end of a line: `around here`.
    static let places = hashes("HERE THERE IT THIS ADDRESS LOCATION AREA")
    /// Whether words say how a place lies to an address, and nothing else: `in the vicinity`, `next door`.
    static func areAll(_ words: [UInt64]) -> Bool {
        (words.contains(where: telling.contains) || phrases.contains { words.starts(with: $0.words) })
            && words.allSatisfy { telling.contains($0) || besides.contains($0) }
    }

    private static let telling = nears.union(opposites).union(openingNears).union(endings)
    private static let besides = openings.union(oppositeLinks).union(places).union(phrases.flatMap(\.words))

    /// What is of the address itself although `of` follows: `in front of 104 Main St`.
    static let parts = hashes(
        "FRONT REAR BACK SIDE INSIDE OUTSIDE TOP BOTTOM END CORNER INTERSECTION JUNCTION BLOCK BLK BLOCKS BLKS"
    )
    /// How far along a street: `past 560 Main St`.
    static let aways = hashes("PAST BEFORE AFTER BEYOND ABOVE BELOW OFF")

    /// Whether a word leads from one street to another: of `US 1 between Oak St and Elm St` and `US 1 near Oak St` the number is the road's.
    static func leadsToStreet(_ token: Token) -> Bool {
        token.has([.and, .at, .between, .near, .corner, .of]) || streetLinks.contains(token.hash)
    }

    private static let streetLinks = nears.union(opposites).union(aways).union(hashes("FROM TO THRU THROUGH"))

    /// Whether what says how a place lies to an address may begin with a word.
    static func mayBegin(with word: String) -> Bool { beginnings.contains(WordHash.of(word.uppercased())) }

    private static let beginnings = nears.union(openingNears).union(opposites).union(openings)
        .union(phrases.compactMap(\.words.first)).union(hashes("BETWEEN ENTRE"))

    /// Whether a word may stand right before an address and say with others how a place lies to it: `cerca de`.
    static func mayStandBefore(_ word: UInt64) -> Bool { standingBefore.contains(word) }

    private static let standingBefore = nears.union(openingNears).union(opposites).union(oppositeLinks)
        .union(hashes("EN"))

    static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordHash.of($0) })
    }
}
