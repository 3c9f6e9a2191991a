import Foundation
package import ServiceRequests

/// What a clerk's answer tells of one recorded position.
package struct AnsweredPosition: Sendable, Hashable {
    package let channel: String?
    /// The words that tell its street apart, as ``StreetTitleWords`` has them; `nil` where its address names none.
    package let street: String?
    /// From the recorded position to the area that the CRM assigned, metres.
    package let distance: Double
    /// Whether the CRM was right, so that the position was recorded on the wrong side of the border.
    package let isWrongSide: Bool

    package init(channel: String?, street: String?, distance: Double, isWrongSide: Bool) {
        self.channel = channel
        self.street = street
        self.distance = distance
        self.isWrongSide = isWrongSide
    }
}

/// How far recorded positions are off, learnt from what clerks answered: by channel and, where a street differs, by street.
///
/// What ``BorderAnswerModel`` makes of the answers. Nothing is learnt from fewer than ``fewest`` answers.
package struct LearntUncertainty: Sendable, Equatable {
    /// The radius of one channel's positions.
    package struct Channel: Sendable, Equatable {
        /// `nil` for requests without a channel.
        package let name: String?
        package let answers: Int
        /// The radius within which 95 in 100 positions lie, whole metres.
        package let radius: Double
    }

    /// A street whose positions are better or worse than those of their channels.
    package struct Street: Sendable, Equatable {
        /// The words that tell it apart.
        package let words: String
        package let answers: Int
        /// By which its channels' radii are multiplied.
        package let factor: Double
    }

    /// Fewer answers move nothing.
    package static let fewest = 20
    /// No radius is smaller, metres.
    package static let least = 5.0
    /// Farther from the area than this, metres, a position is wrong rather than rough.
    package static let farthest = 100.0

    /// In the order of their names.
    package let channels: [Channel]
    package let streets: [Street]

    package init(_ answers: [AnsweredPosition]) {
        let usable = answers.filter { $0.distance > 0 && $0.distance <= Self.farthest }
        let byChannel = Dictionary(grouping: usable, by: \.channel).filter { $0.value.count >= Self.fewest }
        let names = byChannel.keys.sorted { ($0 ?? "") < ($1 ?? "") }
        let posteriors = BorderAnswerModel.posteriors(
            of: names.map { BorderAnswers(byChannel[$0] ?? []) })
        channels = zip(names, posteriors).map { name, posterior in
            let radius = BorderAnswerModel.radius(of: posterior).rounded(.up)
            return Channel(
                name: name, answers: byChannel[name]?.count ?? 0,
                radius: min(max(radius, Self.least), Self.farthest))
        }
        let known = Dictionary(zip(names, posteriors), uniquingKeysWith: { first, _ in first })
        streets = Self.streets(usable.filter { known[$0.channel] != nil }, known)
    }

    /// Creates what facts say of it.
    package init(_ facts: CityFacts.Answers) {
        channels = facts.channels.map { Channel(name: $0.channel, answers: $0.answers, radius: $0.radius) }
        streets = facts.streets.map { Street(words: $0.words, answers: $0.answers, factor: $0.factor) }
    }

    /// What a file of requests has to know of it; `nil` where nothing was learnt.
    package var facts: CityFacts.Answers? {
        guard !channels.isEmpty else { return nil }
        return CityFacts.Answers(
            channels: channels.map { .init(channel: $0.name, answers: $0.answers, radius: $0.radius) },
            streets: streets.map { .init(words: $0.words, answers: $0.answers, factor: $0.factor) })
    }

    /// Returns the radius of a channel's positions, `nil` where nothing was learnt of it.
    package func radius(channel: String?) -> Double? { channels.first { $0.name == channel }?.radius }

    // MARK: Streets

    /// By which a street's deviations may differ, in steps of the model's grid, and how likely that is beforehand.
    private static let factors: [(steps: Int, likelihood: Double)] = [
        (-8, 0.05), (-4, 0.15), (0, 0.6), (4, 0.15), (8, 0.05),
    ]
    /// How sure it has to be that a street is worse, or better, than its channels.
    private static let sureness = 0.9

    private static func streets(
        _ answers: [AnsweredPosition], _ posteriors: [String?: [Double]]
    ) -> [Street] {
        let byStreet = Dictionary(grouping: answers.filter { $0.street != nil }) { $0.street ?? "" }
        return byStreet.keys.sorted().compactMap { words in
            guard let own = byStreet[words], own.count >= fewest, let factor = factor(of: own, posteriors)
            else { return nil }
            return Street(words: words, answers: own.count, factor: factor)
        }
    }

    /// The likeliest factor other than 1, where it is sure that the street differs to that side; `nil` for none.
    private static func factor(of answers: [AnsweredPosition], _ posteriors: [String?: [Double]]) -> Double? {
        let byChannel = Dictionary(grouping: answers, by: \.channel).mapValues { BorderAnswers($0) }
            .sorted { ($0.key ?? "") < ($1.key ?? "") }
        let logs = factors.map { factor in
            byChannel.reduce(log(factor.likelihood)) { sum, entry in
                sum
                    + BorderAnswerModel.fit(
                        entry.value, to: posteriors[entry.key] ?? [], movedBy: factor.steps)
            }
        }
        let largest = logs.max() ?? 0
        let weights = logs.map { exp($0 - largest) }
        let all = weights.reduce(0, +)
        for side in [-1, 1] {
            let indices = factors.indices.filter { factors[$0].steps.signum() == side }
            guard indices.reduce(0, { $0 + weights[$1] }) >= sureness * all,
                let best = indices.max(by: { weights[$0] < weights[$1] })
            else { continue }
            return exp2(Double(factors[best].steps) / Double(BorderAnswerModel.stepsToDouble))
        }
        return nil
    }
}

/// The learnt radii of a table's requests.
package struct LearntRadii: Sendable {
    /// By the channels of the table and, at the end, of requests without one; `nil` where nothing was learnt.
    package let channels: [Double?]
    /// By the row, on streets that differ from their channels.
    package let rows: [Int32: Double]

    /// - Returns: `nil` where nothing was learnt of any channel.
    package init?(_ learnt: LearntUncertainty, table: RequestTable) {
        guard !learnt.channels.isEmpty else { return nil }
        let channels =
            table.channels.values.map { learnt.radius(channel: $0) }
            + [learnt.radius(channel: nil)]
        self.channels = channels
        let factors = Dictionary(
            learnt.streets.compactMap { street in
                var words = street.words
                return words.withUTF8(StreetKey.of).map { ($0, street.factor) }
            }, uniquingKeysWith: { first, _ in first })
        var rows: [Int32: Double] = [:]
        if !factors.isEmpty {
            for row in 0..<table.count {
                guard let key = table.withAddressBytes(at: row, StreetKey.of), let factor = factors[key],
                    let radius = channels[Self.channel(of: row, in: table)]
                else { continue }
                rows[Int32(row)] = min(
                    max((radius * factor).rounded(.up), LearntUncertainty.least),
                    LearntUncertainty.farthest)
            }
        }
        self.rows = rows
    }

    private static func channel(of row: Int, in table: RequestTable) -> Int {
        let channel = row < table.channels.indices.count ? Int(table.channels.indices[row]) : -1
        return channel >= 0 ? channel : table.channels.values.count
    }
}
