package import AddressParsing
import Geocoding
import Records

/// Shows how an address was read: its tokens, and the readings that the match decides between.
package struct ParseExplanation {
    private let parsed: ParsedAddress
    private let tokens: [ExplainedToken]

    package init(_ parsed: ParsedAddress, _ parser: AddressParser) {
        self.parsed = parsed
        tokens = parser.tokens(parsed.input)
    }

    package var lines: [String] {
        var lines = ["  tokens"]
        var table = TextTable([.left, .left])
        for token in tokens { table.add([token.text, token.roles.joined(separator: ", ")]) }
        lines += table.lines(indent: 4)
        lines.append("  readings")
        var readings = TextTable([.right, .left])
        for reading in parsed.readings { readings.add([String(reading.score), text(reading)]) }
        return lines + readings.lines(indent: 4)
    }

    private func text(_ reading: AddressReading) -> String {
        if case .unplaceable(let reason) = reading.kind { return reason.rawValue }
        var parts: [String] = []
        func add(_ name: String, _ text: String) { if !text.isEmpty { parts.append("\(name) \(text)") } }
        add("number", reading.number.map { parsed.text($0.span) } ?? "")
        for street in reading.streets { add("street", self.street(street)) }
        add("unit", reading.unit.map { "\($0.type) \($0.id)" } ?? "")
        add("city", reading.city)
        add("state", reading.state)
        add("ZIP", reading.zip4.isEmpty ? reading.zip : "\(reading.zip)-\(reading.zip4)")
        return parts.joined(separator: ", ")
    }

    /// The street with its parts set apart: `N|MAIN|ST`.
    private func street(_ street: StreetName) -> String {
        [
            street.preModifier, street.preDirectional?.abbreviation ?? "", street.preType, street.name,
            street.postType, street.postDirectional?.abbreviation ?? "",
        ].filter { !$0.isEmpty }.joined(separator: "|")
    }
}
