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
    /// The business days within which it should be closed, in place of the target; `nil` for most kinds.
    let businessTarget: Int?
    /// The median days to closing, and how far they spread (the deviation of their logarithm).
    let median: Double
    let spread: Double
    let season: Season
    let place: Place

    init(
        _ name: String, _ frequency: Double, target: Double, businessTarget: Int? = nil, median: Double,
        spread: Double = 0.7, _ season: Season = .even, _ place: Place = .house
    ) {
        self.name = name
        self.frequency = frequency
        self.target = target
        self.businessTarget = businessTarget
        self.median = median
        self.spread = spread
        self.season = season
        self.place = place
    }

    /// The month that brings most of them; `nil` where all bring alike.
    var peakMonth: Int? {
        switch season {
        case .even: nil
        case .winter: 1
        case .spring: 4
        case .summer: 7
        case .autumn: 10
        }
    }

    /// Returns how much more of them come in a month, 1…12, than in a usual one.
    func factor(inMonth month: Int) -> Double {
        guard let peak = peakMonth else { return 1 }
        let away = min(abs(month - peak), 12 - abs(month - peak))
        return [2.2, 1.8, 1.2, 0.8, 0.6, 0.5, 0.5][away]
    }
}
