import Boundaries

/// Where a position lies among areas.
enum PlaceInAreas: Sendable {
    /// There is no position.
    case none
    case outside
    case area(Ordinal<Area>)
}

/// How many rows of one text lie in the areas of each code, and in no area that has one.
struct AreaVotes: Sendable {
    var ofCodes: [Int: Int] = [:]
    var outside = 0

    var inside: Int { ofCodes.values.reduce(0, +) }
    var all: Int { inside + outside }
    /// The most that lie in the areas of one code, or in none.
    var most: Int { max(ofCodes.values.max() ?? 0, outside) }

    func count(of code: Int) -> Int { ofCodes[code] ?? 0 }
}
