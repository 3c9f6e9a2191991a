import Statistics

/// What a list of cases comes to.
package struct AreaCounts: Sendable {
    package let cases: Int
    package let open: Int
    package let overdue: Int
    /// The longest time that an open case is past its due date, days.
    package let mostOverdue: Int?
    /// The median, rounded to days; `nil` where no case has a day of opening.
    package let medianDaysOpen: Int?
    /// By ``AgeBand``; cases without a day of opening are in none.
    let ofBand: [Int]
    let undated: Int

    package init(_ cases: some Collection<MapCase>) {
        self.cases = cases.count
        open = cases.count(where: \.isOpen)
        let late = cases.compactMap(\.daysOverdue)
        overdue = late.count
        mostOverdue = late.max()
        let days = cases.compactMap(\.daysOpen)
        medianDaysOpen = median(days.map(Double.init)).map { Int($0.rounded()) }
        ofBand = AgeBand.all.map { band in days.count(where: band.days.contains) }
        undated = cases.count - days.count
    }
}
