import DelimitedText

/// Half of a position as people and programs write it: `-76.615`, `76.615W`, `39.295°`, `76°36'54"W`, `39,295`, `1 234 567,8`.
package struct PositionNumber: Sendable, Equatable {
    package enum Axis: Sendable { case longitude, latitude }

    /// Degrees, negative in the west and south; or metres of a grid.
    package let value: Double
    /// The decimals of a degree that were written. A second is worth three, a minute one.
    package let decimals: Int
    /// What a letter such as N or W says; `nil` without one.
    package let axis: Axis?

    package init(value: Double, decimals: Int, axis: Axis? = nil) {
        self.value = value
        self.decimals = decimals
        self.axis = axis
    }

    /// Reads a number, or returns `nil` for anything else.
    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        if let plain = DecimalText(text) {
            self.init(value: plain.value, decimals: plain.decimals)
        } else {
            self.init(marked: text)
        }
    }

    package init?(_ text: String) {
        var text = text
        guard let number = text.withUTF8({ PositionNumber($0) }) else { return nil }
        self = number
    }

    /// No position is written longer.
    private static let longest = 80

    private init?(marked text: UnsafeBufferPointer<UInt8>) {
        guard text.count <= Self.longest else { return nil }
        let plain = Self.plainText(text)
        if let grouped = GroupedNumber(plain), grouped.isCertain {
            self = grouped.value
            return
        }
        var letters = Letters(plain)
        let prefix = letters.passHemisphere()
        let isNegative = letters.passSign()
        guard let degrees = letters.number() else { return nil }
        let hasDegreeSign = letters.pass(UInt8(ascii: "d"))
        let minutes = letters.number(mark: UInt8(ascii: "m"))
        let seconds = minutes == nil ? nil : letters.number(mark: UInt8(ascii: "s"))
        let suffix = letters.passHemisphere()
        guard letters.isAtEnd, prefix == nil || suffix == nil else { return nil }
        let hemisphere = prefix ?? suffix
        // Three bare numbers are too likely to be something else.
        if minutes != nil, !hasDegreeSign, hemisphere == nil { return nil }
        guard minutes.map({ $0.value < 60 && degrees.decimals == 0 }) ?? true,
            seconds.map({ $0.value < 60 }) ?? true
        else { return nil }
        let size = degrees.value + (minutes?.value ?? 0) / 60 + (seconds?.value ?? 0) / 3600
        value = isNegative || hemisphere?.isNegative == true ? -size : size
        decimals = seconds.map { 3 + $0.decimals } ?? minutes.map { 1 + $0.decimals } ?? degrees.decimals
        axis = hemisphere?.axis
    }

    /// Returns the text in small ASCII letters, with `d`, `m` and `s` for the marks of degrees, minutes and seconds.
    private static func plainText(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        for scalar in FieldText.string(text).unicodeScalars {
            switch scalar {
            case "°", "º", "˚": plain.append(UInt8(ascii: "d"))
            case "'", "′", "’", "‘": plain.append(UInt8(ascii: "m"))
            case "\"", "″", "”", "“": plain.append(UInt8(ascii: "s"))
            case "−", "–", "—", "‐", "‑", "‒", "﹣", "－": plain.append(UInt8(ascii: "-"))
            default:
                if scalar.isASCII {
                    let byte = UInt8(truncatingIfNeeded: scalar.value)
                    plain.append((65...90).contains(byte) ? byte | 0x20 : byte)
                } else if scalar.properties.isWhitespace {
                    plain.append(0x20)
                } else if !scalar.properties.isDefaultIgnorableCodePoint {
                    plain.append(0)
                }
            }
        }
        return plain
    }
}

/// Walks over the plain text of a number.
private struct Letters {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
        mutating get {
            passSpaces()
            return position == bytes.count
        }
    }

    private mutating func passSpaces() {
        while position < bytes.count, bytes[position] <= 0x20, bytes[position] != 0 { position += 1 }
    }

    mutating func pass(_ byte: UInt8) -> Bool {
        passSpaces()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func passSign() -> Bool {
        if pass(UInt8(ascii: "-")) { return true }
        _ = pass(UInt8(ascii: "+"))
        return false
    }

    /// Passes `N`, `W`, `West` and the like.
    mutating func passHemisphere() -> (axis: PositionNumber.Axis, isNegative: Bool)? {
        passSpaces()
        let word = bytes[position...].prefix { (97...122).contains($0) }
        let known: [(String, PositionNumber.Axis, Bool)] = [
            ("n", .latitude, false), ("north", .latitude, false), ("s", .latitude, true),
            ("south", .latitude, true),
            ("e", .longitude, false), ("east", .longitude, false), ("w", .longitude, true),
            ("west", .longitude, true),
            ("o", .longitude, true),
        ]
        guard let found = known.first(where: { word.elementsEqual($0.0.utf8) }) else { return nil }
        position += word.count
        return (found.1, found.2)
    }

    mutating func number() -> DecimalText? {
        passSpaces()
        let start = position
        while position < bytes.count,
            bytes[position] &- 48 < 10 || bytes[position] == 0x2E || bytes[position] == 0x2C
        {
            position += 1
        }
        var digits = Array(bytes[start..<position])
        guard digits.count(where: { $0 == 0x2C || $0 == 0x2E }) <= 1 else { return nil }
        if let comma = digits.firstIndex(of: 0x2C) { digits[comma] = 0x2E }
        return digits.withUnsafeBufferPointer { DecimalText($0) }
    }

    /// Reads a number with its mark, which the last number may lack. Goes back where there is none.
    mutating func number(mark: UInt8) -> DecimalText? {
        let start = position
        guard let number = number() else {
            position = start
            return nil
        }
        if pass(mark) { return number }
        // Two minute marks stand for seconds.
        if mark == UInt8(ascii: "s"), pass(UInt8(ascii: "m")), pass(UInt8(ascii: "m")) { return number }
        return number
    }
}
