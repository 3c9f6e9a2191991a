/// A kind of request, and how often, when and for how long it comes.
struct Category: Sendable {
    /// The part of the year that brings more of them.
    enum Season: Sendable { case even, winter, spring, summer, autumn }

    /// Where such requests lie.
    enum Place: Sendable { case house, street, junction, anywhere }

    let name: String
    /// Its share of all requests, relative to the others.
    let frequency: Double
    /// The days within which it should be closed.
    let target: Double
    /// The median days to closing, and how far they spread (the deviation of their logarithm).
    let median: Double
    let spread: Double
    let season: Season
    let place: Place

    init(
        _ name: String, _ frequency: Double, target: Double, median: Double, spread: Double = 0.7,
        _ season: Season = .even, _ place: Place = .house
    ) {
        self.name = name
        self.frequency = frequency
        self.target = target
        self.median = median
        self.spread = spread
        self.season = season
        self.place = place
    }

    /// Returns how much more of them come in a month, 1…12, than in a usual one.
    func factor(inMonth month: Int) -> Double {
        let peak: Int
        switch season {
        case .even: return 1
        case .winter: peak = 1
        case .spring: peak = 4
        case .summer: peak = 7
        case .autumn: peak = 10
        }
        let away = min(abs(month - peak), 12 - abs(month - peak))
        return [2.2, 1.8, 1.2, 0.8, 0.6, 0.5, 0.5][away]
    }
}
