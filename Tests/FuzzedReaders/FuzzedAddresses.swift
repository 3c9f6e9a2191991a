import AddressParsing

/// Lines of addresses, parsed and placed.
final class FuzzedAddresses: FuzzedReader {
    let name = "addresses"
    private let parser = AddressParser()
    let seeds = [
        "102 N Main St Apt 4, Springfield, IL 62704", "OAK AVE & W 5TH ST", "unit block of Elm St",
        "94-005 1/2 Farm Rd 12 #B", "123, rue de l'Église, Montréal QC H2X 1Y4", "PO Box 12",
        "I-95 N at mile 12.5",
    ].map { Array($0.utf8) }

    func read(_ input: [UInt8]) throws {
        let line = String(decoding: input, as: UTF8.self)
        let parsed = parser.parse(line)
        try Contradiction.unless(!parsed.readings.isEmpty, "no reading")
        _ = parser.tokens(line)
    }
}
