import Boundaries

/// What an area comes to, to be set beside others.
struct AreaFigures: Sendable {
    let counts: AreaCounts
    let movement: CaseMovement
    /// How many people live there; `nil` where the layer does not say.
    var people: Double?

    /// Cases for each thousand people; `nil` where nobody is known to live there.
    func perThousand(_ cases: Int) -> Double? {
        people.map { Double(cases) / $0 * 1000 }
    }
}

extension AreaFigures: Numbered { typealias Subject = Area }
