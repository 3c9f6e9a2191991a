/// A word, number or sign of an address line with what the postal tables say of it.
struct Token: Sendable {
    enum Shape: UInt8, Sendable {
        /// Letters, perhaps with hyphens.
        case word
        /// Digits only.
        case number
        /// `5TH`.
        case ordinal
        /// Two numbers and a hyphen: `45-12`, `60606-6306`.
        case hyphenated
        /// Digits first, letters too: `6257A`, `12-3B`, `123-1/2`.
        case numberFirst
        /// A letter or letters first, digits too: `A5`, `C-5`.
        case letterFirst
        /// `N6W23001`, `W156N8480`; `N8480` is ``letterFirst``.
        case grid
        /// `1/2`.
        case fraction
        /// `#`, `&`, `@`, `/`.
        case sign
    }

    /// What parts a token from the one before it, weakest first.
    enum Gap: UInt8, Sendable, Comparable {
        /// The two were written as one word.
        case glued
        case space
        /// A hyphen or dash between spaces.
        case dash
        /// A comma, semicolon, bracket or line end.
        case comma

        static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
    }

    var hash: UInt64
    var meaning: WordMeaning
    /// Where its bytes are in the normalised line.
    var start: Int32
    var end: Int32
    /// The value of its leading digits, at most 999,999,999.
    var value: Int32
    /// How many leading digits it has.
    var digits: UInt8
    var shape: Shape
    var gap: Gap
    var span: TextSpan

    var length: Int { Int(end - start) }

    @inline(__always) func has(_ roles: WordRoles) -> Bool { meaning.roles.has(roles) }

    var hasDigit: Bool { shape != .word && shape != .sign }
    var isLetter: Bool { shape == .word && length == 1 }
    var isDirectional: Bool { has(.directional) }
}
