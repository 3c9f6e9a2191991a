import Locating
import ServiceRequests
import WorkSharing

/// The requests of a table as those that tell something of others on their blocks.
struct BlockNeighbours: Sendable {
    let table: RequestTable
    let placeholders: Placeholders
    /// Whose block is not known: their addresses seem to be those of other places.
    let doubted: DoubtedAddresses
    let jobs: Int

    /// Returns the block of a row's address; `nil` for none, and where the address is doubted.
    func key(ofRow row: Int) -> BlockKey? {
        doubted.contains(row) ? nil : table.withAddressBytes(at: row, BlockKey.init)
    }

    /// Whether a row has a position of its own and an address that is not doubted.
    func mayTell(_ row: Int) -> Bool {
        table.positionStates[row] == .recorded && !placeholders.contains(row) && !doubted.contains(row)
    }

    /// The rows with a usable position whose addresses lie on some blocks. What is ignored, such as a test, says nothing.
    func members(of blocks: BlockTable) -> BlockMembers {
        let slices = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            (_: inout Void, rows: Range<Int>) -> [(block: Int32, member: BlockMembers.Member)] in
            let (states, addresses) = (table.positionStates, table.addresses)
            let isAnyDoubted = !doubted.isEmpty
            var found: [(block: Int32, member: BlockMembers.Member)] = []
            addresses.bytes.withUnsafeBufferPointer { bytes in
                for row in rows where states[row] == .recorded && !placeholders.contains(row) {
                    if isAnyDoubted, doubted.contains(row) { continue }
                    let address = UnsafeBufferPointer(rebasing: bytes[addresses.range(at: row)])
                    guard let key = BlockKey(address), let block = blocks[key.block],
                        table.state(at: row) != .ignored
                    else { continue }
                    found.append((Int32(block), BlockMembers.Member(row: row, isOdd: key.isOdd)))
                }
            }
            return found
        }
        return BlockMembers(slices, blockCount: blocks.count)
    }
}
