import Chronology
import Foundation

/// Finds files that are editions of one layer by the dates in their names: `ward-2002.geojson` and `ward-2012.geojson`.
enum EditionDays {
    /// Returns the day in a file's name, and the name without it; the first day of a year or month where no more is said.
    static func day(in name: String) -> (day: CivilDate?, rest: String, isWhole: Bool) {
        let stem = (name as NSString).deletingPathExtension
        let pattern =
            /(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])/
        guard let match = stem.matches(of: pattern).last, let year = Int(match.1),
            let day = CivilDate(
                year: year, month: match.2.flatMap { Int($0) } ?? 1, day: match.3.flatMap { Int($0) } ?? 1)
        else { return (nil, stem.lowercased(), false) }
        var rest = stem
        rest.removeSubrange(match.1.startIndex..<match.range.upperBound)
        return (day, rest.lowercased(), match.3 != nil)
    }

    /// Returns groups of files by their index, those of one layer in the order of their days; other files alone.
    static func groups(of names: [String]) -> [[Int]] {
        var groups: [[Int]] = []
        var byRest: [String: Int] = [:]
        let days = names.map(day)
        for (index, day) in days.enumerated() {
            if day.day != nil, let group = byRest[day.rest] {
                groups[group].append(index)
            } else {
                if day.day != nil { byRest[day.rest] = groups.count }
                groups.append([index])
            }
        }
        return groups.map { group in
            group.sorted { (days[$0].day?.daysSince1970 ?? 0) < (days[$1].day?.daysSince1970 ?? 0) }
        }
    }
}
