/// Writes nested JSON as bytes, in the order in which it is told.
///
/// ```swift
/// var json = JSONText()
/// json.object { json in json.member("name", "Ward 7") }  // {"name":"Ward 7"}
/// ```
package struct JSONText: Sendable {
    package private(set) var bytes: [UInt8] = []
    private let setting: JSONString.Setting
    private var needsComma = false

    package init(in setting: JSONString.Setting = .markup) { self.setting = setting }

    package mutating func object(_ body: (inout JSONText) -> Void) { nested("{", closing: "}", body) }

    package mutating func array(_ body: (inout JSONText) -> Void) { nested("[", closing: "]", body) }

    package mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func number(_ value: Int) {
        separate()
        FixedDecimal.append(value, to: &bytes)
    }

    /// Writes a number with some decimals; `null` where it is not finite.
    package mutating func number(_ value: Double, decimals: Int) {
        guard value.isFinite else { return null() }
        separate()
        FixedDecimal.append(value, decimals: decimals, to: &bytes)
    }

    /// Writes degrees with seven decimals, a centimetre.
    package mutating func degrees(_ value: Double) { number(value, decimals: DegreeText.decimals) }

    /// Writes a small number with three decimals.
    package mutating func decimal(_ value: Double) { number(value, decimals: 3) }

    package mutating func null() { raw("null") }

    package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    package mutating func string(_ text: String) {
        separate()
        JSONString.append(text, to: &bytes, in: setting)
    }

    private mutating func raw(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func nested(
        _ opening: Unicode.Scalar, closing: Unicode.Scalar, _ body: (inout JSONText) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: opening))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: closing))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

extension JSONText {
    /// Writes a key with what the body makes of it.
    package mutating func member(_ name: String, _ body: (inout JSONText) -> Void) {
        key(name)
        body(&self)
    }

    package mutating func member(_ name: String, _ text: String) { member(name) { $0.string(text) } }

    package mutating func numbers(_ values: some Sequence<Int>) {
        array { json in for value in values { json.number(value) } }
    }

    package mutating func strings(_ values: some Sequence<String>) {
        array { json in for value in values { json.string(value) } }
    }
}
