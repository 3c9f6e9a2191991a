/// For which rows the position lies in the area of the code, by one way to place them or by one map, so that two ways can be
/// compared.
struct RowAgreement: Sendable {
    /// `nil` for a row without a position or a code.
    let rows: [Bool?]

    /// Fewer rows that agree in one way alone may be chance.
    private static let fewest = 5
    /// McNemar's test at one in a hundred: the 99 % quantile of the chi-squared distribution of one degree of freedom.
    private static let quantile = 6.635

    var all: Int { rows.count { $0 != nil } }
    var agreeing: Int { rows.count { $0 == true } }

    /// The rows that agree in this way and not in another.
    private func wins(over other: Self) -> Int {
        zip(rows, other.rows).count { $0 == true && $1 == false }
    }

    /// Whether more rows agree than in another way, and not by chance.
    func isBetter(than other: Self) -> Bool {
        let (won, lost) = (wins(over: other), other.wins(over: self))
        let difference = Double(won - lost)
        return won >= Self.fewest && won > lost
            && difference * difference > Self.quantile * Double(won + lost)
    }

    /// Returns the same of some rows alone.
    func of(_ holds: (Int) -> Bool) -> Self {
        Self(rows: rows.enumerated().map { holds($0.offset) ? $0.element : nil })
    }
}
