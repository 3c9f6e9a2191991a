import Disclosure
import Geocoding
import Testing

@Suite struct ReportedStreetsTests {
    private let streets = ReportedStreets(
        (0..<12).map { "\(100 + $0 % 6) Elm St" }
            + [String](repeating: "12 Call Jane Roe 555-0199 St", count: 20)
            + (0..<5).map { "\(2300 + $0) Oak Ave" })

    @Test func `a street is told that many requests and several houses bear`() {
        #expect(streets.names(of: "101 ELM ST") == [.block(100...100, street: "Elm St"), .street("Elm St")])
        #expect(streets.names(of: "901 Elm St") == [.street("Elm St")])
    }

    @Test(arguments: ["12 Call Jane Roe 555-0199 St", "2301 Oak Ave", "", nil] as [String?])
    func `others are not`(address: String?) { #expect(streets.names(of: address).isEmpty) }

    /// A caller, a building and a flat that eleven requests at five numbers and more of several streets bear.
    @Test(arguments: ["Jane Roe, ", "Acme Mgmt LLC, ", "The Krebs Building, ", "Unit X ", "Krebs Court, "])
    func `what stands before the number of a street is never told`(before: String) {
        let streets = ["Elm St", "Oak Ave", "Broadway"]
        let lines = (0..<90).map { "\(before)\(100 + $0 * 7 % 90) \(streets[$0 % 3])" }
        let plain = (0..<300).map { "\(100 + $0 * 11 % 90) \(streets[$0 % 3])" }
        let told = ReportedStreets(lines + plain)
        let names = Set(
            lines.flatMap { told.names(of: $0) }.map { name in
                switch name {
                case .block(_, let street), .street(let street): street
                default: "\(name)"
                }
            })
        #expect(names.isSubset(of: streets), "\(names)")
    }

    /// Requests at five numbers and more of one street, each with something behind the number.
    private func told(behind: String) -> Set<String> {
        let lines = (0..<60).map {
            "Runeberginkatu \(1 + $0 * 7 % 90)\(behind.replacing("#", with: "\($0 % 5 + 1)"))"
        }
        let streets = ReportedStreets(lines)
        return Set(
            (lines + ["5 Helsinki", "7 Familie Meier"]).flatMap { streets.names(of: $0) }.map { name in
                switch name {
                case .block(_, let street), .street(let street): street
                default: "\(name)"
                }
            })
    }

    // The town, the flat or a name was told as the street, and the street never.
    @Test(arguments: [
        ", Helsinki", ", 00100 Helsinki", " A #, Helsinki", " Helsinki", ", Whg #", ", #. OG", ", Apto #",
        ", int. #",
        ", Top #", " B#", ", #º B", ", Familie Meier#", ", lgh 110#", ", # tv", ", bei Frau Schmidt",
        ", Tel 040 123456#", " m. #",
    ])
    func `what stands behind the number is never told`(behind: String) {
        let told = told(behind: behind)
        #expect(!told.isEmpty && told.allSatisfy { $0.hasSuffix("Runeberginkatu") }, "\(told)")
    }
}
