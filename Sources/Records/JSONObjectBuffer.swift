/// Writes one JSON object on one line, key by key in the order in which they are added.
package struct JSONObjectBuffer: Sendable {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    package init() {}

    package mutating func add(_ key: String, _ text: String?) {
        begin(key)
        guard let text else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        JSONString.append(text, to: &bytes)
    }

    package mutating func add(_ key: String, _ number: Double?, decimals: Int) {
        begin(key)
        guard let number, number.isFinite else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        FixedDecimal.append(number, decimals: decimals, to: &bytes)
    }

    package mutating func add(_ key: String, _ number: Int?) {
        begin(key)
        guard let number else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        FixedDecimal.append(number, to: &bytes)
    }

    package mutating func add(_ key: String, _ texts: [String]) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONString.append(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds a value that is JSON already.
    package mutating func add(_ key: String, json: [UInt8]) {
        begin(key)
        bytes += json
    }

    package consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private mutating func begin(_ key: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        JSONString.append(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }
}
