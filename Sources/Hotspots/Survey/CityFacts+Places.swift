package import Chronology
package import City
package import Geocoding
import Geometry
import GeometryEngine
package import Locating
package import ServiceRequests

extension CityFacts.Places {
    /// What clusters of one category have to know of the others.
    ///
    /// - Parameter reference: The city's streets and addresses, by which it is found where no request has a usable position.
    package init(
        of table: RequestTable, city: CityFile, clock: CityClock, placeholders: Placeholders,
        reference: StreetReference?, jobs: Int
    ) throws {
        let settings = HotspotSettings()
        let groups = try HotspotGroups(
            table.categories, settings: settings, city: city, source: table.intake.sourceName)
        let selection = RowSelection(
            table, groups: groups, window: nil, placeholders: placeholders, jobs: jobs)
        var middle = ProjectedRows.middle(table, selection, jobs: jobs)
        if middle == nil, reference != nil {
            middle =
                try RowScope(
                    table, city: city, clock: clock, settings: settings, reference: reference, jobs: jobs
                ).projected.projection.center
        }
        let values = table.categories.values
        let order = values.indices.sorted { values[$0].utf8.lexicographicallyPrecedes(values[$1].utf8) }
        var numbers = [Int](repeating: 0, count: values.count)
        for (number, index) in order.enumerated() { numbers[index] = number }
        self.init(
            middle: middle.map { Point(longitude: $0.longitude, latitude: $0.latitude) },
            categories: order.map { values[$0] },
            catchAlls: CatchAlls.facts(of: table, numbers: numbers, jobs: jobs))
    }
}
