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
        let low = Self.number(from)
        let high = Self.number(to)
        guard let first = low ?? high, let last = high ?? low, first != 0 || last != 0 else { return nil }
        guard parity.uppercased() != "Z" || first != 0 else { return nil }
        self.init(from: first, to: last, parity: Self.parity(first, last, recorded: parity))
    }

    package var low: Int { min(from, to) }
    package var high: Int { max(from, to) }

    private static func parity(_ from: Int, _ to: Int, recorded: String = "") -> Parity {
        if recorded.uppercased() == "B" { return .both }
        guard from & 1 == to & 1 else { return .both }
        return from & 1 == 0 ? .even : .odd
    }

    /// Returns the number in a field: `45-12` as 4512, `123A` and `123.0` as 123, `N6W23001` as 23001.
    static func number(_ text: String) -> Int? {
        var groups: [Int] = []
        var lengths: [Int] = []
        var isInNumber = false
        for byte in text.utf8.prefix(32) {
            guard byte >= 48 && byte <= 57 else {
                if byte == UInt8(ascii: ".") { break }
                isInNumber = false
                continue
            }
            if !isInNumber {
                groups.append(0)
                lengths.append(0)
            }
            isInNumber = true
            guard groups[groups.count - 1] < 100_000_000 else { return nil }
            groups[groups.count - 1] = groups[groups.count - 1] * 10 + Int(byte - 48)
            lengths[groups.count - 1] += 1
        }
        guard let last = groups.last else { return nil }
        guard groups.count == 2, text.utf8.contains(UInt8(ascii: "-")), let block = groups.first,
            lengths[1] <= 4, block < 100_000
        else { return last }
        return block * (lengths[1] <= 2 ? 100 : lengths[1] == 3 ? 1000 : 10_000) + last
    }
}
