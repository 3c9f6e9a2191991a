import City

/// What makes a cluster: how near reports must be, and how many of them.
package struct ClusterRule: Hashable, Sendable {
    /// The reach of a report, metres; a report exactly that far away is still near.
    package let radius: Double
    /// The reports within the radius, the report itself among them, that make it a core of a cluster.
    package let minimum: Int

    /// The radii that can be asked for, metres.
    package static let radii: ClosedRange<Double> = CityFile.CategorySettings.radii
    /// The fewest reports that can make a cluster.
    package static let leastMinimum = CityFile.CategorySettings.leastMinimum

    /// Creates a rule.
    /// - Throws: ``ClusterError`` with the nearest valid value.
    package init(radius: Double, minimum: Int) throws(ClusterError) {
        guard Self.radii.contains(radius) else {
            throw .radius(radius, nearest: min(max(radius, Self.radii.lowerBound), Self.radii.upperBound))
        }
        guard minimum >= Self.leastMinimum else {
            throw .minimum(minimum, nearest: Self.leastMinimum)
        }
        self.radius = radius
        self.minimum = minimum
    }
}
