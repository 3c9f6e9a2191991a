import City
import ServiceRequests
import Wording

/// Which columns of a file make up its addresses.
struct AddressColumns {
    /// The columns' indices in the order in which they are read.
    let indices: [Int]
    /// Which of them stands behind a `&`, since two streets meet there; `nil` for none.
    let crossing: Int?
    /// The index of a ZIP code's own column.
    let zip: Int?

    /// Finds the columns: those that are named, those of the city file, or those of a known city.
    ///
    /// - Throws: ``AddressFileError`` for a name that the header lacks, or where it has no column of addresses.
    init(named names: [String], city: CityFile, header: [String], source: String) throws {
        let columns = HeaderNames(header)
        let named = names.isEmpty ? city.requests.addressParts.filter(columns.contains) : names
        if !names.isEmpty || named.count > 1 {
            var indices: [Int] = []
            var zip: Int?
            for name in named {
                guard let index = columns.index(of: name) else {
                    throw AddressFileError.noColumn(
                        name, nearest: Spelling.nearest(to: name, among: header), header: header,
                        source: source)
                }
                // A ZIP code that was kept as a number lacks its zeros, or has a fraction: it is read as what it is.
                if !indices.isEmpty, Self.zipNames.contains(HeaderNames.key(header[index])) {
                    zip = index
                } else {
                    indices.append(index)
                }
            }
            let isOfCity = names.isEmpty && named.count == city.requests.addressParts.count
            crossing =
                isOfCity
                ? city.requests.crossingPart.flatMap { indices.indices.contains($0) ? $0 : nil } : nil
            (self.indices, self.zip) = (indices, zip)
            return
        }
        let profile = try city.requests.profile.map(ColumnProfile.named)
        guard let address = Self.addressNames(city, profile).lazy.compactMap(columns.index).first else {
            throw AddressFileError.noAddressColumn(header: header, source: source)
        }
        (indices, crossing) = ([address], nil)
        let zipNames =
            city.requests.columns["zip"].map { [$0] } ?? UsualColumns.names(.zip, knownFor: profile)
        zip = zipNames.lazy.compactMap(columns.index).first
    }

    /// Returns what rates a row's cells as a header: by how many of them may name addresses.
    static func rating(named names: [String], city: CityFile) throws -> ([String]) -> Int {
        let profile = try city.requests.profile.map(ColumnProfile.named)
        let wanted = Set((names + addressNames(city, profile)).map(HeaderNames.key))
        return { cells in cells.count { wanted.contains(HeaderNames.key($0)) } }
    }

    private static let zipNames: Set<String> = [
        "zip", "zipcode", "zip_code", "zip5", "postcode", "postalcode", "postal_code",
    ]

    /// The names that a column of addresses may have, that of the city file first.
    private static func addressNames(_ city: CityFile, _ profile: ColumnProfile?) -> [String] {
        (city.requests.columns["address"].map { [$0] } ?? []) + UsualColumns.addresses(knownFor: profile)
    }
}
