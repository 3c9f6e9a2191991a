import AddressParsing
import Geocoding
import Locating
import ServiceRequests

/// All that the addresses of rows may mean, looked up again. One worker's own.
///
/// It remembers some of what it was asked last: requests of one address are near each other on the ground, and are asked in
/// each layer.
final class AddressLookup {
    let book: AddressBook
    /// The rows whose addresses seem to be those of other places than the requests'.
    let doubted: DoubtedAddresses
    private let table: RequestTable
    /// By the last digits of the address's index in the book.
    private var remembered: [Meaning?]

    private static let capacity = 1024

    /// What one address may mean.
    final class Meaning {
        fileprivate let address: Int32
        let geocoded: GeocodedAddress
        /// The best reading; `nil` where there is none.
        let best: Reading?
        /// The readings that have the best one's name and number, in another place.
        private(set) lazy var alternatives = geocoder.alternatives(of: geocoded).map(Reading.init)
        private let geocoder: Geocoder

        fileprivate init(_ address: Int32, _ geocoded: GeocodedAddress, by geocoder: Geocoder) {
            self.address = address
            self.geocoded = geocoded
            self.geocoder = geocoder
            best = geocoded.candidates.first.map(Reading.init)
        }
    }

    /// One place that an address may mean. Its title is written once.
    final class Reading {
        let candidate: AddressCandidate
        /// The address as people write it.
        private(set) lazy var title = candidate.title

        init(_ candidate: AddressCandidate) { self.candidate = candidate }
    }

    init(_ book: AddressBook, table: RequestTable, doubted: DoubtedAddresses) {
        self.book = book
        self.doubted = doubted
        self.table = table
        remembered = Array(repeating: nil, count: Self.capacity)
    }

    /// Returns what a row's address may mean, `nil` where it has none.
    func meaning(ofRow row: Int) -> Meaning? {
        let address = book.placeByRow[row]
        guard address >= 0 else { return nil }
        let slot = Int(address) % Self.capacity
        if let known = remembered[slot], known.address == address { return known }
        guard let geocoded = book.geocoded(row: row, in: table) else { return nil }
        let meaning = Meaning(address, geocoded, by: book.geocoder)
        remembered[slot] = meaning
        return meaning
    }
}
