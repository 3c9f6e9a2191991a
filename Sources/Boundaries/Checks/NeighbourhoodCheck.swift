import Geometry

/// Tells whether an edition lies where the other ones of a city do, for want of requests to compare with.
package enum NeighbourhoodCheck {
    /// Returns a finding where an edition's extent, widened by half its size, meets none of the others'; `nil` where
    /// there are no others.
    package static func finding(for edition: Edition, among others: [Edition]) -> BoundaryFinding? {
        let near = widened(edition.home)
        guard let first = others.first, !others.contains(where: { $0.home.intersects(near) }) else {
            return nil
        }
        let middle = edition.home.center
        let distance = others.map { SpacePoint(middle).arc(to: SpacePoint($0.home.center)) }.min() ?? 0
        let swapped = Box<Coordinate>(
            minX: near.minY, minY: near.minX, maxX: near.maxY, maxY: near.maxX)
        let advice =
            others.contains { $0.home.intersects(swapped) }
            ? "its numbers would fit as latitude and longitude, swapped"
            : "is it another city's, or is its reference system wrong?"
        return BoundaryFinding(
            kind: .misplaced, edition: edition.name, place: middle,
            message:
                "lies about \((distance / 1000).decimals(0)) km from "
                + "\(others.count == 1 ? first.name : "all others"), around \(middle.text); "
                + advice)
    }

    private static func widened(_ box: Box<Coordinate>) -> Box<Coordinate> {
        box.expanded(byX: box.width / 2, y: box.height / 2)
    }
}
