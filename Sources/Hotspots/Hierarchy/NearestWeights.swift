/// The nearest positions met so far, as many as it takes to hold a number of points.
///
/// A sorted list rather than a heap: it holds a handful.
struct NearestWeights {
    private let wanted: Int
    private var squaredDistances: [Double] = []
    private var weights: [Int] = []
    private var held = 0

    init(wanted: Int) { self.wanted = wanted }

    /// Farther ones need not be offered; infinite while there are not enough.
    private(set) var bound = Double.infinity

    mutating func removeAll() {
        squaredDistances.removeAll(keepingCapacity: true)
        weights.removeAll(keepingCapacity: true)
        held = 0
        bound = .infinity
    }

    mutating func offer(_ squaredDistance: Double, weight: Int) {
        guard squaredDistance < bound else { return }
        var index = squaredDistances.count
        while index > 0, squaredDistances[index - 1] > squaredDistance { index -= 1 }
        squaredDistances.insert(squaredDistance, at: index)
        weights.insert(weight, at: index)
        held += weight
        while let last = weights.last, held - last >= wanted {
            held -= last
            weights.removeLast()
            squaredDistances.removeLast()
        }
        if held >= wanted { bound = squaredDistances[squaredDistances.count - 1] }
    }
}
