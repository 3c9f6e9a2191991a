package import Geometry

/// A place with what Gi* says about it.
package struct SignificantPlace: Sendable {
    package let cell: GridCell
    package let center: ProjectedPoint
    package let outline: Polygon<ProjectedPoint>
    /// What the place itself holds.
    package let value: Double
    /// What the place and those that touch it hold.
    package let valueAround: Double
    package let z: Double
    package let p: Double
    /// Allows for the number of places.
    package let adjustedP: Double
    package let spot: Spot
}

/// Returns every place with what was found of it: hottest first, equal ones from the south-west.
///
/// - Parameters:
///   - values: One for each place, such as `places.counts(of:)`.
///   - significance: The chance of any call in a city without hot spots.
package func rankedPlaces(
    _ places: GridPlaces, values: [Double], neighborhoods: Neighborhoods, findings: SpotFindings,
    significance: Double = 0.05
) -> [SignificantPlace] {
    let spots = findings.spots(significance: significance)
    let order = values.indices.sorted { (-findings.z[$0], $0) < (-findings.z[$1], $1) }
    return order.map { index in
        let cell = places.cells[index]
        return SignificantPlace(
            cell: cell, center: places.grid.center(of: cell), outline: places.grid.outline(of: cell),
            value: values[index], valueAround: neighborhoods[index].reduce(0) { $0 + values[Int($1)] },
            z: findings.z[index], p: findings.p[index], adjustedP: findings.adjustedP[index],
            spot: spots[index])
    }
}
