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
    /// How many digits the second has in the line: of `94-005` three.
    package var secondDigits = 0
    package var join: Join = .none
    /// Whether a hyphen alone stands between the two, so that either may be meant: `94-98`.
    package var isHyphenated = false
    /// The same with blanks around it: `94 - 98`.
    package var isDashed = false
    /// `1/2`, or empty.
    package var fraction: String = ""
    /// Letters after the number, upper case: `B`, `REAR` is a unit and not here.
    package var suffix: String = ""
    /// Whether the letters belong to the first of two numbers: `104B-1104`.
    package var isSuffixOfFirst = false
    /// Whether letters were taken for the digits that they look like: `12OO` for 1200.
    package var hasLettersForDigits = false
    /// The number if its last letter stands for the digit that it looks like: 1201 of `120L`.
    package var withLetterAsDigit: Int?
    /// Whether letters or signs stand for digits that nothing tells, so that it is no house's: `1XX4`, `2Z6`.
    package var isIllegible = false
    /// The whole number in the line.
    package var span: TextSpan = .empty

    package init(value: Int) { self.value = value }

    /// The digits of both numbers run together, as some files keep Queens numbers: `45-12` is 4512, `94-005` 94005.
    package var joinedValue: Int? { join == .hyphen ? runTogether : nil }

    /// The same of what may be the two ends of a range as well: `94-98` is 9498 in Queens.
    package var openJoinedValue: Int? {
        guard join == .range, isHyphenated || isDashed, value < 1000, secondDigits == 2 else { return nil }
        return runTogether
    }

    /// The same of two that are no range, since the second has too many digits for one: `91-1121` on Oahu is 911121.
    package var farJoinedValue: Int? {
        guard join == .range, isHyphenated, value < 100, secondDigits == 4 else { return nil }
        return runTogether
    }

    private var runTogether: Int? {
        guard let second, value < 100_000, second < 10_000 else { return nil }
        let digits = max(secondDigits, String(second).utf8.count)
        return value * (digits <= 2 ? 100 : digits == 3 ? 1000 : 10_000) + second
    }

    /// The far end of a range, whose first digits a line may leave out: of `1400-98` it is 1498; `nil` for one number.
    package var farEnd: Int? {
        guard let second, join == .range else { return nil }
        let scale = (0..<secondDigits).reduce(1) { power, _ in power * 10 }
        return second < value && scale <= value ? value / scale * scale + second : second
    }

    /// Whether the two ends are those of blocks: `1400-1499`, `701 - 798`, `1400-99`.
    package var isWholeBlocks: Bool {
        guard let farEnd, farEnd > value else { return false }
        return value % 100 <= 1 && farEnd % 100 >= 98
    }

    /// The blocks that it may name.
    package var blocks: NamedBlocks {
        let far = farEnd ?? second ?? value
        let low = min(value, far)
        let own = low...max(value, far, low / 100 * 100 + 99)
        guard !isWholeBlocks, let joined = openJoinedValue else { return NamedBlocks(own) }
        let first = joined / 100 * 100
        let inQueens = first...first + 99
        return far < value
            ? NamedBlocks(inQueens, unlikely: own) : NamedBlocks(own, asLikely: inQueens)
    }

    /// Whether the two can be the ends of a range of one side of a street, also of one that is written backwards.
    ///
    /// - Parameter limit: How far apart the ends may be.
    func isLikelyRange(within limit: Int) -> Bool {
        guard let farEnd, farEnd != value else { return false }
        let isBackwards = farEnd < value
        if isBackwards, value < 100 || secondDigits != String(value).utf8.count { return false }
        return abs(farEnd - value) <= limit && (farEnd - value) % 2 == 0
    }

    /// The second of two numbers as a house of its own; `nil` where there is none, or where the two are a block's.
    var secondHouse: HouseNumber? {
        guard let second, !isWholeBlocks else { return nil }
        var house = HouseNumber(value: second)
        house.suffix = isSuffixOfFirst ? "" : suffix
        house.hasLettersForDigits = hasLettersForDigits
        house.span = span
        let last = Int32(secondDigits + house.suffix.utf8.count)
        if last < span.upper - span.lower { house.span.lower = span.upper - last }
        return house
    }

    /// Whether the ends of a range are of one hundred or hardly more: `1400-1412`, and not `530-610`.
    var isOfOneBlock: Bool {
        farEnd.map { abs($0 - value) <= ($0 / 100 == value / 100 ? Self.withinHundred : Self.acrossHundreds) }
            ?? true
    }

    /// How far apart the ends of one building's numbers may be, and where they are of two hundreds.
    private static let withinHundred = 40
    private static let acrossHundreds = 20

    /// The number by which files and ranges know it: that of the house, of two joined by a hyphen both.
    package var key: Int { joinedValue ?? value }

    /// The number that one house has, where no range is meant.
    package var keyOfOne: Int { openJoinedValue ?? keyInList }

    /// The number of one house in a list of them.
    package var keyInList: Int { farJoinedValue ?? key }

    /// Reads a field that holds a house number and nothing else: `123`, `123.0`, `94-005`, `123 1/2`, `6257A`,
    /// `N6W23001`.
    ///
    /// - Returns: `nil` for text without a number, for one with letters in place of digits (`12OO`), and for a negative one, which
    ///   files write for none.
    package init?(field: String) {
        var field = field
        let number = field.withUTF8 { source -> HouseNumber? in
            var bytes = NormalizedLine(source).bytes[...]
            bytes = bytes.drop { $0 == UInt8(ascii: " ") }
            while bytes.last == UInt8(ascii: " ") { bytes = bytes.dropLast() }
            guard bytes.count <= 24, let first = bytes.first, first != UInt8(ascii: "-"),
                bytes.contains(where: Tokenizer.isDigit)
            else { return nil }
            let gap = bytes.firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
            if Tokenizer.isDigit(first), let number = NumberLetters(bytes[..<gap]).number,
                number.isIllegible && number.suffix.utf8.count != 1 || number.hasLettersForDigits
            {
                return nil
            }
            var number = NumberToken.literal(bytes[..<gap])
            let rest = bytes[gap...].drop { $0 == UInt8(ascii: " ") }
            if rest.contains(UInt8(ascii: "/")) {
                number.fraction = String(decoding: rest, as: UTF8.self)
            } else if !rest.isEmpty {
                number.suffix = String(decoding: rest, as: UTF8.self)
            }
            return number
        }
        guard let number else { return nil }
        self = number
    }
}

/// The numbers of the block that a house number names, and those of another that it may mean, as in Queens: of `34-00` 3400 to 3499,
/// and hardly 0 to 99.
package struct NamedBlocks: Sendable {
    /// The numbers of the block that is meant first.
    package let first: ClosedRange<Int>
    /// Those of another; `nil` for none.
    package let second: ClosedRange<Int>?
    /// Whether the second is as likely as the first; else it counts only where a street has nothing of the first.
    package let isSecondAsLikely: Bool

    init(_ first: ClosedRange<Int>, unlikely second: ClosedRange<Int>? = nil) {
        (self.first, self.second, isSecondAsLikely) = (first, second, false)
    }

    init(_ first: ClosedRange<Int>, asLikely second: ClosedRange<Int>) {
        (self.first, self.second, isSecondAsLikely) = (first, second, true)
    }

    /// Both, the one that is meant first before the other.
    package var all: [ClosedRange<Int>] { [first, second].compactMap(\.self) }
}

/// What two numbers before a street may mean besides what they were read as.
package struct OtherHouse: Hashable, Sendable {
    package var number: HouseNumber
    /// Whether nothing in the line tells which of the two is the house. Otherwise this one is the less likely.
    package var isAsLikely: Bool
    /// Whether the two are the ends of a range that reaches into another block: what is meant lies between them.
    package var isFarEnd = false

    /// How far apart the ends of a range may be anywhere.
    static let range = 200

    init(number: HouseNumber, isAsLikely: Bool, isFarEnd: Bool = false) {
        self.number = number
        self.isAsLikely = isAsLikely
        self.isFarEnd = isFarEnd
    }

    /// Creates what the second of two numbers may mean; `nil` where there is no second house.
    ///
    /// - Parameter isRange: Whether the two are the ends of a range.
    init?(secondOf number: HouseNumber, isRange: Bool) {
        guard let house = number.secondHouse else { return nil }
        self.init(number: house, isAsLikely: !isRange, isFarEnd: isRange && !number.isOfOneBlock)
    }

    /// Creates the same of two numbers that stand behind their street.
    package init?(secondOf number: HouseNumber) {
        self.init(secondOf: number, isRange: number.isLikelyRange(within: Self.range))
    }
}
