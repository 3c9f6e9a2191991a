import Statistics

/// Draws an index in proportion to weights, in the same short time however many there are.
///
/// Source: Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE TSE 17 (1991).
struct AliasTable: Sendable {
    /// The chance of keeping each index, as a share of 2⁵³, and the index taken instead.
    private var entries: [(keep: UInt64, other: Int32)]

    /// - Parameter weights: At least one above 0, none below.
    init(weights: [Double]) {
        let total = weights.reduce(0, +)
        var scaled = weights.map { $0 * Double(weights.count) / total }
        entries = weights.indices.map { (1 << 53, Int32($0)) }
        var small = scaled.indices.filter { scaled[$0] < 1 }
        var large = scaled.indices.filter { scaled[$0] >= 1 }
        while let light = small.popLast(), let heavy = large.popLast() {
            entries[light] = (UInt64(scaled[light] * 0x1p53), Int32(heavy))
            scaled[heavy] -= 1 - scaled[light]
            if scaled[heavy] < 1 { small.append(heavy) } else { large.append(heavy) }
        }
    }

    func draw(from generator: inout SeededGenerator) -> Int {
        let index = Int(generator.next(below: UInt64(entries.count)))
        let entry = entries[index]
        return generator.next() >> 11 < entry.keep ? index : Int(entry.other)
    }
}
