/// Ids that a spreadsheet took for numbers or days.
enum SpreadsheetID {
    /// Whether an id is written as `1.01E+11`, so that its last digits are lost, or as `24-Mar` and `Mar-24`, which was `3-24`.
    @inline(__always)
    static func isDamaged(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        // Nearly all ids are shorter than such a number, or do not begin as one.
        guard id.count >= 5 else { return false }
        guard id.count > 6 else { return isDay(id) || isNumberWithExponent(id) }
        return id[0] &- 48 < 10 && isNumberWithExponent(id)
    }

    private static func isDay(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let dash = id.firstIndex(of: UInt8(ascii: "-")) else { return false }
        let (first, second) = (id[..<dash], id[(dash + 1)...])
        let (month, number) = first.count == 3 ? (first, second) : (second, first)
        return number.count <= 2 && !number.isEmpty && number.allSatisfy { $0 &- 48 < 10 }
            && months.contains(Array(month))
    }

    /// As English spreadsheets write them.
    private static let months = Set(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map {
            Array($0.utf8)
        })

    private static func isNumberWithExponent(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard id[0] &- 48 < 10, let mark = id.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
            id.count - mark >= 3,
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
