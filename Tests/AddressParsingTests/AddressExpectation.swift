import Testing

@testable import AddressParsing

/// Compares the best reading with its expected parts, written as `key=value` separated by ` · `.
///
/// The parts are `kind`, `n` (number), `pre`, `type1` (pre-type), `name`, `type`, `post`, `unit`, `city`, `state`, `zip`, all in
/// standard form, and `x` (each cross street's standard form). What is not named is expected to be absent, `kind` to
/// be `street`.
func expect(_ line: String, _ parts: String, _ location: SourceLocation = #_sourceLocation) {
    let parser = AddressParser(places: PlaceNames(aliases: ["BC": "Baltimore"]))
    let got = describe(parser.parse(line).best)
    #expect(got == parts, "\(line)", sourceLocation: location)
}

func describe(_ reading: AddressReading) -> String {
    var parts: [String] = []
    func add(_ key: String, _ value: String) { if !value.isEmpty { parts.append("\(key)=\(value)") } }
    add("kind", kindName(reading.kind))
    if let number = reading.number { add("n", describe(number)) }
    let street = reading.street
    add("mod", street.preModifier)
    add("pre", street.preDirectional?.abbreviation ?? "")
    add("type1", street.preType)
    add("name", street.name)
    add("type", street.postType)
    add("post", street.postDirectional?.abbreviation ?? "")
    for cross in reading.crossStreets { add("x", cross.standard) }
    if let unit = reading.unit {
        add("unit", [unit.type, unit.id].filter { !$0.isEmpty }.joined(separator: " "))
    }
    add("city", reading.city)
    add("state", reading.state)
    add("zip", reading.zip4.isEmpty ? reading.zip : "\(reading.zip)-\(reading.zip4)")
    return parts.joined(separator: " · ")
}

private func kindName(_ kind: AddressKind) -> String {
    switch kind {
    case .street: ""
    case .intersection: "intersection"
    case .between: "between"
    case .block: "block"
    case .unplaceable(let reason): reason.rawValue
    }
}

private func describe(_ number: HouseNumber) -> String {
    var text = number.prefix.isEmpty ? "" : number.prefix + "|"
    text += String(number.value)
    if let second = number.second { text += (number.join == .range ? ".." : "-") + String(second) }
    if !number.fraction.isEmpty { text += " " + number.fraction }
    return number.suffix.isEmpty ? text : text + "|" + number.suffix
}
