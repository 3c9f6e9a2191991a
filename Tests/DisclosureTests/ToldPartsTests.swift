import Disclosure
import TestSupport
import Testing

/// A whole that is parted in two ways, with counts of which the last is the rest.
struct ToldPartsTests {
    private typealias Parts = [(part: String, counts: [Int])]

    private func sums(_ parts: Parts) -> [Int] {
        let counts = (0..<2).map { column in parts.reduce(0) { $0 + $1.counts[column] } }
        return counts + [counts[0] + counts[1]]
    }

    @Test func `a part that the others and the whole would tell hides another`() {
        let parts: Parts = [("residents", [95, 400]), ("staff", [5, 300])]
        let told = ToldParts(of: "all", [parts], audience: .public)
        #expect(!told.tells("staff", 0) && !told.tells("residents", 0))
        #expect(told.tells("all", 0) && told.tells("all", 2) && told.tells("staff", 2))
        let within = ToldParts(of: "all", [parts], audience: .internal)
        #expect(within.tells("staff", 0))
    }

    @Test func `none is told, and hides nothing`() {
        let told = ToldParts(of: "all", [[("a", [0, 400]), ("b", [60, 300])]], audience: .public)
        #expect(told.tells("a", 0) && told.tells("b", 0) && told.tells("a", 2))
    }

    @Test func `a small rest hides its sum before the count that is kept`() {
        let parts: Parts = [("a", [40, 5]), ("b", [60, 90]), ("c", [70, 80])]
        let told = ToldParts(of: "all", [parts], kept: [0], audience: .public)
        #expect(told.tells("a", 0) && !told.tells("a", 2))
        #expect(["b", "c", "all"].contains { !told.tells($0, 2) })
        let plain = ToldParts(of: "all", [parts], audience: .public)
        #expect(!plain.tells("a", 0))
    }

    /// In no row and no column does one count alone that is not told stand among told ones.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func `no small count follows from what is told of its part, of other parts and of the whole`(seed: UInt64)
    {
        var numbers = SeededNumbers(seed)
        func count() -> Int {
            Int.random(in: 0..<3, using: &numbers) == 0
                ? Int.random(in: 0..<14, using: &numbers) : Int.random(in: 0..<400, using: &numbers)
        }
        let first: Parts = (0..<Int.random(in: 1..<5, using: &numbers)).map {
            ("x\($0)", [count(), count()])
        }
        let whole = sums(first)
        // The same whole in two other parts.
        let cut = (0..<2).map { Int.random(in: 0...whole[$0], using: &numbers) }
        let second: Parts = [("y0", cut), ("y1", [whole[0] - cut[0], whole[1] - cut[1]])]
        let told = ToldParts(of: "all", [first, second], audience: .public)
        for parts in [first, second] {
            for column in [0, 2] {
                func value(_ counts: [Int]) -> Int { column == 2 ? counts[0] + counts[1] : counts[column] }
                let hidden = parts.filter { !told.tells($0.part, column) }
                for own in parts where (1..<11).contains(value(own.counts)) {
                    #expect(!told.tells(own.part, column))
                }
                if told.tells("all", column), hidden.count == 1 {
                    #expect(!(1..<11).contains(value(hidden[0].counts)), "\(parts) \(column)")
                }
            }
            // A rest is told by its count and the sum.
            for own in parts + [("all", Array(whole.prefix(2)))] where told.tells(own.part, 0) {
                #expect(!told.tells(own.part, 2) || !(1..<11).contains(own.counts[1]), "\(own)")
            }
        }
    }
}
