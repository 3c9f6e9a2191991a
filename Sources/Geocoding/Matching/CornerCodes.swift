import Geometry

/// Tells in which towns and ZIP codes streets lie where they meet: those of their ranges and houses around the place.
///
/// A crossing on a border lies in the towns on both sides.
struct CornerCodes {
    /// Ranges and houses so near to a corner are at it, metres.
    static let reach = 75.0

    let reference: StreetReference

    /// Returns the different ones, in order; none where nothing near says.
    func codes(
        of streets: [UInt32], at place: Coordinate, within reach: Double = Self.reach
    ) -> [PlaceCodes] {
        let tables = reference.tables
        let geometry = StreetGeometry(reference: reference)
        var found: Set<PlaceCodes> = []
        for street in streets {
            let sides = tables.sideStarts.group(Int(street))
            if sides.isEmpty { continue }
            let near = geometry.segments(of: street, reaching: reach, to: place)
            for side in tables.sides[sides] where near.contains(side.segment) {
                found.insert(PlaceCodes(side))
            }
        }
        reference.forEachPoint(near: place, within: reach) { point, _ in
            if streets.contains(tables.pointStreets[point]) { found.insert(PlaceCodes(tables.points[point])) }
        }
        return found.sorted()
    }
}
