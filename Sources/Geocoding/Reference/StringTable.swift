/// Strings laid one after the other, each known by its index.
struct StringTable: Sendable, Hashable {
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0]

    init() {}

    init(_ strings: some Sequence<String>) { for string in strings { append(string) } }

    /// - Returns: `nil` where the starts do not fit the bytes.
    init?(bytes: [UInt8], starts: [UInt32]) {
        guard OffsetTable.isValid(starts, total: bytes.count) else { return nil }
        self.bytes = bytes
        self.starts = starts
    }

    var count: Int { starts.count - 1 }

    subscript(index: Int) -> String { String(decoding: self.bytes(at: index), as: UTF8.self) }

    func bytes(at index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

    mutating func append(_ string: String) {
        bytes.append(contentsOf: string.utf8)
        starts.append(UInt32(bytes.count))
    }
}

/// Offsets that cut a flat array into consecutive groups: group `i` is `starts[i]..<starts[i + 1]`.
enum OffsetTable {
    /// Returns the offsets of groups, given the group of each element in ascending order.
    static func starts(ofSorted groups: some Sequence<Int>, count: Int) -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for group in groups { starts[group + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        return starts
    }

    /// Returns whether offsets ascend from 0 to the length of what they cut.
    static func isValid(_ starts: [UInt32], total: Int) -> Bool {
        guard let first = starts.first, let last = starts.last, first == 0, last == total else {
            return false
        }
        return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    }
}

extension [UInt32] {
    /// Returns a group's range, where these are the offsets of groups.
    @inline(__always) func group(_ index: Int) -> Range<Int> {
        Int(self[index])..<Int(self[index + 1])
    }
}
