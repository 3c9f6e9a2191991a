import DelimitedText

/// Writes one JSON object on one line, key by key in the order in which they are added.
struct JSONObjectBuffer {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    mutating func add(_ key: String, _ text: String?) {
        begin(key)
        guard let text else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        Self.append(text, to: &bytes)
    }

    mutating func add(_ key: String, _ number: Double?, decimals: Int) {
        begin(key)
        guard let number, number.isFinite else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        FixedDecimal.append(number, decimals: decimals, to: &bytes)
    }

    mutating func add(_ key: String, _ number: Int?) {
        add(key, number.map(Double.init), decimals: 0)
    }

    mutating func add(_ key: String, _ texts: [String]) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        for (place, text) in texts.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            Self.append(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds a value that is JSON already.
    mutating func add(_ key: String, json: [UInt8]) {
        begin(key)
        bytes += json
    }

    consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private mutating func begin(_ key: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        Self.append(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes += [byte >> 4, byte & 15].map { $0 < 10 ? $0 + 48 : $0 + 87 }
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
