import Statistics
import Wording

/// A small seeded source of numbers that are the same on every machine.
struct StoryGenerator: RandomNumberGenerator, Sendable {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(state: seed) }

    /// Creates a generator of its own for one part of the story, so that a change in one part leaves the others.
    init(seed: UInt64, part: String) {
        var hash = TextHash(value: seed ^ BitMixing.golden)
        for byte in part.utf8 { hash.add(byte) }
        self.init(seed: hash.value)
    }

    mutating func next() -> UInt64 { numbers.next() }

    /// Returns a number from 0 up to, but not including, 1.
    mutating func unit() -> Double { numbers.nextUnit() }

    mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    mutating func integer(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// Returns true in this share of calls.
    mutating func happens(_ share: Double) -> Bool { unit() < share }

    /// Returns a number of the standard normal distribution: the sum of twelve uniform ones, less six.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[integer(in: 0...elements.count - 1)]
    }

    mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for index in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(index, integer(in: 0...index))
        }
    }
}

/// Picks indices in proportion to their weights.
struct WeightedChoice: Sendable {
    private let cumulative: [Double]

    init(_ weights: [Double]) {
        var sum = 0.0
        cumulative = weights.map { weight in
            sum += weight
            return sum
        }
    }

    var total: Double { cumulative.last ?? 0 }

    func pick(with generator: inout StoryGenerator) -> Int {
        let target = generator.unit() * total
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
