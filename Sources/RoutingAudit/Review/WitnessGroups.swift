import Boundaries
import Geometry
import ServiceRequests

/// Witnesses by their layer, block, town, recorded code and edition.
struct WitnessGroups: Sendable {
    struct Key: Hashable, BitwiseCopyable {
        let block: UInt64
        let town: FactKey?
        let code: Int32
        let layer: Ordinal<Layer>
        let edition: Ordinal<Edition>
    }

    /// What a row is in a layer: a witness, one that lies across the border street from its ranges, or one that was not found
    /// right in another way.
    enum Part { case witness, across, astray }

    struct Members: BitwiseCopyable {
        var requests: Int32 = 0
        var across: Int32 = 0
        var astray: Int32 = 0
        /// Their number among ``sites``; −1 where it is not kept where they stand.
        var sites: Int32 = -1
    }

    private(set) var groups: [Key: Members] = [:]
    /// The addresses and places of groups whose are asked for.
    private(set) var sites: [WitnessSites] = []

    /// - Parameter site: Where a witness stands; `nil` where nobody asks for it.
    mutating func add(_ part: Part, to key: Key, at site: (address: FactKey, place: Coordinate)?) {
        var members = groups[key] ?? Members()
        switch part {
        case .across: members.across += 1
        case .astray: members.astray += 1
        case .witness:
            members.requests += 1
            if let site {
                if members.sites < 0 {
                    members.sites = Int32(sites.count)
                    sites.append(WitnessSites())
                }
                sites[Int(members.sites)].add(site.address, site.place)
            }
        }
        groups[key] = members
    }
}

/// Where the witnesses of one group stand, each address and each place once.
struct WitnessSites: Sendable {
    private(set) var addresses: [FactKey] = []
    private(set) var places: [Coordinate] = []
    /// Where there are many: few have more than a handful, and a set takes more than they all.
    private var known: (addresses: Set<FactKey>, places: Set<Coordinate>)?

    private static let few = 16

    mutating func add(_ address: FactKey, _ place: Coordinate) {
        if known == nil, max(addresses.count, places.count) >= Self.few {
            known = (Set(addresses), Set(places))
        }
        if known?.addresses.insert(address).inserted ?? !addresses.contains(address) {
            addresses.append(address)
        }
        if known?.places.insert(place).inserted ?? !places.contains(place) { places.append(place) }
    }

    /// Lets go of what tells quickly what is there already, once nothing more comes.
    mutating func close() { known = nil }
}

extension WitnessSites {
    /// Takes what facts have of a group.
    init(_ witnesses: CityFacts.Witnesses) {
        addresses = witnesses.addresses
        places = stride(from: 0, to: witnesses.places.count - 1, by: 2).map {
            Coordinate(longitude: witnesses.places[$0], latitude: witnesses.places[$0 + 1])
        }
    }
}
