import Chronology
import Records

/// How the city works: what reports and closures go by.
extension DraftWriter {
    private static let longestList = 30

    /// What reports and closures go by. Names that tell staff are those that are taken without it; the rest is offered.
    mutating func writeService(_ habits: ServiceHabits) {
        file.blank()
        let staff = habits.staffChannels + habits.staffCategories
        if staff.isEmpty {
            file.offer(
                "staff: {channels: [Internal]}", indent: 0,
                because:
                    "channels and categories that only staff enter, which are no residents' requests: no usual name is among these"
            )
        } else {
            let told = staff.prefix(8).map { "\($0.name) \(NumberText.count($0.count))" }
            file.add(
                "staff:", indent: 0,
                because:
                    "taken for staff's by usual names (\(told.joined(separator: ", "))): add those that are missing"
            )
            for (key, names) in [("channels", habits.staffChannels), ("categories", habits.staffCategories)]
            where !names.isEmpty {
                file.add("\(key): \(DraftText.list(names.map(\.name)))", indent: 2)
            }
            doubts.append("staff: \(told.joined(separator: ", ")) are taken for the city's own entries")
        }
        let returning = habits.returning.prefix(Self.longestList)
        file.offer(
            "returning: \(returning.isEmpty ? "[Missed Collection]" : DraftText.list(Array(returning)))",
            indent: 0,
            because: returning.isEmpty
                ? "kinds that come back by their nature, such as missed collections: no name says it"
                : "kinds that come back by their nature, by the words of their names: keep those that do")
        let referrals = habits.referrals.prefix(Self.longestList)
        file.offer(
            "referrals: {channels: \(referrals.isEmpty ? "[Council]" : DraftText.list(Array(referrals)))}",
            indent: 0,
            because: referrals.isEmpty
                ? "channels by which members of the council refer requests: no name says it"
                : "channels of the council's offices, by the words of their names")
        file.offer(
            "business: {days: Mon-Fri, hours: 8-17, holidays: holidays.csv}", indent: 0,
            because:
                "the days on which the city works, for targets such as 5 bd: no file says them; `wardline report --check-targets` tells by which days due dates are counted"
        )
        file.offer(
            "fiscal_year: July", indent: 0,
            because: "the month with which the fiscal year begins: no file says it")
    }

    /// Sets how a `Z` is read where only one reading gives hours at which people open requests, and offers it where the hours are
    /// unusual.
    mutating func writeZulu(_ habits: ServiceHabits) {
        guard let hours = habits.zulu else { return }
        func told(_ hours: HoursOfDay) -> String {
            "\(NumberText.decimal(hours.mean)) h (\(Int((100 * hours.nightShare).rounded())) % between midnight and six)"
        }
        let range = HoursOfDay.usualForRequests
        let usual = "\(Int(range.lowerBound)) to \(Int(range.upperBound)) h is usual"
        let measured =
            "as written their mean is \(told(hours.written)), read as UTC \(told(hours.asUTC)), where \(usual)"
        if hours.areClear {
            file.add("zulu: local", indent: 2, because: "openings end in Z; \(measured): check it")
            doubts.append("zulu: the Z of times is read as the city's own time: \(measured); check it")
        } else {
            file.offer(
                "zulu: local", indent: 2,
                because: "openings end in Z and are read as UTC; \(measured): people are awake by both")
            doubts.append(
                "zulu: the Z of times is read as UTC; zulu: local, which takes it for the city's own time, is only offered: \(measured)"
            )
        }
    }
}
