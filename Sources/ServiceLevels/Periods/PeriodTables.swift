package import Boundaries
package import Disclosure
package import Locating
package import PageLanguage

/// What a report says of periods, slow kinds, referrals, targets, a change and the months to come, as small tables for the
/// terminal and for pages.
package struct PeriodTables {
    let history: CaseHistory
    /// Returns the title of an area.
    let title: (Ordinal<Area>) -> String
    let privacy: PrivateCategories
    let longest: Int
    let words: PageWords

    /// - Parameter longest: How many lines a list has.
    package init(
        _ history: CaseHistory, layer: AreaLayer, privacy: PrivateCategories, longest: Int = 12,
        words: PageWords = .english
    ) {
        self.init(
            history, title: { layer.title($0, in: words) }, privacy: privacy, longest: longest, words: words)
    }

    /// - Parameters:
    ///   - title: Returns the title of an area.
    ///   - longest: How many lines a list has.
    package init(
        _ history: CaseHistory, title: @escaping (Ordinal<Area>) -> String, privacy: PrivateCategories,
        longest: Int = 12, words: PageWords = .english
    ) {
        self.history = history
        self.title = title
        self.privacy = privacy
        self.longest = longest
        self.words = words
    }

    func name(_ category: Int) -> String { words.word(history.names[category]) }
    func isShown(_ category: Int) -> Bool { !privacy.isWithheld(history.names[category]) }

    func told(_ count: Int) -> String {
        privacy.audience.hides(count) ? words.word(CountBand.few.text) : words.count(count)
    }

    func isSmall(_ counts: Int...) -> Bool { privacy.audience.hides(counts) }

    func days(_ value: Double?) -> String {
        value.map { words.shortDays($0) } ?? words("more than half open")
    }

    /// How many times longer a kind is to take.
    func limit(_ times: Double) -> String {
        words.decimal(times, places: times == times.rounded() ? 0 : 1)
    }
}
