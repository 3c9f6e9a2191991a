/// A number whose thousands are parted: `118.997,4`, `1,234,567.8`, `1 234 567,8`, `1'234'567.8`.
struct GroupedNumber {
    let value: PositionNumber
    /// The byte between the thousands.
    let mark: UInt8
    /// Whether it can be read in no other way: `118.997` may be a number of three decimals.
    let isCertain: Bool

    /// Reads a number in ASCII, in which ``apostrophe`` stands for an apostrophe too; `nil` for anything else.
    init?(_ text: some BidirectionalCollection<UInt8>) {
        var rest = text[...]
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- 48 < 10 } ?? false }
        while rest.last == 0x20 { rest = rest.dropLast() }
        rest = rest.drop { $0 == 0x20 }
        var plain: [UInt8] = []
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            plain.append(sign)
            rest = rest.dropFirst()
        }
        let head = rest.prefix { isDigit($0) }
        guard (1...3).contains(head.count) else { return nil }
        plain += head
        rest = rest.dropFirst(head.count)
        guard let mark = rest.first.map({ $0 == UInt8(ascii: "'") ? Self.apostrophe : $0 }),
            Self.marks.contains(mark)
        else { return nil }
        var groups = 0
        while let next = rest.first, next == mark || next == UInt8(ascii: "'") && mark == Self.apostrophe {
            let group = rest.dropFirst().prefix { isDigit($0) }
            guard group.count == 3 else { return nil }
            plain += group
            rest = rest.dropFirst(4)
            groups += 1
        }
        guard groups > 0 else { return nil }
        var decimals = 0
        if let point = rest.first {
            let digits = rest.dropFirst()
            guard point != mark, point == UInt8(ascii: ".") || point == UInt8(ascii: ","),
                !digits.isEmpty, digits.allSatisfy({ isDigit($0) })
            else { return nil }
            plain.append(UInt8(ascii: "."))
            plain += digits
            decimals = digits.count
        }
        guard let number = Double(String(decoding: plain, as: UTF8.self)) else { return nil }
        value = PositionNumber(value: number, decimals: decimals)
        self.mark = mark
        isCertain = decimals > 0 || groups > 1 || mark == 0x20 || mark == Self.apostrophe
    }

    /// What ``PositionNumber`` has for the mark of minutes.
    static let apostrophe = UInt8(ascii: "m")
    private static let marks = [UInt8(ascii: "."), UInt8(ascii: ","), 0x20, apostrophe]
}
