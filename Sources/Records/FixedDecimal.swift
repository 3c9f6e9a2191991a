#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Numbers with a fixed count of decimals, as text.
package enum FixedDecimal {
    /// Appends a number rounded to some decimals, the same as `printf` writes but never `-0.0`; nothing where it is not
    /// finite.
    package static func append(_ number: Double, decimals: Int, to bytes: inout [UInt8]) {
        guard number.isFinite else { return }
        guard decimals < powers.count, let scaled = scaledInteger(abs(number), decimals) else {
            appendSlowly(number, decimals, to: &bytes)
            return
        }
        if number < 0, scaled > 0 { bytes.append(UInt8(ascii: "-")) }
        append(scaled, decimals: decimals, to: &bytes)
    }

    /// Returns a number rounded to some decimals as ``append(_:decimals:to:)`` rounds it; empty where it is not finite.
    package static func text(_ number: Double, decimals: Int) -> String {
        var bytes: [UInt8] = []
        append(number, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func append(_ number: Int, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        append(UInt64(number.magnitude), decimals: 0, to: &bytes)
    }

    private static let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

    /// Returns the number times a power of ten, rounded to the nearest integer by its exact binary value, a tie to the
    /// even one; `nil` where that cannot be told in Doubles.
    @inline(__always)
    private static func scaledInteger(_ magnitude: Double, _ decimals: Int) -> UInt64? {
        let product = magnitude * powers[decimals]
        guard product < 0x1p52 else { return nil }
        let below = product.rounded(.down)
        let rest = product - below
        let whole = UInt64(below)
        if rest != 0.5 { return rest > 0.5 ? whole + 1 : whole }
        // The product looks like a tie: what its own rounding lost decides.
        let lost = (-product).addingProduct(magnitude, powers[decimals])
        if lost != 0 { return lost > 0 ? whole + 1 : whole }
        return whole + whole % 2
    }

    private static func append(_ value: UInt64, decimals: Int, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
            var index = 32
            var rest = value
            var written = 0
            while rest > 0 || written <= decimals {
                if written == decimals, decimals > 0 {
                    index -= 1
                    digits[index] = UInt8(ascii: ".")
                }
                index -= 1
                digits[index] = UInt8(truncatingIfNeeded: rest % 10) + 48
                rest /= 10
                written += 1
            }
            bytes.append(contentsOf: digits[index...])
        }
    }

    private static func appendSlowly(_ number: Double, _ decimals: Int, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { text in
            let count = withVaList([Int32(decimals), number]) { vsnprintf(text.baseAddress, 400, "%.*f", $0) }
            for index in 0..<min(Int(count), 399) { bytes.append(UInt8(bitPattern: text[index])) }
        }
    }
}
