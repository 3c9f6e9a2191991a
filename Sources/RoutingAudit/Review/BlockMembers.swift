/// The rows of some blocks, block by block and each in order, with the sides of the street that their house numbers are on.
struct BlockMembers: Sendable {
    struct Member: Sendable, BitwiseCopyable {
        /// The row, and in the lowest bit whether the house number is odd.
        private let packed: UInt32

        init(row: Int, isOdd: Bool) { packed = UInt32(row) << 1 | (isOdd ? 1 : 0) }

        var row: Int { Int(packed >> 1) }
        var isOdd: Bool { packed & 1 == 1 }
    }

    private let members: [Member]
    /// Where each block begins, and the end of the last.
    private let starts: [Int]

    /// Puts together what slices of a table found, in their order.
    init(_ slices: [[(block: Int32, member: Member)]], blockCount: Int) {
        var ends = [Int](repeating: 0, count: blockCount + 1)
        for slice in slices { for (block, _) in slice { ends[Int(block) + 1] += 1 } }
        for block in 0..<blockCount { ends[block + 1] += ends[block] }
        starts = ends
        members = [Member](unsafeUninitializedCapacity: ends[blockCount]) { buffer, count in
            for slice in slices {
                for (block, member) in slice {
                    buffer[ends[Int(block)]] = member
                    ends[Int(block)] += 1
                }
            }
            count = buffer.count
        }
    }

    subscript(block: Int) -> ArraySlice<Member> { members[starts[block]..<starts[block + 1]] }
}
