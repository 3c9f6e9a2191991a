/// Where a field lies in its block.
///
/// Public, as ``FieldView`` is, since the compiler inlines code of another module only if it is public, and a call for
/// each field takes as long as finding it.
@frozen public struct FieldRange: Sendable {
    /// The first byte, counted from the block's.
    public var start: UInt32
    /// The number of bytes.
    public var length: UInt32

    /// Creates the range of a field.
    @inlinable public init(start: UInt32, length: UInt32) {
        self.start = start
        self.length = length
    }
}

/// Which columns of a file are wanted, and how many it has.
package struct RecordLayout: Sendable {
    /// The columns of the header.
    package let columnCount: Int
    /// A record with fewer fields is a fault; one with fewer than ``columnCount`` is short.
    package let requiredCount: Int
    /// For each column its index among the wanted ones, or −1.
    let slots: [Int]
    package let slotCount: Int

    /// - Parameter wanted: The wanted columns, each once; their order is that of the slots.
    package init(columnCount: Int, requiredCount: Int, wanted: [Int]) {
        self.columnCount = columnCount
        self.requiredCount = requiredCount
        slotCount = wanted.count
        var slots = [Int](repeating: -1, count: columnCount)
        for (slot, column) in wanted.enumerated() { slots[column] = slot }
        self.slots = slots
    }
}

/// A record that cannot be used.
package struct RecordFault: Sendable, Hashable {
    package enum Problem: Sendable, Hashable {
        case tooManyFields(found: Int)
        case tooFewFields(found: Int)
        /// A quote begins a field, nothing closes it, and the line has not the header's number of fields.
        case unclosedQuote
        /// Text follows a closing quote, and the line has not the header's number of fields.
        case textAfterQuote(found: Int)
        /// One of so many lines from a quote to the next, some of which look like records of their own.
        case doubtfulLines(Int)
        /// So many neighbouring lines have too few fields each and the header's number together: a line end within a field,
        /// without quotes, broke one record.
        case brokenLines(Int)
        case recordTooLong
    }

    /// The line on which the record begins, from 0 in its block.
    package let line: Int
    package let problem: Problem
}

extension RecordFault.Problem: CustomStringConvertible {
    /// The problem in words, for people.
    package var description: String {
        switch self {
        case .tooManyFields(let found): "\(found) fields, more than the header has"
        case .tooFewFields(let found): "\(found) fields, fewer than the header has"
        case .unclosedQuote: "a quote is not closed"
        case .recordTooLong: "the row is longer than 1 MiB"
        case .textAfterQuote:
            "text follows a closing quote, and the row has not the header's number of fields"
        case .brokenLines(let lines):
            "\(lines) lines have the header's number of fields only together: a line end within a field that is not quoted?"
        case .doubtfulLines(let lines):
            "one of \(lines) lines from a quote to the next, some of which look like rows of their own"
        }
    }
}

/// The wanted fields of a few hundred records: enough to work column by column, few enough to stay in the cache.
package struct FieldBatch: Sendable {
    package static let capacity = 512

    package internal(set) var count = 0
    /// For each record the line on which it begins, from 0 in its block.
    package internal(set) var lines = [UInt32](repeating: 0, count: capacity)
    /// For each record where its bytes lie, without the line end, as they are before quotes are made single.
    package internal(set) var records = [FieldRange](
        repeating: FieldRange(start: 0, length: 0), count: capacity)
    /// For each record how many fields it has.
    package internal(set) var fieldCounts = [UInt32](repeating: 0, count: capacity)
    /// The records with fewer fields than the header; what is missing is empty.
    package internal(set) var shortRows: [Int] = []
    /// The records in which a quote that nothing closes begins a field, and was left out of it.
    package internal(set) var strayQuoteRows: [Int] = []
    /// Slot by slot, each with ``capacity`` places.
    var ranges: [FieldRange]

    package init(slotCount: Int) {
        ranges = [FieldRange](repeating: FieldRange(start: 0, length: 0), count: slotCount * Self.capacity)
    }

    /// Calls a closure with one slot's fields.
    @inline(__always)
    package func withFields<Result>(slot: Int, of block: TextBlock, _ body: (FieldView) -> Result) -> Result {
        block.bytes.withUnsafeBufferPointer { bytes in
            ranges.withUnsafeBufferPointer { ranges in
                guard let base = bytes.baseAddress, let first = ranges.baseAddress else {
                    return body(.empty())
                }
                return body(FieldView(bytes: base, ranges: first + slot * Self.capacity, count: count))
            }
        }
    }
}

/// One column of a batch. Valid only within the call that gives it.
@frozen public struct FieldView {
    @usableFromInline let bytes: UnsafePointer<UInt8>?
    @usableFromInline let ranges: UnsafePointer<FieldRange>?
    /// The number of records.
    public let count: Int

    init(bytes: UnsafePointer<UInt8>?, ranges: UnsafePointer<FieldRange>?, count: Int) {
        self.bytes = bytes
        self.ranges = ranges
        self.count = count
    }

    static func empty() -> FieldView { FieldView(bytes: nil, ranges: nil, count: 0) }

    /// A record's field without the spaces around it.
    @inlinable public subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
        @inline(__always)
        get {
            guard let bytes, let ranges else { return UnsafeBufferPointer(start: nil, count: 0) }
            var start = bytes + Int(ranges[row].start)
            var length = Int(ranges[row].length)
            while length > 0, start[0] <= 0x20 {
                start += 1
                length &-= 1
            }
            while length > 0, start[length &- 1] <= 0x20 { length &-= 1 }
            return UnsafeBufferPointer(start: start, count: length)
        }
    }
}
