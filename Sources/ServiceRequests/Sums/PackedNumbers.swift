/// Whole numbers as one short text in JSON: each by its difference from the one before, `n*times` where several differences in
/// a row are alike. `+5 0*3 2` are 5, 5, 5, 5 and 7; a text that does not begin with `+` has the numbers themselves.
package struct PackedNumbers: Sendable, Equatable {
    package var numbers: [Int64]
    /// Whether neighbours are near each other, so that differences are shorter.
    private let isStepped: Bool

    package init(_ numbers: [Int64], isStepped: Bool = false) {
        self.numbers = numbers
        self.isStepped = isStepped
    }

    package init(_ numbers: some Sequence<some BinaryInteger>, isStepped: Bool = false) {
        self.init(numbers.map { Int64($0) }, isStepped: isStepped)
    }

    /// - Returns: `nil` for a text that is none.
    init?(text: String) {
        var bytes = Array(text.utf8)[...]
        isStepped = bytes.first == UInt8(ascii: "+")
        if isStepped { bytes = bytes.dropFirst() }
        numbers = []
        var last: Int64 = 0
        while !bytes.isEmpty {
            guard let number = Self.number(&bytes) else { return nil }
            var times: Int64 = 1
            if bytes.first == UInt8(ascii: "*") {
                bytes = bytes.dropFirst()
                guard let count = Self.number(&bytes), (1...Int64(Int32.max)).contains(count) else {
                    return nil
                }
                times = count
            }
            if let byte = bytes.first {
                guard byte == UInt8(ascii: " ") else { return nil }
                bytes = bytes.dropFirst()
            }
            for _ in 0..<times {
                last = isStepped ? last &+ number : number
                numbers.append(last)
            }
        }
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        var number: Int64 = 0
        var digits = 0
        while let byte = bytes.first, byte &- 48 < 10 {
            number = number &* 10 &+ Int64(byte &- 48)
            digits += 1
            bytes = bytes.dropFirst()
        }
        guard (1...19).contains(digits) else { return nil }
        return isNegative ? 0 &- number : number
    }

    var text: String {
        var bytes: [UInt8] = isStepped ? [UInt8(ascii: "+")] : []
        var last: Int64 = 0
        var run: (number: Int64, times: Int) = (0, 0)
        func end() {
            guard run.times > 0 else { return }
            if bytes.count > (isStepped ? 1 : 0) { bytes.append(UInt8(ascii: " ")) }
            bytes += String(run.number).utf8
            if run.times > 1 { bytes += "*\(run.times)".utf8 }
        }
        for number in numbers {
            let written = isStepped ? number &- last : number
            last = number
            if run.times > 0, run.number == written {
                run.times += 1
            } else {
                end()
                run = (written, 1)
            }
        }
        end()
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PackedNumbers: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let packed = PackedNumbers(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no numbers")
        }
        self = packed
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
