import Chronology
import City
import ServiceRequests

/// The requests that are asked for and can be counted, those of one category beside each other.
package struct ServiceSelection: Sendable {
    /// By category, and within one in the order of the file.
    package private(set) var requests: [ServedRequest] = []
    /// The categories' names.
    package private(set) var names: [String] = []
    /// The rows that are not counted, with the reason.
    package private(set) var omitted: [(row: Int, reason: ServiceOmission)] = []
    /// The first request of each category, and the number of requests at the end.
    private var starts: [Int] = [0]

    /// - Parameters:
    ///   - home: Returns the area that a row is counted in; −1 for none.
    /// - Throws: ``ServiceRequests/UnknownCategory`` for a category that no request has.
    init(
        _ table: RequestTable, reader: ServiceReader, city: CityFile, settings: ServiceLevelSettings,
        home: (Int) -> Int
    ) throws(UnknownCategory) {
        let chosen = try CategoryNames.chosen(
            settings.categories, among: table.categories.values, source: table.intake.sourceName)
        var indices: [String: Int] = [:]
        for row in 0..<table.count {
            let name = table.categories[row] ?? CategoryNames.blank
            if let chosen, !chosen.contains(name) {
                omitted.append((row, .otherCategory))
                continue
            }
            let category = indices[name] ?? names.count
            do throws(ServiceReader.Omitted) {
                requests.append(
                    try reader.request(
                        row, category: category, area: home(row), settings: settings,
                        target: city.categories[name]?.target))
            } catch {
                omitted.append((row, error.reason))
                continue
            }
            if category == names.count {
                names.append(name)
                indices[name] = category
            }
        }
        sortByCategory()
    }

    /// - Parameter requests: Each with an index into the names.
    init(_ requests: [ServedRequest], names: [String]) {
        self.requests = requests
        self.names = names
        sortByCategory()
    }

    /// Returns the requests of a category.
    package subscript(category: Int) -> ArraySlice<ServedRequest> {
        requests[starts[category]..<starts[category + 1]]
    }

    private mutating func sortByCategory() {
        var counts = [Int](repeating: 0, count: names.count)
        for request in requests { counts[request.category] += 1 }
        starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        guard let some = requests.first else { return }
        var next = starts
        var sorted = [ServedRequest](repeating: some, count: requests.count)
        for request in requests {
            sorted[next[request.category]] = request
            next[request.category] += 1
        }
        requests = sorted
    }
}
