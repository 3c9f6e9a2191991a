import AddressParsing

/// A house as an address names it, the same for all of its flats and for each way to write its street.
struct ReportedHouse: Hashable {
    private let number: Int
    /// The street's name alone: who leaves out or mistakes `N` or `St` means no other house.
    private let street: String

    /// Returns `nil` for an address without a number on a street, such as a crossing or a park.
    init?(_ address: String, by parser: AddressParser) {
        let reading = parser.parse(address).best
        guard reading.isOnOneStreet, let number = reading.number?.value, number >= 0 else { return nil }
        self.number = number
        street = reading.street.name
    }
}
