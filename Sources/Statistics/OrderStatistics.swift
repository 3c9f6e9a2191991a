/// Values of which single ranks are asked, without sorting all.
///
/// Source: Hoare, "Algorithm 65: find", CACM 4 (1961), with the middle of three as pivot and equal values kept together.
package struct OrderStatistics<Value: Comparable> {
    private var values: [Value]
    /// All before it are at most, and all after it at least, the value at this index.
    private var settled = -1

    /// - Precondition: No value is not a number.
    package init(_ values: [Value]) { self.values = values }

    /// Returns the smallest value that at least a share of all does not exceed; `nil` of no values.
    ///
    /// `percentile(0.5)` of 1, 2, 3, 4 is 2.
    /// - Complexity: O(n) on average; shares in ascending order cost less than each for itself.
    @_specialize(where Value == Float)
    package mutating func percentile(_ share: Double) -> Value? {
        guard !values.isEmpty else { return nil }
        let rank = min(max(Int((share * Double(values.count)).rounded(.up)) - 1, 0), values.count - 1)
        settle(rank)
        return values[rank]
    }

    /// Returns the two values in the middle, which are one of an odd count; `nil` of no values.
    @_specialize(where Value == Float)
    package mutating func middle() -> (lower: Value, upper: Value)? {
        guard !values.isEmpty else { return nil }
        settle((values.count - 1) / 2)
        let lower = values[(values.count - 1) / 2]
        guard values.count.isMultiple(of: 2) else { return (lower, lower) }
        settle(values.count / 2)
        return (lower, values[values.count / 2])
    }

    private mutating func settle(_ rank: Int) {
        var low = rank > settled ? settled + 1 : 0
        var high = values.count - 1
        defer { settled = rank }
        var rounds = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
        while low < high {
            rounds -= 1
            // Ill-starred orders are sorted instead.
            guard rounds > 0 else { return values[low...high].sort() }
            let equal = partition(low, high)
            if rank < equal.lowerBound {
                high = equal.lowerBound - 1
            } else if rank > equal.upperBound {
                low = equal.upperBound + 1
            } else {
                return
            }
        }
    }

    /// Puts smaller values before a pivot and greater ones after it, and returns where those like it are.
    @inline(__always)
    private mutating func partition(_ low: Int, _ high: Int) -> ClosedRange<Int> {
        let (first, middle, last) = (values[low], values[low + (high - low) / 2], values[high])
        let pivot = max(min(first, middle), min(max(first, middle), last))
        var (left, index, right) = (low, low, high)
        while index <= right {
            if values[index] < pivot {
                values.swapAt(left, index)
                left += 1
                index += 1
            } else if values[index] > pivot {
                values.swapAt(index, right)
                right -= 1
            } else {
                index += 1
            }
        }
        return left...right
    }
}

extension OrderStatistics where Value: BinaryFloatingPoint {
    /// Returns the median as ``median(_:)`` defines it; `nil` of no values.
    package mutating func median() -> Value? { middle().map { ($0.lower + $0.upper) / 2 } }
}
