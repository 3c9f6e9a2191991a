/// The smallest of the seeded generators, for what is made up (the sample city, inputs of tests) and to fill the state of
/// ``SeededGenerator``, which is the one for statistics.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= BitMixing.golden
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns a number in `0..<1`, a multiple of 2⁻⁵³.
    package mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
