/// What a list of cases comes to.
struct AreaCounts: Sendable {
    let cases: Int
    let open: Int
    let overdue: Int
    /// The longest time that an open case is past its due date, days.
    let mostOverdue: Int?
    /// `nil` where no case has a day of opening.
    let medianDaysOpen: Int?
    /// By ``AgeBand``; cases without a day of opening are in none.
    let ofBand: [Int]
    let undated: Int

    init(_ cases: some Collection<MapCase>) {
        self.cases = cases.count
        open = cases.count(where: \.isOpen)
        let late = cases.compactMap(\.daysOverdue)
        overdue = late.count
        mostOverdue = late.max()
        let days = cases.compactMap(\.daysOpen).sorted()
        medianDaysOpen = days.isEmpty ? nil : days[(days.count - 1) / 2]
        ofBand = AgeBand.all.map { band in days.count(where: band.days.contains) }
        undated = cases.count - days.count
    }
}

/// A range of days that a case was open.
struct AgeBand: Sendable {
    let title: String
    let days: ClosedRange<Int>

    static let all = [
        AgeBand(title: "0–7", days: 0...7), AgeBand(title: "8–30", days: 8...30),
        AgeBand(title: "31–90", days: 31...90), AgeBand(title: "91–365", days: 91...365),
        AgeBand(title: "366 and more", days: 366...Int.max),
    ]
}
