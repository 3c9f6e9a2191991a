/// Ids that a spreadsheet took for numbers or days.
package enum SpreadsheetID {
    /// How the ids of a whole column are written, which no single one tells.
    package struct Column: Sendable, Equatable {
        package init() {}
        /// Ids of more digits than a spreadsheet keeps, and those of them whose further digits are all zeros.
        var long = 0
        var rounded = 0
        /// Ids such as `1001.0`.
        var withFraction = 0
        var all = 0

        /// Whether its last digits are lost: one id ends in zeros by chance, not all.
        var isRounded: Bool { rounded > 1 && rounded == long }
        /// Whether whole numbers became decimal ones: what is before the point is whole.
        var isOfDecimals: Bool { withFraction > 1 && withFraction == all }
        /// How many ids are rewritten, beside those that are so by themselves.
        var rewritten: Int { (isRounded ? rounded : 0) + (isOfDecimals ? withFraction : 0) }

        @inline(__always)
        mutating func look(at id: UnsafeBufferPointer<UInt8>) {
            all += 1
            guard id.count > SpreadsheetID.digitsKept || id.last == UInt8(ascii: "0") else { return }
            if SpreadsheetID.isLong(id) { long += 1 }
            if SpreadsheetID.isRounded(id) { rounded += 1 }
            if SpreadsheetID.hasFraction(id) { withFraction += 1 }
        }

        static func += (left: inout Self, right: Self) {
            left.long += right.long
            left.rounded += right.rounded
            left.withFraction += right.withFraction
            left.all += right.all
        }
    }

    /// The digits of a number that a spreadsheet keeps; it writes zeros for the others.
    fileprivate static let digitsKept = 15

    fileprivate static func isLong(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        id.count > digitsKept && id.first != 0x30 && id.allSatisfy { $0 &- 48 < 10 }
    }

    static func isRounded(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        isLong(id) && id[digitsKept...].allSatisfy { $0 == 0x30 }
    }

    /// Whether an id is a whole number with a point and a zero behind it.
    static func hasFraction(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        id.count > 2 && id[id.count - 1] == 0x30 && id[id.count - 2] == UInt8(ascii: ".")
            && id.dropLast(2).allSatisfy { $0 &- 48 < 10 }
    }

    /// Whether a text is what a spreadsheet makes of an id or a code: `2-Jan` of `1-2`, `1.00E+02` of `1E02`, or a whole day.
    package static func isRewritten(_ text: String) -> Bool {
        if text.wholeMatch(of: /(?:19|20)\d{2}-\d{2}-\d{2}(?:[T ]00:00(?::00)?)?/) != nil { return true }
        var text = text
        return text.withUTF8(isDamaged)
    }

    /// Whether an id is written as `1.01E+11` or `1.23E-05`, so that its last digits are lost, as `24-Mar` and `Mar-24`, which was
    /// `3-24`, as `1-Mar-24`, which was `3-1-24`, or as `#####`, which a column that is too narrow shows.
    @inline(__always)
    static func isDamaged(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        if id.first == UInt8(ascii: "#") { return id.count > 1 && id.allSatisfy { $0 == UInt8(ascii: "#") } }
        // Nearly all ids are shorter than such a number, or do not begin as one.
        guard id.count >= 5 else { return false }
        guard id.count > 6 else { return isDay(id) || isNumberWithExponent(id) }
        return id[0] &- 48 < 10 && (isNumberWithExponent(id) || isDayOfYear(id))
    }

    /// Whether a text is a day such as `1-Mar-24` or `01-Mar-2024`.
    private static func isDayOfYear(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard id.count <= 11, let dash = id.firstIndex(of: UInt8(ascii: "-")), (1...2).contains(dash) else {
            return false
        }
        let year = id[(dash + 1)...].dropFirst(4)
        return id.count > dash + 4 && id[dash + 4] == UInt8(ascii: "-")
            && id[..<dash].allSatisfy { $0 &- 48 < 10 } && year.allSatisfy { $0 &- 48 < 10 }
            && (year.count == 2 || year.count == 4 && centuries.contains(Array(year.prefix(2))))
            && months.contains(Array(id[(dash + 1)..<(dash + 4)]))
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

    private static let centuries = ["19", "20"].map { Array($0.utf8) }

    private static func isNumberWithExponent(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard id[0] &- 48 < 10, let mark = id.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
            id.count - mark >= 3
        else { return false }
        // `24E-0017` is an id of its own; of small numbers spreadsheets write one digit before the point and two in the exponent.
        let isSmall = id[mark + 1] == UInt8(ascii: "-") && id[1] == UInt8(ascii: ".") && id.count - mark == 4
        guard isSmall || id[mark + 1] == UInt8(ascii: "+") else { return false }
        let points = id[..<mark].count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        let digits = id[..<mark].count { $0 &- 48 < 10 }
        return points <= 1 && points + digits == mark && id[(mark + 2)...].allSatisfy { $0 &- 48 < 10 }
    }
}

extension RequestTable {
    /// Whether a spreadsheet took away what tells a request's id from others.
    package func hasDamagedID(at row: Int) -> Bool {
        ids.withBytes(at: row) {
            SpreadsheetID.isDamaged($0) || intake.idColumn.isRounded && SpreadsheetID.isRounded($0)
        }
    }

    /// Whether a request's id is not as the CRM has it, so that nothing can be loaded back by it.
    package func hasRewrittenID(at row: Int) -> Bool {
        hasDamagedID(at: row)
            || intake.idColumn.isOfDecimals && ids.withBytes(at: row, SpreadsheetID.hasFraction)
    }
}
