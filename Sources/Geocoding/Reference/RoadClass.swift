/// How much a street matters in a city's network, as far as its file says.
package enum RoadClass: Sendable, Hashable, CaseIterable {
    case major, local, alley

    /// The fields in which files keep a class: the Census Bureau's, NENA's and Maryland's highway administration's,
    /// with Baltimore's kind of line before it, since alleys stand there.
    static let fields = ["ROAD_MTFCC", "MTFCC", "RoadClass", "subtype", "sha_class"]

    /// Reads a class as one of these fields has it, or returns `nil` where it says nothing.
    ///
    /// Source: MAF/TIGER Feature Class Code Definitions; NENA-STA-006, RoadClass.
    init?(code: String) {
        switch code.uppercased() {
        case "S1100", "S1200", "PRIMARY", "SECONDARY", "PART", "MART", "FWY", "INT", "US": self = .major
        case "S1400", "S1630", "S1640", "LOCAL", "RAMP", "SERVICE DRIVE", "COLL", "LOC": self = .local
        case "S1500", "S1710", "S1720", "S1730", "S1740", "S1750", "S1780", "S1820", "S1830", "ALLEY",
            "STRALY",
            "VEHICULAR TRAIL", "WALKWAY", "STAIRWAY", "BIKE PATH", "BRIDLE PATH", "PARKING LOT", "PRIVATE":
            self = .alley
        default: return nil
        }
    }
}
