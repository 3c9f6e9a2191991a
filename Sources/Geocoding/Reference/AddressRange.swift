import AddressParsing

/// The house numbers on one side of a segment, in the direction of its line: from 198 to 100 runs against it.
package struct AddressRange: Hashable, Sendable {
    /// Which numbers of the range are on this side.
    package enum Parity: UInt8, Sendable {
        case both, even, odd

        @inline(__always) func holds(_ number: Int) -> Bool {
            self == .both || (number & 1 == 0) == (self == .even)
        }
    }

    package var from: Int
    package var to: Int
    package var parity: Parity
    /// Letters and a grid before both numbers, upper case, or empty: `N55W` of `N55W22201` to `N55W22299`.
    package var prefix = ""

    /// Creates a range; the parity is that of its ends, or both where they differ.
    package init(from: Int, to: Int, parity: Parity? = nil) {
        self.from = from
        self.to = to
        self.parity = parity ?? Self.parity(from, to)
    }

    /// Reads a range as files write it: numbers as text, `45-12` of Queens as 4512, zeros for none.
    ///
    /// - Parameter parity: `E`, `O`, `B` or `Z` (none), or empty where the file has no such column.
    /// - Returns: `nil` where the side has no numbers.
    package init?(from: String, to: String, parity: String = "") {
        let (low, high) = (HouseNumber(field: from), HouseNumber(field: to))
        guard let start = low ?? high, let end = high ?? low else { return nil }
        let (first, last) = (start.keyOfOne, end.keyOfOne)
        guard first != 0 || last != 0 else { return nil }
        guard parity.uppercased() != "Z" || first != 0 else { return nil }
        self.init(from: first, to: last, parity: Self.parity(first, last, recorded: parity))
        if start.prefix == end.prefix { prefix = start.prefix }
    }

    package var low: Int { min(from, to) }
    package var high: Int { max(from, to) }

    private static func parity(_ from: Int, _ to: Int, recorded: String = "") -> Parity {
        if recorded.uppercased() == "B" { return .both }
        guard from & 1 == to & 1 else { return .both }
        return from & 1 == 0 ? .even : .odd
    }

    /// Returns the number in a field: `45-12` as 4512, `123A` and `123.0` as 123, `N6W23001` as 23001; `nil` for one
    /// without a number, and for a negative one, by which files say that there is none. An end is one number: `94-98` is 9498.
    static func number(_ text: String) -> Int? { HouseNumber(field: text)?.keyOfOne }
}
