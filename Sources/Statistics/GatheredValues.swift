/// Values that are gathered one after the other. They lie in pieces, so that many of them need not move when they become more,
/// and few take little room.
package struct GatheredValues<Value: Sendable>: Sendable {
    private var full: [[Value]] = []
    private var last: [Value] = []
    package private(set) var count = 0

    private static var largestPiece: Int { 1 << 16 }
    private static var smallestPiece: Int { 16 }

    package init() {}

    package mutating func append(_ value: Value) {
        if last.count == last.capacity {
            if !last.isEmpty { full.append(last) }
            last = []
            last.reserveCapacity(min(max(count, Self.smallestPiece), Self.largestPiece))
        }
        last.append(value)
        count += 1
    }

    /// Appends all values to an array, in the order in which they came.
    package func append(to values: inout [Value]) {
        for piece in full { values += piece }
        values += last
    }
}
