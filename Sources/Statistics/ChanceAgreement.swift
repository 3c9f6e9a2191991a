/// How often two ways to name the same things agree, beside how often they would by chance.
package struct ChanceAgreement: Codable, Sendable, Equatable {
    /// The things that both name.
    package let compared: Int
    /// Those that both name alike.
    package let agreeing: Int
    /// As many would be, were the names of one way shuffled.
    package let byChance: Double

    enum CodingKeys: String, CodingKey {
        case compared, agreeing
        case byChance = "by_chance"
    }

    /// From so much of what is possible beyond chance on the two ways speak of the same: random codes reach 0, and a way that is wrong
    /// in a third of ten areas 0.6.
    private static let least = 0.3

    package init(compared: Int, agreeing: Int, byChance: Double) {
        self.compared = compared
        self.agreeing = agreeing
        self.byChance = byChance
    }

    /// - Parameter names: How many things each of the two ways gives each name.
    package init(agreeing: Int, names: some Collection<(first: Int, second: Int)>) {
        let compared = names.reduce(0) { $0 + $1.first }
        let products = names.map { Double($0.first) * Double($0.second) }.sorted().reduce(0, +)
        self.init(
            compared: compared, agreeing: agreeing, byChance: compared == 0 ? 0 : products / Double(compared))
    }

    /// The share that agrees; 0 where nothing was compared.
    package var share: Double { compared == 0 ? 0 : Double(agreeing) / Double(compared) }

    /// Cohen's kappa: the agreement beyond chance as a share of what is possible beyond it (Educational and Psychological
    /// Measurement 20, 1960). 0 where one name stands for all, however many the other way gives it too.
    package var beyondChance: Double {
        let possible = Double(compared) - byChance
        return possible > 0 ? (Double(agreeing) - byChance) / possible : 0
    }

    /// Whether the two ways speak of the same.
    package var isBeyondChance: Bool { beyondChance >= Self.least }

    /// Whether fewer than half agree.
    package var mostDiffer: Bool { agreeing * 2 < compared }
}
