import Statistics

/// Numbers that are the same in each run, and the same as Tests/Expected/hotspots.py makes.
package struct SeededNumbers: RandomNumberGenerator {
    private var numbers: SplitMix64

    package init(_ seed: UInt64) { numbers = SplitMix64(state: seed) }

    package mutating func next() -> UInt64 { numbers.next() }

    /// Returns a number from 0 to below 1.
    package mutating func fraction() -> Double { numbers.nextUnit() }
}
