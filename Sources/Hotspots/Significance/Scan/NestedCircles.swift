import Geometry

/// The circles around one location, the smaller within the larger: each reaches one more location, or several that
/// are equally far away.
struct NestedCircles {
    struct Circle {
        /// How many of `members`, from the first on, lie in the circle.
        var count: Int
        /// Metres.
        var radius: Double
    }

    /// The locations by distance, then by index, as far as the largest circle.
    private(set) var members: [Int32] = []
    private(set) var circles: [Circle] = []
    private var keys: [UInt64] = []

    /// Finds the circles around a location, in place of those found before.
    ///
    /// Distances within a millimetre of each other count as equal, since those between a grid's cells differ in their
    /// last digits only.
    mutating func find(around center: Int, in study: ScanStudy, populationLimit: Double, radius: Double) {
        sortByDistance(from: center, in: study, radius: radius)
        members.removeAll(keepingCapacity: true)
        circles.removeAll(keepingCapacity: true)
        var population = 0.0
        var start = 0
        while start < keys.count {
            let distance = keys[start] >> NestedCircles.indexBits
            var end = start
            while end < keys.count, keys[end] >> NestedCircles.indexBits == distance {
                population += study.population[NestedCircles.index(of: keys[end])]
                end += 1
            }
            guard population <= populationLimit else { return }
            members.append(contentsOf: keys[start..<end].lazy.map { Int32(NestedCircles.index(of: $0)) })
            circles.append(Circle(count: end, radius: Double(distance) / 1000))
            start = end
        }
    }

    private static let indexBits: UInt64 = 24

    private static func index(of key: UInt64) -> Int { Int(key & (1 << indexBits - 1)) }

    /// A key is the distance in whole millimetres above the index, so that one sort of integers orders both.
    private mutating func sortByDistance(from center: Int, in study: ScanStudy, radius: Double) {
        let middle = study.locations[center]
        keys.removeAll(keepingCapacity: true)
        for (index, location) in study.locations.enumerated() {
            let distance = squaredDistance(location, middle).squareRoot()
            guard distance <= radius else { continue }
            let millimetres = UInt64(min(distance * 1000, 0x1p39).rounded())
            keys.append(millimetres << NestedCircles.indexBits | UInt64(index))
        }
        keys.sort()
    }
}
