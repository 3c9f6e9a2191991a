/// Words that join or part the streets and numbers of a line, in the languages that lines are read in: the one table of them.
enum JointWords {
    /// What a word does.
    enum Sense: Sendable {
        /// Between two streets or two numbers: `&`.
        case and
        /// Opens a stretch between two streets or two numbers.
        case between
        /// Before a crossing, or between its two streets.
        case corner
        /// Between a street and another that it is near or across from.
        case near
        /// Between the two ends of a span of numbers.
        case to
        /// The same before any word that is no number has another sense: `a`, and `AL` for Alabama.
        case shortTo
        case or
        /// Before the number of a block.
        case block
    }

    // MARK: English

    static let and = "& AND"
    static let at = "AT @ /"
    static let near = "NEAR OPPOSITE OPP"
    static let between = "BETWEEN BTWN BETW BET BTW B/W BWN"
    static let corner = "CORNER CNR INTERSECTION COR JCT JUNCTION INTERSEC"
    static let cornerLetters = "NEC NWC SEC SWC"
    static let block = "BLOCK BLK BLCK BLOCKS BLKS BLOC"
    /// Between two numbers or addresses, beside ``and``.
    static let to = "TO THRU THROUGH OR WAS NOT NOW FORMERLY AKA VS"

    // MARK: French and Spanish

    private static let french: [(sense: Sense, words: String)] = [
        (.and, "ET"), (.corner, "COIN ANGLE LANGLE LINTERSECTION HAUTEUR"),
        (.near, "PRES PROCHE VIS-A-VIS FACE"), (.to, "AU JUSQUAU JUSQUA"), (.or, "OU"), (.block, "BLOC"),
    ]
    private static let spanish: [(sense: Sense, words: String)] = [
        (.and, "Y CON"), (.corner, "ESQ ESQUINA INTERSECCION ALTURA"), (.near, "CERCA FRENTE"),
        (.to, "HASTA"),
    ]
    private static let ofBoth: [(sense: Sense, words: String)] = [(.between, "ENTRE"), (.shortTo, "A AL")]

    /// All words that are not English.
    static let foreign = (french + spanish + ofBoth).map(\.words).joined(separator: " ")
    private static let senses = Dictionary(
        uniqueKeysWithValues: (french + spanish + ofBoth).flatMap { row in
            RelationWords.hashes(row.words).map { ($0, row.sense) }
        })
    /// By which a line shows that it is in French, where they join streets in it.
    private static let signsOfFrench = RelationWords.hashes("ET COIN ANGLE LANGLE LINTERSECTION HAUTEUR")

    /// Returns what a word does that is not English; `nil` for other words.
    static func sense(of token: Token) -> Sense? {
        token.has(.foreignJoint) ? senses[token.hash] : nil
    }

    /// Whether a token joins streets in French.
    static func isFrench(_ token: Token) -> Bool {
        token.has(.foreignJoint) && token.has([.and, .corner]) && signsOfFrench.contains(token.hash)
    }

    /// What may stand before a word for a corner or for what is near, nearest first: `à l'angle`, `en la esquina`, `at the corner`.
    static let leads: [UInt64: [UInt64]] = [
        "COIN": "AU", "LANGLE": "A", "LINTERSECTION": "A", "HAUTEUR": "LA A", "ALTURA": "LA A",
        "ESQ": "LA EN", "ESQUINA": "LA EN", "INTERSECCION": "LA EN", "FACE": "EN", "FRENTE": "EN",
        "CORNER": "THE AT",
        "INTERSECTION": "THE AT", "CNR": "THE AT",
    ].reduce(into: [:]) { leads, row in
        leads[WordHash.of(row.key)] = row.value.split(separator: " ").map { WordHash.of($0) }
    }

    /// Between such a word and a street: `coin de la`, `esq. con`.
    static let links = articles.union(RelationWords.hashes("DE DU DES DEL A AU AUX AL CON AVEC OF WITH"))
    /// Before a street's type or a house number: `entre la rue A et la rue B`, `entre le 121 et le 644`.
    static let articles = RelationWords.hashes("LE LA LES EL LOS LAS THE L")
    /// Of these, what is said of a house and not of a street.
    static let articlesOfNumbers = RelationWords.hashes("LE EL LES LOS")
    /// Before the first number of a span: `du 120 au 640`.
    static let froms = RelationWords.hashes("DU DEL DE DESDE")
    /// Words that numbers follow and that are no street's: `Nos 120 à 640`.
    static let numberSigns = RelationWords.hashes("NOS NUMS NUMEROS")
    /// Between a word for a corner and its streets: `coin nord-est de`.
    static let quarters = RelationWords.hashes(
        "NORD SUD EST OUEST NORD-EST NORD-OUEST SUD-EST SUD-OUEST NE NO NW SE SO SW N S E O W NORTE SUR ESTE OESTE"
    )
    /// Types with an article that has lost its vowel: `l'avenue`.
    static let elided = RelationWords.hashes("LAVENUE LAVE LAV LIMPASSE LAUTOROUTE LALLEE LESPLANADE")
}

extension Token {
    /// Returns a word that joins streets or numbers, in place of this one: `AND` or `BETWEEN`.
    func joining(_ role: WordRoles) -> Token {
        var joint = self
        joint.shape = .word
        joint.hash = role == .between ? Self.between : Self.and
        joint.meaning = WordMeaning()
        joint.meaning.roles = role
        return joint
    }

    private static let and = WordHash.of("AND")
    private static let between = WordHash.of("BETWEEN")
}
