import PageLanguage

/// A range of days that a case was open.
struct AgeBand: Sendable {
    private let range: String
    let days: ClosedRange<Int>

    static let all = [
        AgeBand(range: "0–7", days: 0...7), AgeBand(range: "8–30", days: 8...30),
        AgeBand(range: "31–90", days: 31...90), AgeBand(range: "91–365", days: 91...365),
        AgeBand(range: "366", days: 366...Int.max),
    ]

    /// What stands above the band's column.
    func title(_ words: PageWords) -> String {
        days.upperBound == .max ? words("\(range) and more") : range
    }
}
