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
