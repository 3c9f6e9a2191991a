import AddressParsing
import Geocoding
package import ServiceRequests

/// What became of the requests that have no usable recorded position.
package struct AddressUse: Codable, Sendable, Equatable {
    /// How many were placed by their address, by what it was matched with.
    package internal(set) var placed: [Position.Source: Int] = [:]
    /// How many have an address that fits several places.
    package internal(set) var tied = 0
    /// How many have an address that is on no street, or on none that the reference has.
    package internal(set) var notFound = 0
    package internal(set) var withoutAddress = 0
    /// How many of all requests have an address, whatever their position.
    package internal(set) var addressed = 0
    /// How many of these have one that was matched, beyond doubt or not.
    package internal(set) var found = 0
    /// How many of them have one of a country whose addresses are not read.
    package internal(set) var ofOtherCountries = 0

    package static func += (use: inout Self, other: Self) {
        use.placed.merge(other.placed, uniquingKeysWith: +)
        use.tied += other.tied
        use.notFound += other.notFound
        use.withoutAddress += other.withoutAddress
        use.addressed += other.addressed
        use.found += other.found
        use.ofOtherCountries += other.ofOtherCountries
    }

    package init() {}

    package var total: Int { placed.values.reduce(0, +) + tied + notFound + withoutAddress }
}

extension AddressBook {
    /// Returns how many addresses were found, and what became of the requests without a usable recorded position.
    package func use(in table: RequestTable, placeholders: Placeholders) -> AddressUse {
        var use = AddressUse()
        let isFound = places.map(\.status.isPlace)
        let isElsewhere = places.map { $0.status == .none(.unplaceable(.otherCountry)) }
        for index in placeByRow where index >= 0 {
            use.addressed += 1
            if isFound[Int(index)] { use.found += 1 }
            if isElsewhere[Int(index)] { use.ofOtherCountries += 1 }
        }
        for row in 0..<table.count
        where table.positionStates[row] != .recorded || placeholders.contains(row) {
            guard let place = place(at: row) else {
                use.withoutAddress += 1
                continue
            }
            switch place.status {
            case .match: use.placed[place.position?.source ?? .street, default: 0] += 1
            case .tie: use.tied += 1
            case .none: use.notFound += 1
            }
        }
        return use
    }
}
