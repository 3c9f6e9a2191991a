package import Geometry

/// A place with what Gi* says about it.
package struct SignificantPlace: Sendable {
    package let cell: GridCell
    package let center: ProjectedPoint
    package let outline: Polygon<ProjectedPoint>
    /// What the place itself holds.
    package let value: Double
    package let z: Double
    package let p: Double
    /// After Benjamini and Hochberg over all places.
    package let adjustedP: Double
    package let spot: Spot
}

/// Returns every place with its Gi* over the places that touch it: hottest first, equal ones from the south-west.
///
/// - Parameters:
///   - values: One for each place, such as `places.counts(of:)`.
///   - falseDiscoveryRate: The share of the hot and cold spots that may be false.
package func rankedPlaces(
    _ places: GridPlaces, values: [Double], falseDiscoveryRate: Double = 0.05
) throws(SignificanceError) -> [SignificantPlace] {
    let gi = try GiStar(values: values, neighborhoods: Neighborhoods(touchingIn: places))
    let spots = gi.spots(falseDiscoveryRate: falseDiscoveryRate)
    let order = values.indices.sorted { (-gi.z[$0], $0) < (-gi.z[$1], $1) }
    return order.map { index in
        let cell = places.cells[index]
        return SignificantPlace(
            cell: cell, center: places.grid.center(of: cell), outline: places.grid.outline(of: cell),
            value: values[index], z: gi.z[index], p: gi.p[index], adjustedP: gi.adjustedP[index],
            spot: spots[index])
    }
}
