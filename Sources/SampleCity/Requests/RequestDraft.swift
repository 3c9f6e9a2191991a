import Geometry

/// A request while its story is being written.
struct RequestDraft: Sendable {
    enum Status: String, Sendable {
        case open = "Open"
        case inProgress = "In Progress"
        case closed = "Closed"
        case canceled = "Canceled"
        case duplicate = "Duplicate (Closed)"
    }

    var category: Int
    var opened: WallTime
    var closed: WallTime?
    var status = Status.closed
    var channel = "Phone"
    var site: Site
    var recorded: RecordedPosition
    var address: String
    var zone = ""
    var district = ""
    var description = ""
    /// The request that this one repeats: its number while drafting.
    var parent: Int?
    /// Its number while drafting.
    let key: Int
    /// What was planted in it.
    var story = Story.everyday
    var truths: [LayerTruth] = []
    var hotspot: HotspotTruth?
    var closures: [ClosureTruth] = []
}

/// Where a request really lies.
struct Site: Sendable {
    var point: ProjectedPoint
    var face: Int
    /// The block, or −1 at a junction.
    var block: Int
    /// The address point's index, or −1.
    var address: Int
}

/// The two numbers in the position columns.
enum RecordedPosition: Sendable {
    case blank
    /// A position in degrees with this many decimals.
    case degrees(Coordinate, decimals: Int)
    /// Any other pair of numbers, as text.
    case numbers(String, String)
}

/// What was planted in a request.
enum Story: String, Sendable {
    case everyday
    case oppositeDirectional = "opposite_directional"
    case defaultPoint = "default_point"
    case wrongSide = "wrong_side"
    case sameName = "same_name"
    case staleEdition = "stale_edition"
    case zoneTable = "zone_table"
    case swappedAxes = "swapped_axes"
    case statePlaneFeet = "state_plane_feet"
    case webMercator = "web_mercator"
    case unassigned
    case retiredCode = "retired_code"
    case blankPosition = "blank_position"
    case zeroPosition = "zero_position"
    case noAddress = "landmark_or_po_box"
    case outsideCity = "outside_city"
    case onTheBorder = "on_the_border"
}

/// What is true of a request in one layer, where there is more to say than `correct`.
struct LayerTruth: Sendable {
    enum Layer: String, Sendable { case zone, district }

    let layer: Layer
    let verdict: String
    let cause: String
    /// The area that should have been assigned, or empty.
    let expected: String
    /// The verdict of one who knows the recorded positions but not where addresses are.
    let verdictByPosition: String
}

/// A request's part in a planted place, episode or outbreak.
struct HotspotTruth: Sendable {
    let cluster: String
    let episode: Int
    let role: String
    let center: ProjectedPoint
}

/// What its closing is, beside an everyday one.
struct ClosureTruth: Sendable {
    enum Finding: String, Sendable {
        /// Closed as it was opened, as all of its kind that need no work.
        case closedByRule = "closed_by_rule"
        /// Closed when a crew's sheet was typed in.
        case inBulk = "bulk"
        case staff
        /// Closed within minutes though nothing was done.
        case fastForItsKind = "fast_for_its_kind"
        /// A repair that failed: it was reported again within two weeks.
        case cameBack = "came_back"
        /// A report of a busy place where each repair held.
        case held
        case duplicateOfOpen = "duplicate_of_open"
        case referral
        /// Opened after the change that works.
        case faster
    }

    let finding: Finding
    /// The place, sheet or story that it belongs to, or empty.
    let place: String
}
