import Boundaries
import Chronology
import City
import ServiceRequests
import WorkSharing

/// A request that was closed at no usable time.
package struct UnusableClosing: Sendable, BitwiseCopyable {
    /// An index into the report's categories; −1 for one of which no request is counted.
    let category: Int
    let area: Ordinal<Area>
}

/// The requests that are asked for and can be counted, those of one category beside each other.
package struct ServiceSelection: Sendable {
    /// By category, and within one in the order of the file.
    package private(set) var requests: [ServedRequest] = []
    /// The categories' names, in the order of the alphabet.
    package private(set) var names: [String] = []
    /// The rows that are not counted, with the reason.
    package private(set) var omitted: [(row: Int, reason: ServiceOmission)] = []
    /// Those of them that were closed at no usable time: they are in no wait, and say how far those of others can be told.
    package private(set) var unusable: [UnusableClosing] = []
    /// The first request of each category, and the number of requests at the end.
    private var starts: [Int] = [0]

    /// - Parameters:
    ///   - jobs: The number of threads.
    ///   - home: Returns the area that a row is counted in; `none` where there is none.
    /// - Throws: ``ServiceRequests/UnknownCategory`` for a category that no request has.
    init(
        _ table: RequestTable, reader: ServiceReader, city: CityFile, settings: ServiceLevelSettings,
        jobs: Int, home: @Sendable (Int) -> Ordinal<Area>
    ) throws(UnknownCategory) {
        let chosen = try CategoryNames.chosen(
            settings.categories, among: table.categories.values, source: table.intake.sourceName)
        // What is asked of a category's name is asked once; the last is that of rows without one.
        let texts = table.categories.values + [CategoryNames.blank]
        let isAsked = texts.map { chosen?.contains($0) ?? true }
        let targets = texts.map { city.categories[$0]?.target }
        let codes = table.categories.indices
        var slices = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            (_: inout Void, rows: Range<Int>) in
            var slice = Slice()
            for row in rows {
                let code = row < codes.count && codes[row] >= 0 ? Int(codes[row]) : texts.count - 1
                guard isAsked[code] else {
                    slice.omitted.append((row, .otherCategory))
                    continue
                }
                do throws(ServiceReader.Omitted) {
                    slice.requests.append(
                        try reader.request(
                            row, category: code, area: home(row), settings: settings, target: targets[code]))
                } catch {
                    slice.omitted.append((row, error.reason))
                    if [.closedWithoutDate, .closedBeforeOpened].contains(error.reason) {
                        slice.unusable.append(UnusableClosing(category: code, area: home(row)))
                    }
                }
            }
            return slice
        }
        // A text may stand for a row without one.
        var isCounted = [Bool](repeating: false, count: texts.count)
        for request in slices.lazy.flatMap(\.requests) { isCounted[request.category] = true }
        let numbers = CategoryNumbers(texts) { isCounted[$0] }
        names = numbers.names
        omitted = slices.flatMap(\.omitted)
        unusable = slices.flatMap(\.unusable).map {
            UnusableClosing(category: numbers[$0.category], area: $0.area)
        }
        var unsorted = slices.map(\.requests)
        slices = []
        sortByCategory(&unsorted, numbers: texts.indices.map { numbers[$0] })
    }

    private struct Slice: Sendable {
        var requests: [ServedRequest] = []
        var omitted: [(row: Int, reason: ServiceOmission)] = []
        var unusable: [UnusableClosing] = []
    }

    /// - Parameters:
    ///   - requests: Each with an index into the names.
    ///   - unusable: The same.
    init(_ requests: [ServedRequest], names: [String], unusable: [UnusableClosing] = []) {
        self.names = names
        self.unusable = unusable
        var unsorted = [requests]
        sortByCategory(&unsorted, numbers: Array(names.indices))
    }

    /// Returns the requests of a category.
    package subscript(category: Int) -> ArraySlice<ServedRequest> {
        requests[starts[category]..<starts[category + 1]]
    }

    /// - Parameters:
    ///   - slices: Each is let go when it is sorted, so that requests do not stand in memory twice.
    ///   - numbers: For each category of the requests its index into the names.
    private mutating func sortByCategory(_ slices: inout [[ServedRequest]], numbers: [Int]) {
        var counts = [Int](repeating: 0, count: names.count)
        for slice in slices { for request in slice { counts[numbers[request.category]] += 1 } }
        starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        guard let some = slices.lazy.compactMap(\.first).first else { return }
        var next = starts
        var sorted = [ServedRequest](repeating: some, count: starts[names.count])
        for index in slices.indices {
            for var request in slices[index] {
                request.category = numbers[request.category]
                sorted[next[request.category]] = request
                next[request.category] += 1
            }
            slices[index] = []
        }
        requests = sorted
    }
}
