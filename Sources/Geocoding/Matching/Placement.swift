import Geometry

/// A place found for a reading, before it is put into words.
struct Placement {
    var precision: MatchPrecision
    var street: UInt32
    /// The other street of an intersection.
    var crossStreet: UInt32?
    /// What stands before the number of a point: `N50W`.
    var numberPrefix = ""
    var number: Int?
    var position: Coordinate
    var side: StreetSide?
    var faults: MatchFaults
    var uncertainty: Double
    /// The part of the uncertainty that stands for another street than this one, metres.
    var streetDoubt = 0.0
    var zip: UInt32 = 0
    var place: UInt16 = 0
    /// Between places otherwise equal the smaller goes first: how many numbers the range spans.
    var span = 0
    var reading: Int = 0
    /// The segment, for telling places apart.
    var segment: UInt32 = .max

    /// Whether this one goes before another.
    func precedes(_ other: Placement) -> Bool {
        if faults.penalty != other.faults.penalty { return faults.penalty < other.faults.penalty }
        if precision != other.precision { return precision < other.precision }
        if span != other.span { return span < other.span }
        return (street, segment, position.longitude, position.latitude)
            < (other.street, other.segment, other.position.longitude, other.position.latitude)
    }
}
