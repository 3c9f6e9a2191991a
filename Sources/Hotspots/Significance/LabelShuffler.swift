import Statistics

/// Marks so many requests at random, over and over, and counts the marked ones of each place.
struct LabelShuffler {
    /// The marked requests of each place.
    private(set) var cases: [Int32]
    private var order: [Int32]
    private let total: [Int32]
    private let drawn: Int
    private let isInverted: Bool
    private var swaps: [Int] = []

    /// - Parameters:
    ///   - placeOfRequest: The place of each request.
    ///   - places: How many places there are.
    ///   - marked: How many requests are marked each time.
    init(_ placeOfRequest: [Int32], places: Int, marked: Int) {
        order = placeOfRequest
        var total = [Int32](repeating: 0, count: places)
        for place in placeOfRequest { total[Int(place)] += 1 }
        self.total = total
        cases = total
        // Where most are marked, it is quicker to draw those that are not.
        isInverted = 2 * marked > placeOfRequest.count
        drawn = isInverted ? placeOfRequest.count - marked : marked
    }

    /// Marks requests, each set of them equally likely (the first steps of Fisher and Yates). What is marked depends on
    /// the generator alone, so that the order is put back afterwards.
    mutating func deal(_ generator: inout SeededGenerator) {
        swaps.removeAll(keepingCapacity: true)
        for index in cases.indices { cases[index] = isInverted ? total[index] : 0 }
        for index in 0..<drawn {
            let other = index + Int(generator.next(below: UInt64(order.count - index)))
            order.swapAt(index, other)
            swaps.append(other)
            cases[Int(order[index])] += isInverted ? -1 : 1
        }
        for (index, other) in swaps.enumerated().reversed() { order.swapAt(index, other) }
    }
}
