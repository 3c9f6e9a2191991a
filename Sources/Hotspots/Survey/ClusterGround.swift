import Disclosure
import Geocoding
import Geometry

/// What tells where a survey's clusters are.
enum ClusterGround: Sendable {
    /// The positions of their requests.
    case found(FoundGround)
    /// What parts told, by the label of the cluster.
    case told([ToldPlace])
}

/// The positions of requests, and what names them.
struct FoundGround: Sendable {
    let scope: RowScope
    /// What names places by the city's streets; `nil` where its city file names none.
    let streets: StreetFinder?
    /// Where everybody may see requests; `nil` for an internal audience.
    let publicPlaces: PublicPlaces?
}

/// Where a cluster is, as a part told it.
struct ToldPlace: Sendable {
    let diameter: Double
    let center: Coordinate
    let name: String?
    let outline: MultiPolygon<Coordinate>
}
