/// A random number generator whose numbers depend on its seed alone: the same on each machine, release and thread.
///
/// Each `stream` of one seed is a sequence of its own, so that replication 17 draws the same numbers whichever thread
/// runs it. Not for secrets.
///
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021), xoshiro256**,
/// its state filled by SplitMix64 as the authors advise.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    @usableFromInline var state: SIMD4<UInt64>

    package init(seed: UInt64, stream: UInt64 = 0) {
        var filler = SplitMix64(state: seed)
        filler = SplitMix64(state: filler.next() ^ stream &* 0xD1B5_4A32_D192_ED03)
        state = SIMD4(filler.next(), filler.next(), filler.next(), filler.next())
    }

    @inlinable package mutating func next() -> UInt64 {
        let result = rotated(state.y &* 5, by: 7) &* 9
        let shifted = state.y << 17
        state.z ^= state.x
        state.w ^= state.y
        state.y ^= state.z
        state.x ^= state.w
        state.z ^= shifted
        state.w = rotated(state.w, by: 45)
        return result
    }

    /// Returns a number in `0..<bound`, each equally likely; `bound` is at least 1.
    ///
    /// Written out, since the standard library does not promise the same numbers in its next release.
    /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
    @inlinable package mutating func next(below bound: UInt64) -> UInt64 {
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return product.high
    }

    /// Returns a number in `0..<1`, a multiple of 2⁻⁵³.
    @inlinable package mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Puts a list into one of its orders, each equally likely (Fisher and Yates).
    @inlinable package mutating func shuffle<Element>(_ list: inout [Element]) {
        for index in stride(from: list.count - 1, to: 0, by: -1) {
            list.swapAt(index, Int(next(below: UInt64(index + 1))))
        }
    }
}

@usableFromInline
func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
