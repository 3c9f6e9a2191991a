/// Writes addresses as clerks, callers and telephones do.
enum AddressSpelling {
    static let streetTypes = [
        "St": "Street", "Ave": "Avenue", "Rd": "Road", "Dr": "Drive", "Ln": "Lane", "Ct": "Court",
        "Pl": "Place",
        "Ter": "Terrace", "Cir": "Circle", "Blvd": "Boulevard", "Way": "Way", "Aly": "Alley",
        "Hwy": "Highway",
    ]
    private static let directions = ["N": "North", "S": "South", "E": "East", "W": "West"]

    /// Returns the address in the CRM's usual form: `120 S MAIN ST`.
    static func usual(_ address: String) -> String { address.uppercased() }

    /// Returns a form that names the same address without any doubt.
    static func clear(_ address: String, postcode: String, generator: inout StoryGenerator) -> String {
        switch generator.integer(in: 0...99) {
        case 0..<62: usual(address)
        case 62..<76: address
        case 76..<82: usual(spelledOut(address))
        case 82..<86: spelledOut(address)
        case 86..<94: usual("\(address), Fairhaven, MA \(postcode)")
        case 94..<96: address.lowercased()
        default: "\(address), Fairhaven"
        }
    }

    /// Returns any form, also ones that leave something out or misspell it.
    static func any(_ address: String, unit: String, postcode: String, generator: inout StoryGenerator)
        -> String
    {
        let whole = unit.isEmpty ? address : "\(address) \(unit)"
        switch generator.integer(in: 0...999) {
        case 0..<22: return usual(withoutType(whole))
        case 22..<32: return usual(withoutDirection(whole))
        case 32..<52: return usual(misspelled(whole, generator: &generator))
        case 52..<67: return doubledSpaces(usual(whole))
        case 67..<92:
            return usual(
                "\(address) \(generator.pick(["Apt", "Unit", "#", "Fl"])) \(generator.integer(in: 1...9))")
        case 92..<102:
            return usual(address.replacing(" N ", with: " N. ").replacing(" S ", with: " S. ")) + "."
        case 102..<110: return "\(usual(address)) FAIRHAVEN MA"
        default: return clear(whole, postcode: postcode, generator: &generator)
        }
    }

    static func block(_ hundred: Int, of street: String, generator: inout StoryGenerator) -> String {
        let street = street.uppercased()
        return generator.happens(0.75)
            ? "\(hundred) BLOCK OF \(street)" : "\(hundred) - \(hundred + 99) BLOCK OF \(street)"
    }

    static func junction(_ first: String, _ second: String, generator: inout StoryGenerator) -> String {
        let word = generator.pick(["&", "&", "&", "AND", "AT", "/"])
        return generator.happens(0.85)
            ? "\(first) \(word) \(second)".uppercased()
            : "\(spelledOut(first)) \(word.lowercased()) \(spelledOut(second))"
    }

    static func spelledOut(_ address: String) -> String {
        var words = address.split(separator: " ").map(String.init)
        if let last = words.last, let long = streetTypes[last] { words[words.count - 1] = long }
        return words.map { directions[$0] ?? $0 }.joined(separator: " ")
    }

    private static func withoutType(_ address: String) -> String {
        let words = address.split(separator: " ")
        guard words.count > 2, let last = words.last, streetTypes[String(last)] != nil else { return address }
        return words.dropLast().joined(separator: " ")
    }

    private static func withoutDirection(_ address: String) -> String {
        var words = address.split(separator: " ").map(String.init)
        if words.count > 3, directions[words[1]] != nil { words.remove(at: 1) }
        return words.joined(separator: " ")
    }

    /// Doubles, drops or exchanges one letter within the street's longest word.
    private static func misspelled(_ address: String, generator: inout StoryGenerator) -> String {
        var words = address.split(separator: " ").map(String.init)
        guard let longest = words.indices.max(by: { (words[$0].count, -$0) < (words[$1].count, -$1) }),
            words[longest].count >= 5, words[longest].first?.isLetter == true
        else { return address }
        var letters = Array(words[longest])
        let index = generator.integer(in: 1...letters.count - 2)
        switch generator.integer(in: 0...2) {
        case 0: letters.insert(letters[index], at: index)
        case 1: letters.remove(at: index)
        default: letters.swapAt(index, index + 1)
        }
        words[longest] = String(letters)
        return words.joined(separator: " ")
    }

    private static func doubledSpaces(_ address: String) -> String { address.replacing(" ", with: "  ") }
}
