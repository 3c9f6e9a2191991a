package import City
package import ServiceRequests
import Wording

/// Tells requests that the city's own staff made from those of residents: by the channel or the category that the city file
/// names, else by usual names. How fast a request was closed never tells.
package struct StaffRule: Sendable {
    /// For each text of the table's channels and categories whether only staff have it.
    private let channels: [Bool]
    private let categories: [Bool]
    private let table: RequestTable
    /// The channels and categories that were taken for staff's, with the number of their requests.
    package let matched: [(name: String, count: Int)]
    /// Whether the city file says who is staff.
    package let isNamed: Bool

    package init(_ table: RequestTable, city: CityFile) {
        self.table = table
        let named = city.staff
        isNamed = named.isNamed
        typealias Staff = CityFile.StaffSettings
        let (channelKeys, categoryKeys) = (
            Set(named.channels.map(NameKey.init)), Set(named.categories.map(NameKey.init))
        )
        channels = table.channels.values.map {
            named.isNamed ? channelKeys.contains(NameKey($0)) : Staff.isUsualChannel($0)
        }
        categories = table.categories.values.map {
            named.isNamed ? categoryKeys.contains(NameKey($0)) : Staff.isUsualCategory($0)
        }
        matched =
            Self.matches(table.channels, channels) + Self.matches(table.categories, categories)
    }

    private static func matches(_ column: InternedColumn, _ own: [Bool]) -> [(name: String, count: Int)] {
        guard own.contains(true) else { return [] }
        var counts = [Int](repeating: 0, count: own.count)
        for index in column.indices where index >= 0 { counts[Int(index)] += 1 }
        return own.indices.filter { own[$0] && counts[$0] > 0 }
            .map { (column.values[$0], counts[$0]) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// Returns whether staff made a request.
    package func isStaff(_ row: Int) -> Bool {
        if row < table.channels.indices.count {
            let channel = table.channels.indices[row]
            if channel >= 0, channels[Int(channel)] { return true }
        }
        guard row < table.categories.indices.count else { return false }
        let category = table.categories.indices[row]
        return category >= 0 && categories[Int(category)]
    }
}
