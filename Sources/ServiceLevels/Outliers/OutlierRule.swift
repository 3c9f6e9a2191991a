import Statistics

/// Which areas a report names: those that stand apart by more than chance and the usual spread between areas allow, and
/// by enough to matter.
///
/// Each report asks the same of many areas and categories. The p-values of all of them are adjusted together after
/// Benjamini and Hochberg, those of shares and those of waits at 2.5 % each, so that of reports on cities that serve all
/// alike at most one in twenty names an area.
enum OutlierRule {
    /// The share of the names, of shares and of waits each, that may be false.
    private static let falseShare = 0.025
    /// A share on time that differs less from what is expected is not worth a name.
    private static let leastShareDifference = 0.05
    /// Nor is a median that differs less from the city's than so many times, and so many days.
    private static let leastRatio = 1.5
    private static let leastDays = 0.5

    static func mark(_ tables: inout [CategoryLevels]) {
        let cells = tables.indices.flatMap { table in tables[table].areas.indices.map { (table, $0) } }
        let shares = cells.filter { tables[$0.0].areas[$0.1].funnel != nil }
        let shareP = falseDiscoveryAdjusted(
            shares.map { tables[$0.0].areas[$0.1].funnel?.p ?? 1 })
        for ((table, area), p) in zip(shares, shareP) where p <= falseShare {
            guard let funnel = tables[table].areas[area].funnel else { continue }
            tables[table].areas[area].isShareApart =
                abs(funnel.share - funnel.expectedShare) >= leastShareDifference
        }
        let waits = cells.filter { tables[$0.0].areas[$0.1].slowness != nil }
        let waitP = falseDiscoveryAdjusted(
            waits.map { twoSidedNormalP(tables[$0.0].areas[$0.1].slowness ?? 0) })
        for ((table, area), p) in zip(waits, waitP) where p <= falseShare {
            let city = tables[table].city.median
            tables[table].areas[area].isWaitApart = isFarApart(tables[table].areas[area].median, city)
        }
    }

    private static func isFarApart(_ median: Double?, _ usual: Double?) -> Bool {
        guard let median, let usual else { return false }
        let (shorter, longer) = (min(median, usual), max(median, usual))
        return longer >= leastRatio * shorter && longer - shorter >= leastDays
    }
}
