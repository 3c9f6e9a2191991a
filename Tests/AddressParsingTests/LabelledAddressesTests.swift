import Foundation
import Testing

@testable import AddressParsing

/// Accuracy on real strings that people labelled; skipped where the real data is missing.
struct LabelledAddressesTests {
    @Test(.enabled(if: LabelledAddress.folder != nil, "the folder of real data is missing"))
    func `seven of eight labelled addresses have every part right`() throws {
        let folder = try #require(LabelledAddress.folder)
        let addresses = try LabelledAddress.read(folder.appending(path: "addresses/usaddress_labeled.xml"))
        #expect(addresses.count == 1513)
        let parser = AddressParser()
        var right = 0
        var wrong: [String: Int] = [:]
        for address in addresses {
            let misses = Comparison(address, parser.parse(address.line)).misses
            if misses.isEmpty { right += 1 }
            for miss in misses { wrong[miss, default: 0] += 1 }
        }
        let share = Double(right) / Double(max(1, addresses.count))
        #expect(share >= 0.87, "\(right) of \(addresses.count); wrong by part: \(wrong)")
    }
}

/// Compares parts after folding case, points and postal abbreviations.
private struct Comparison {
    private(set) var misses: [String] = []

    init(_ expected: LabelledAddress, _ got: ParsedAddress) {
        let best = got.best
        let parts = got.text
        compare("number", expected.text("AddressNumberPrefix", "AddressNumber", "AddressNumberSuffix")) {
            best.number.map { parts($0.span) } ?? ""
        }
        compare(
            "street",
            expected.text(
                "StreetNamePreModifier", "StreetNamePreDirectional", "StreetNamePreType", "StreetName",
                "StreetNamePostType", "StreetNamePostDirectional", "StreetNamePostModifier")
        ) { best.isPlaceable ? best.streets.map { parts($0.written.whole) }.joined(separator: " ") : "" }
        compare("unit", expected.text("OccupancyType", "OccupancyIdentifier")) {
            best.unit.map { parts($0.typeSpan) + " " + parts($0.idSpan) } ?? ""
        }
        compare("city", expected.text("PlaceName")) { parts(best.written.city) }
        compare("state", expected.text("StateName")) { parts(best.written.state) }
        compare("zip", String(expected.text("ZipCode").prefix(5))) {
            String(parts(best.written.zip).prefix(5))
        }
    }

    private mutating func compare(_ part: String, _ expected: String, _ got: () -> String) {
        if Self.fold(expected) != Self.fold(got()) { misses.append(part) }
    }

    /// The characters of the folded words, in order of the words' sorting, so that `2nd Floor` equals `Floor 2nd`.
    private static func fold(_ text: String) -> String {
        let words = text.uppercased().split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "'") }
        return words.map { word in abbreviation(String(word.filter { $0.isLetter || $0.isNumber })) }.sorted()
            .joined()
    }

    private static let lexicon = Lexicon(places: PlaceNames())

    private static func abbreviation(_ word: String) -> String {
        if word == "NO" { return "" }
        let meaning = lexicon.meaning(of: WordHash.of(word))
        if meaning.roles.has(.type) { return lexicon.types[Int(meaning.type)] }
        if meaning.roles.has(.unit) { return lexicon.units[Int(meaning.unit)] }
        if meaning.roles.has(.state) { return lexicon.states[Int(meaning.state)] }
        if meaning.roles.has(.directional) {
            return Directional(rawValue: meaning.directional)?.abbreviation ?? word
        }
        return word
    }
}
