import ServiceRequests
import Statistics

/// How long requests took, by category, for comparing misrouted ones with those that went to the right place.
package struct DaysToClose: Sendable {
    /// For each category the median days of the requests that were routed correctly, or `nil` where none was closed.
    package let medianWhenCorrect: [Double?]
    /// For each category the mean days of the same requests with the mean's variance.
    let meanWhenCorrect: [Sample]

    /// Some values' count, mean and variance.
    struct Sample {
        private(set) var count = 0
        private(set) var mean = 0.0
        private var squares = 0.0

        init() {}

        init(_ values: some Sequence<Double>) { for value in values { add(value) } }

        /// Adds a value (Welford 1962).
        mutating func add(_ value: Double) {
            count += 1
            let step = value - mean
            mean += step / Double(count)
            squares += step * (value - mean)
        }

        /// The unbiased variance of one value; 0 of fewer than two.
        var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }
    }

    /// - Parameter misjudged: For each row whether it is not correct in the layer.
    init(table: RequestTable, time: TimeTaken, misjudged: [Bool]) {
        let (opened, closed) = (table.opened.seconds, table.closed.seconds)
        let categories = table.categories.indices
        let count = table.categories.values.count
        guard opened.count == categories.count, closed.count == categories.count else {
            medianWhenCorrect = [Double?](repeating: nil, count: count)
            meanWhenCorrect = [Sample](repeating: Sample(), count: count)
            return
        }
        // The rows that count, found once.
        var counted: [(category: Int32, days: Float)] = []
        counted.reserveCapacity(categories.count)
        for row in categories.indices where !misjudged[row] && categories[row] >= 0 {
            guard let seconds = table.secondsTaken(at: row, by: time) else { continue }
            counted.append((categories[row], Float(seconds) / 86_400))
        }
        // One array for all, the categories one after the other: an array for each would be looked up a million times.
        var starts = [Int](repeating: 0, count: count + 1)
        for entry in counted { starts[Int(entry.category) + 1] += 1 }
        for category in 0..<count { starts[category + 1] += starts[category] }
        var days = [Float](repeating: 0, count: starts[count])
        var next = starts
        for entry in counted {
            days[next[Int(entry.category)]] = entry.days
            next[Int(entry.category)] += 1
        }
        meanWhenCorrect = (0..<count).map { category in
            Sample(days[starts[category]..<starts[category + 1]].lazy.map(Double.init))
        }
        medianWhenCorrect = (0..<count).map { category in
            var part = days[starts[category]..<starts[category + 1]]
            return median(reordering: &part).map(Double.init)
        }
    }

    /// The days from opening to closing, or `nil` where a request has no closing or was closed before it was opened.
    static func days(_ row: Int, in table: RequestTable, by time: TimeTaken) -> Double? {
        table.secondsTaken(at: row, by: time).map { Double($0) / 86_400 }
    }
}
