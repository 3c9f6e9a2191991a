/// The parts of a street within a run of tokens.
struct StreetParts {
    var preDirectional: Directional?
    var preDirectionalRange = 0..<0
    /// `OLD` before a pre-type or pre-directional.
    var modifierRange = 0..<0
    var preTypeRange = 0..<0
    /// What kind of road the pre-type makes.
    var road = RoadKind.none
    var nameRange = 0..<0
    var postTypeIndex = -1
    /// A type borrowed from the other street of a pair: `First and Main Streets`.
    var borrowedType = -1
    /// The same for the words before the number: `Hwys 51 and 151`.
    var borrowedRoad = 0..<0
    var postDirectional: Directional?
    var postDirectionalRange = 0..<0
    var score = 0
    var isTyped = false
    var isWeaklyTyped = false
    /// The types before and after the name are one type in two languages.
    var isBilingual = false

    var isEmpty: Bool { nameRange.isEmpty && preTypeRange.isEmpty }
}

/// A unit within the tokens.
struct UnitParts {
    var typeRange = 0..<0
    var idRange = 0..<0
    /// The designator's entry, 0 for none or `#`.
    var entry: UInt8 = 0
    var isCoarse = false
    var end = 0
}

/// A house number within the tokens.
struct NumberParts {
    var range = 0..<0
    var end = 0
    var isBlock = false
    /// The token of a range's far end, or −1.
    var second = -1
    /// Whether the two are houses of their own: `123 & 125`.
    var isPair = false
    var fraction = -1
    var suffix = -1
    var score = 0
}

/// What stands at the right-hand end of a line.
struct Tail {
    /// Tokens before it.
    var end: Int
    var state: UInt8 = 0
    var stateRange = 0..<0
    var zipRange = 0..<0
    var score = 0
    /// Nothing else can stand there.
    var isSure = false

    var isEmpty: Bool { state == 0 && zipRange.isEmpty }

    func isCanadian(_ line: TokenLine) -> Bool {
        line.lexicon.isProvince(state) || PostalCode(line, zipRange) != nil
    }
}

/// What stands between the street and the tail.
struct Remainder {
    var unit: UnitParts?
    /// A number without a designator that stands beside the unit: 754 of `754 Apt 3`.
    var looseNumber: UnitParts?
    var city = 0..<0
    var score = 0
}

/// One way to read a whole line, by token indices.
struct Candidate {
    var kind: AddressKind
    var number: NumberParts?
    var street = StreetParts()
    var crossStreets: [StreetParts] = []
    var unit: UnitParts?
    var looseNumber: UnitParts?
    var city = 0..<0
    var tail: Tail
    var score: Int
}
