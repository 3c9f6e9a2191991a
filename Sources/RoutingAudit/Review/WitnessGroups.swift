import Boundaries
import Geometry
import ServiceRequests

/// Witnesses by their layer, block, town, recorded code and edition.
struct WitnessGroups: Sendable {
    struct Key: Hashable {
        let layer: Ordinal<Layer>
        let block: UInt64
        let town: FactKey?
        let code: Int32
        let edition: Ordinal<Edition>
    }

    /// What a row is in a layer: a witness, one that lies across the border street from its ranges, or one that was not found
    /// right in another way.
    enum Part { case witness, across, astray }

    struct Members {
        var requests = 0
        var addresses: Set<FactKey> = []
        var places: Set<Coordinate> = []
        var across = 0
        var astray = 0
    }

    private(set) var groups: [Key: Members] = [:]

    mutating func add(_ part: Part, to key: Key, address: FactKey, place: Coordinate) {
        switch part {
        case .across: groups[key, default: Members()].across += 1
        case .astray: groups[key, default: Members()].astray += 1
        case .witness:
            groups[key, default: Members()].requests += 1
            groups[key]?.addresses.insert(address)
            groups[key]?.places.insert(place)
        }
    }
}
