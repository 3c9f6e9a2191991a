/// Ids that a spreadsheet took for numbers.
enum SpreadsheetID {
    /// Whether an id is written as `1.01E+11`, so that its last digits are lost.
    @inline(__always)
    static func isDamaged(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        // Nearly all ids are shorter than such a number, or do not begin as one.
        guard id.count >= 5, id[0] &- 48 < 10 else { return false }
        return isNumberWithExponent(id)
    }

    private static func isNumberWithExponent(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let mark = id.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), id.count - mark >= 3,
            id[mark + 1] == UInt8(ascii: "+")
        else { return false }
        let points = id[..<mark].count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        let digits = id[..<mark].count { $0 &- 48 < 10 }
        return points <= 1 && points + digits == mark && id[(mark + 2)...].allSatisfy { $0 &- 48 < 10 }
    }
}

extension RequestTable {
    /// Whether a spreadsheet rewrote a request's id, so that nothing can be loaded back by it.
    package func hasDamagedID(at row: Int) -> Bool { ids.withBytes(at: row, SpreadsheetID.isDamaged) }
}
