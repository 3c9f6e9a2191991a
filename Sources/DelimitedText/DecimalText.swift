/// A number as it was written.
package struct DecimalText: Sendable, Equatable {
    /// The nearest Double, as `strtod` gives it.
    package let value: Double
    /// The decimals that were written: 0 for `39`, 2 for `39.10`.
    package let decimals: Int

    /// Reads a number such as `-76.6122`, or returns `nil` for anything else, also for text around it.
    @inline(__always)
    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return nil }
        let count = text.count
        var offset = 0
        let isNegative = count > 0 && base[0] == UInt8(ascii: "-")
        if isNegative || (count > 0 && base[0] == UInt8(ascii: "+")) { offset = 1 }
        var mantissa: UInt64 = 0
        let first = offset
        while offset < count, base[offset] &- 48 < 10 {
            mantissa = mantissa &* 10 &+ UInt64(base[offset] &- 48)
            offset &+= 1
        }
        var digits = offset - first
        var decimals = 0
        if offset < count, base[offset] == UInt8(ascii: ".") {
            offset &+= 1
            let firstDecimal = offset
            while offset < count, base[offset] &- 48 < 10 {
                mantissa = mantissa &* 10 &+ UInt64(base[offset] &- 48)
                offset &+= 1
            }
            decimals = offset - firstDecimal
            digits += decimals
        }
        guard digits > 0 else { return nil }
        // Both are exact, and so is the quotient's rounding: Clinger, "How to read floating point numbers accurately".
        guard offset == count, digits <= 19, mantissa <= 1 << 53, decimals <= 22 else {
            self.init(slowly: text)
            return
        }
        let magnitude = Double(mantissa) / Self.powersOfTen[decimals]
        self.init(value: isNegative ? -magnitude : magnitude, decimals: decimals)
    }

    private init(value: Double, decimals: Int) {
        self.value = value
        self.decimals = decimals
    }

    private init?(slowly text: UnsafeBufferPointer<UInt8>) {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
            $0 | 0x20 == UInt8(ascii: "e")
        }
        let mantissa = parts[0].split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        var exponent = 0
        if parts.count == 2 {
            guard let number = Int(String(decoding: parts[1], as: UTF8.self)) else { return nil }
            exponent = number
        }
        let isPlain = text.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
        guard isPlain, let value = Double(String(decoding: text, as: UTF8.self)) else { return nil }
        self.init(value: value, decimals: max(0, (mantissa.count == 2 ? mantissa[1].count : 0) - exponent))
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
}
