import City
import Wording

/// How the reports of one category are grouped: what the city file sets for it, else what its name says, else the usual.
package struct CategoryRule: Hashable, Sendable {
    /// How near reports must be to belong together, metres.
    package let radius: Double
    /// The fewest reports that make a cluster.
    package let minimum: Int
    /// How long a repair should last: what comes back later is new. Days.
    package let repairLife: Double
    /// How long after a closing a report is still of the same occurrence, days.
    package let gap: Double

    package init(radius: Double, minimum: Int, repairLife: Double, gap: Double = EpisodeRule.usualGap) {
        self.radius = radius
        self.minimum = minimum
        self.repairLife = repairLife
        self.gap = gap
    }

    /// Most 311 positions are those of an address or a block front: 50 m joins the two sides of a street and the
    /// next house, not the next corner.
    package static let usual = CategoryRule(radius: 50, minimum: 3, repairLife: 365)

    /// What the names of categories say about them, the first that fits. A pothole has a place of its own, and a
    /// patch is expected to hold a year; litter and missed pickups come back by their nature within weeks.
    private static let byWord: [(words: [String], rule: CategoryRule)] = [
        (["pothole"], CategoryRule(radius: 30, minimum: 3, repairLife: 365)),
        (["light", "signal", "lamp"], CategoryRule(radius: 30, minimum: 3, repairLife: 365)),
        (["graffiti"], CategoryRule(radius: 50, minimum: 3, repairLife: 90)),
        (
            ["dump", "litter", "trash", "garbage", "missed", "pickup", "recycl"],
            CategoryRule(radius: 50, minimum: 3, repairLife: 60)
        ),
    ]

    /// Returns the rule of a category where nothing is set for it.
    package static func usual(for category: String) -> CategoryRule {
        let names = NameKey(category).words
        return byWord.first { $0.words.contains { word in names.contains { isOf(word, $0) } } }?.rule ?? usual
    }

    /// Whether a name's word is of a word's kind: `Lights`, `Lighting` and `Streetlight` are lights, `Blight` and `Flight` are
    /// none, and what is dismissed was not missed.
    private static func isOf(_ word: String, _ name: String) -> Bool {
        guard let found = name.firstRange(of: word) else { return false }
        let before = name.distance(from: name.startIndex, to: found.lowerBound)
        return before == 0 || before > 1 && compounded.contains(word)
    }

    private static let compounded: Set<String> = ["light", "lamp"]

    /// Creates the rule of a category.
    ///
    /// - Parameters:
    ///   - settings: What the city file sets for it; `nil` for nothing.
    ///   - asked: The radius and the minimum that hold for all categories this time.
    init(
        _ category: String, settings: CityFile.CategorySettings?, asked: (radius: Double?, minimum: Int?)
    ) {
        let usual = Self.usual(for: category)
        radius = asked.radius ?? settings?.radius ?? usual.radius
        minimum = asked.minimum ?? settings?.minimum ?? usual.minimum
        repairLife = settings?.repairLife ?? usual.repairLife
        gap = settings?.gap ?? usual.gap
    }
}
