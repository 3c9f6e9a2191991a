/// A house number in its parts: `N6W` `23001`, `45`-`12`, `123` `1/2` `B`.
package struct HouseNumber: Hashable, Sendable {
    /// What a second number means.
    package enum Join: UInt8, Sendable {
        /// There is no second number.
        case none
        /// The far end of a range: `705-805`, `1200 - 1299 BLOCK`. It may be the smaller one.
        case range
        /// The house within the block, as in Queens: `45-12`.
        case hyphen
    }

    /// Letters and grid before the number, upper case: `N6W`, `A`.
    package var prefix: String = ""
    /// The number itself, or the first of two.
    package var value: Int
    /// The second of two numbers; see ``join``.
    package var second: Int?
    package var join: Join = .none
    /// `1/2`, or empty.
    package var fraction: String = ""
    /// Letters after the number, upper case: `B`, `REAR` is a unit and not here.
    package var suffix: String = ""
    /// The whole number in the line.
    package var span: TextSpan = .empty

    package init(value: Int) { self.value = value }

    /// The digits of both numbers run together, as some files keep Queens numbers: `45-12` is 4512.
    package var joinedValue: Int? {
        guard let second, join == .hyphen, value < 100_000, second < 10_000 else { return nil }
        return value * (second < 100 ? 100 : second < 1000 ? 1000 : 10_000) + second
    }
}
