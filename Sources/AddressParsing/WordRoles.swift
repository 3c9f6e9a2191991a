/// The parts that a word may play in an address line; most words that play any can play several.
struct WordRoles: OptionSet, Sendable {
    let rawValue: UInt64

    /// A street type that seldom is part of a name.
    static let strongType = WordRoles(rawValue: 1 << 0)
    /// A street type that often is part of a name or town.
    static let weakType = WordRoles(rawValue: 1 << 1)
    /// A type that stands before the name: `Calle`, `Avenue` S.
    static let typeBefore = WordRoles(rawValue: 1 << 2)
    /// A word that makes a road's name with a number: `Route` 32.
    static let roadWord = WordRoles(rawValue: 1 << 3)
    /// Says whose road: `State`, `County`.
    static let roadOwner = WordRoles(rawValue: 1 << 4)
    static let directional = WordRoles(rawValue: 1 << 5)
    /// A state's code or one-word name.
    static let state = WordRoles(rawValue: 1 << 6)
    /// A state's code that is another word too.
    static let ambiguousState = WordRoles(rawValue: 1 << 7)
    static let unit = WordRoles(rawValue: 1 << 8)
    static let unitAlone = WordRoles(rawValue: 1 << 9)
    static let unitCoarse = WordRoles(rawValue: 1 << 10)
    static let unitNeedsId = WordRoles(rawValue: 1 << 11)
    static let ordinal = WordRoles(rawValue: 1 << 12)
    static let cardinal = WordRoles(rawValue: 1 << 13)
    /// `TWENTY`, which an ordinal may follow.
    static let tens = WordRoles(rawValue: 1 << 14)
    /// A street's name that needs no type.
    static let typeless = WordRoles(rawValue: 1 << 15)
    static let townStart = WordRoles(rawValue: 1 << 16)
    static let townEnd = WordRoles(rawValue: 1 << 17)
    static let landmark = WordRoles(rawValue: 1 << 18)
    static let careOf = WordRoles(rawValue: 1 << 19)
    static let saint = WordRoles(rawValue: 1 << 20)
    static let block = WordRoles(rawValue: 1 << 21)
    static let and = WordRoles(rawValue: 1 << 22)
    static let at = WordRoles(rawValue: 1 << 23)
    static let between = WordRoles(rawValue: 1 << 24)
    /// `CORNER`, `INTERSECTION`.
    static let corner = WordRoles(rawValue: 1 << 25)
    static let of = WordRoles(rawValue: 1 << 26)
    /// `OLD` before a road.
    static let modifier = WordRoles(rawValue: 1 << 27)
    /// `BUSINESS`, `ALT` after a road's number.
    static let roadSuffix = WordRoles(rawValue: 1 << 28)
    /// `NO`, `NUMBER`, `#`.
    static let numberSign = WordRoles(rawValue: 1 << 29)
    static let box = WordRoles(rawValue: 1 << 30)
    /// A type in the plural, as of two streets: `STREETS`.
    static let pluralType = WordRoles(rawValue: 1 << 31)
    /// A ZIP code's country: `USA`.
    static let country = WordRoles(rawValue: 1 << 32)
    /// `GROUND`, `TOP`, before `FLOOR`.
    static let floorName = WordRoles(rawValue: 1 << 33)
    static let stateName = WordRoles(rawValue: 1 << 34)
    /// `NEW`, `SAN`: opens a town's name and does not end a street's.
    static let townOpener = WordRoles(rawValue: 1 << 35)
    /// A type that is hardly ever within a name: `AVE`, not `PARK`.
    static let closingType = WordRoles(rawValue: 1 << 36)
    /// `NEAR`, `OPPOSITE` another street.
    static let near = WordRoles(rawValue: 1 << 37)
    /// A word of ``JointWords`` that is not English: `ENTRE`, `ET`, `COIN`.
    static let foreignJoint = WordRoles(rawValue: 1 << 38)
    /// `NB`, `NORTHBOUND`, and `BOUND` behind a direction.
    static let travel = WordRoles(rawValue: 1 << 39)

    static let type: WordRoles = [.strongType, .weakType]

    @inline(__always) func has(_ roles: WordRoles) -> Bool { rawValue & roles.rawValue != 0 }
}

/// What the postal tables say of a word: its roles, and for each role the entry of the table.
struct WordMeaning: Sendable {
    var roles: WordRoles = []
    var type: UInt16 = 0
    var road: UInt8 = 0
    var owner: UInt8 = 0
    var directional: UInt8 = 0
    var unit: UInt8 = 0
    var state: UInt8 = 0
    var isFullDirectional = false
    var ordinal: UInt16 = 0
    /// A French type that stands before the name.
    var typeBefore: UInt8 = 0
}
