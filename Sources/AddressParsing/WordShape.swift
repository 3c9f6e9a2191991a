/// The shape of one word, from its characters alone.
struct WordShape {
    let shape: Token.Shape

    init(_ bytes: [UInt8], start: Int, end: Int) {
        shape = Self.shape(bytes, start, end)
    }

    private static func shape(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Token.Shape {
        var digits = 0
        var hyphens = 0
        var slashes = 0
        for index in start..<end {
            let byte = bytes[index]
            if Tokenizer.isDigit(byte) { digits += 1 }
            if byte == UInt8(ascii: "-") { hyphens += 1 }
            if byte == UInt8(ascii: "/") { slashes += 1 }
        }
        let length = end - start
        if digits == 0 { return .word }
        if digits == length { return .number }
        if slashes == 1, hyphens == 0, digits == length - 1 {
            return isFraction(bytes, start, end) ? .fraction : .hyphenated
        }
        if hyphens == 1, digits == length - 1 { return .hyphenated }
        guard Tokenizer.isDigit(bytes[start]) else {
            return isGrid(bytes, start, end) ? .grid : .letterFirst
        }
        return digits == length - 2 && isOrdinal(bytes, start: start, end: end) ? .ordinal : .numberFirst
    }

    /// `1/2`, `3/4`; `123/125` is two numbers.
    private static func isFraction(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let parts = bytes[start..<end].split(separator: UInt8(ascii: "/"))
        guard parts.count == 2, parts[0].count <= 2, parts[1].count <= 2 else { return false }
        func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 48) } }
        return value(parts[0]) < value(parts[1])
    }

    /// `N6W23001`, `N6-W23001`.
    private static func isGrid(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var groups = 0
        var index = start
        while index < end {
            if groups == 1, bytes[index] == UInt8(ascii: "-") { index += 1 }
            guard index < end, "NSEW".utf8.contains(bytes[index]) else { return false }
            index += 1
            let firstDigit = index
            while index < end, Tokenizer.isDigit(bytes[index]) { index += 1 }
            if index == firstDigit { return false }
            groups += 1
        }
        return groups == 2
    }

    /// Digits and the two letters that belong to them; `100ST` is 100 and a street.
    static func isOrdinal(_ bytes: [UInt8], start: Int, end: Int) -> Bool {
        guard end - start > 2, Tokenizer.isDigit(bytes[end - 3]) else { return false }
        let last = bytes[end - 3]
        switch (bytes[end - 2], bytes[end - 1]) {
        case (UInt8(ascii: "T"), UInt8(ascii: "H")), (UInt8(ascii: "N"), UInt8(ascii: "D")): return true
        case (UInt8(ascii: "R"), UInt8(ascii: "D")): return last == UInt8(ascii: "3")
        case (UInt8(ascii: "S"), UInt8(ascii: "T")): return last == UInt8(ascii: "1")
        default: return false
        }
    }
}
