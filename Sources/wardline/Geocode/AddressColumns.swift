import City
import DelimitedText
import ServiceRequests
import Wording

/// Which columns of a file make up its addresses.
struct AddressColumns {
    /// The columns' places in the order in which they are read.
    let places: [Int]
    /// The place of a ZIP code in a column of its own.
    let zip: Int?

    /// Finds the columns: those that are named, that of the city file, or that of a known city.
    init(named names: [String], city: CityFile, header: [String], source: String) throws {
        let keys = header.map(Self.key)
        func place(_ name: String) -> Int? { keys.firstIndex(of: Self.key(name)) }
        func needed(_ name: String) throws -> Int {
            if let place = place(name) { return place }
            throw Failure(
                "\(source) has no column \(name); did you mean \(Spelling.nearest(to: name, among: header))? "
                    + "It has \(header.joined(separator: ", "))")
        }
        if !names.isEmpty {
            (places, zip) = (try names.map(needed), nil)
            return
        }
        let profile = try city.requests.profile.map(ColumnProfile.named)
        guard let address = Self.addressNames(city, profile).lazy.compactMap(place).first else {
            throw Failure(
                "\(source) has no column that is known to hold addresses; name it with --column. It has "
                    + header.joined(separator: ", "))
        }
        places = [address]
        let zipNames = city.requests.columns["zip"].map { [$0] } ?? Self.known(.zip, profile)
        zip = zipNames.lazy.compactMap(place).first
    }

    /// Returns what rates a row's cells as a header: by how many of them may name addresses.
    static func rating(named names: [String], city: CityFile) throws -> ([String]) -> Int {
        let profile = try city.requests.profile.map(ColumnProfile.named)
        let wanted = Set((names + addressNames(city, profile)).map(key))
        return { cells in cells.count { wanted.contains(key($0)) } }
    }

    /// The names that a column of addresses may have, that of the city file first.
    private static func addressNames(_ city: CityFile, _ profile: ColumnProfile?) -> [String] {
        (city.requests.columns["address"].map { [$0] } ?? []) + known(.address, profile)
    }

    /// The names that a column has in the city's own profile, or else in that of any known city.
    private static func known(_ field: RequestField, _ profile: ColumnProfile?) -> [String] {
        let profiles = profile.map { [$0] } ?? ColumnProfile.known
        return profiles.flatMap { $0.columns[field] ?? [] }
            + (field == .address ? ["street_address", "full_address", "addr", "location"] : [])
    }

    private static func key(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
}

/// Puts a row's address together.
struct AddressAssembly: Sendable {
    let slots: [Int]
    let zipSlot: Int?

    /// Returns the address of a row, given the fields of each slot. A ZIP code of its own is added where the address has
    /// none.
    func address(_ row: Int, _ batch: FieldBatch, _ block: TextBlock) -> String {
        func text(_ slot: Int) -> String {
            batch.withFields(slot: slot, of: block) { FieldText.string($0[row]) }
        }
        let address =
            slots.count == 1 ? text(slots[0]) : slots.map(text).filter { !$0.isEmpty }.joined(separator: ", ")
        guard let zip = zipSlot.map(text), !address.isEmpty, Self.isZip(zip.prefix(5)),
            !Self.endsWithZip(address)
        else { return address }
        return "\(address), \(zip)"
    }

    private static func isZip(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    /// Whether an address has a ZIP code already: `…, 21202`, `…, 21202-1234`.
    private static func endsWithZip(_ address: String) -> Bool {
        let last = address.split { $0 == " " || $0 == "," }.last ?? ""
        return isZip(last.prefix(5)) && (last.utf8.count == 5 || last.dropFirst(5).first == "-")
    }
}
