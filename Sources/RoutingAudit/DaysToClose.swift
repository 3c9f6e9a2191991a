import Chronology
import ServiceRequests

/// How long requests took, by category, for comparing misrouted ones with those that went to the right place.
package struct DaysToClose: Sendable {
    /// For each category the median days of the requests that were routed correctly, or `nil` where none was closed.
    package let medianWhenCorrect: [Double?]

    /// - Parameter misjudged: For each row whether it is not correct in the layer.
    init(table: RequestTable, misjudged: [Bool]) {
        let opened = table.opened.seconds
        let closed = table.closed.seconds
        let categories = table.categories.indices
        var days = [[Float]](repeating: [], count: table.categories.values.count)
        for row in categories.indices where categories[row] >= 0 && !misjudged[row] {
            guard row < opened.count, row < closed.count, opened[row] != TimestampColumn.missing,
                closed[row] >= opened[row]
            else { continue }
            days[Int(categories[row])].append(Float(closed[row] - opened[row]) / 86_400)
        }
        medianWhenCorrect = days.map { days in
            var days = days
            return Self.median(&days).map(Double.init)
        }
    }

    /// The days from opening to closing, or `nil` where a request is open or was closed before it was opened.
    static func days(_ row: Int, in table: RequestTable) -> Double? {
        guard let opened = table.opened[row], let closed = table.closed[row], closed >= opened else {
            return nil
        }
        return closed.days(since: opened)
    }

    /// Returns the middle value, or the mean of the two middle ones; orders the values in part.
    static func median<Value: BinaryFloatingPoint>(_ values: inout [Value]) -> Value? {
        guard !values.isEmpty else { return nil }
        let middle = values.count / 2
        let upper = select(middle, &values)
        guard values.count % 2 == 0 else { return upper }
        let lower = values[..<middle].max() ?? upper
        return (lower + upper) / 2
    }

    /// Returns the value that stands at a place once the values are in order (Hoare's quickselect).
    private static func select<Value: BinaryFloatingPoint>(_ place: Int, _ values: inout [Value]) -> Value {
        var low = 0
        var high = values.count - 1
        while low < high {
            let pivot = values[(low + high) / 2]
            var left = low
            var right = high
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right { high = right } else if place >= left { low = left } else { break }
        }
        return values[place]
    }
}
