package import PageLanguage

/// The cells of tables of periods, as people read them.
package struct PeriodCells {
    private let words: PageWords

    package init(_ words: PageWords = .english) { self.words = words }

    /// `2.1 d (1.8 to 2.6)`; of a young period the shares that were closed within 7 and 30 days. `–` of what may not be told.
    package func median(_ told: ToldSeries, at index: Int) -> String {
        let level = told.series.levels[index]
        guard level.opened > 0, told.tells(.wait, at: index) else { return "–" }
        if level.flags.contains(.young) {
            let followed: [(days: Double, figure: ToldSeries.Figure, share: Double?)] = [
                (7, .within7, level.within7), (30, .within30, level.within30),
            ]
            let shares = followed.filter { told.tells($0.figure, at: index) }.compactMap { days, _, share in
                share.map {
                    words(
                        "\(words.decimal(100 * $0, places: 0)) % in \(words.decimal(days, places: 0)) d")
                }
            }
            return shares.isEmpty ? "–" : shares.joined(separator: ", ")
        }
        let high = level.medianHigh.map { words.decimal($0) } ?? "?"
        let low = level.medianLow.map { words.decimal($0) } ?? "?"
        guard let median = level.median else { return words("more than half open (\(low) to \(high))") }
        return words("\(words.decimal(median)) d (\(low) to \(high))")
    }

    /// `81.2 % of 500`.
    package func share(_ level: PeriodLevel) -> String {
        level.due > 0
            ? words("\(words.share(level.onTime, of: level.due)) of \(words.count(level.due))") : "–"
    }

    /// `529: × 0.95 (0.81 to 1.12)`.
    package func yearBefore(_ level: PeriodLevel) -> String {
        guard let before = level.previousYear, let ratio = level.ratio, let low = level.ratioLow,
            let high = level.ratioHigh
        else { return "–" }
        func text(_ value: Double) -> String { words.decimal(value, places: 2) }
        return words("\(words.count(before)): × \(text(ratio)) (\(text(low)) to \(text(high)))")
    }

    /// `young, filling up`.
    package func flags(_ level: PeriodLevel) -> String {
        let flags = level.flags
        return [
            flags.contains(.unfinished) ? words("unfinished") : nil,
            flags.contains(.young) ? words("young") : nil,
            flags.contains(.fillingUp) ? words("filling up") : nil,
            flags.contains(.anomaly) ? words("anomaly") : nil,
            flags.contains(.sample) ? words("sample") : nil,
            flags.contains(.bulk) ? words("bulk") : nil,
            flags.contains(.clock) ? words("clock") : nil,
            flags.contains(.beginsLate) ? words("begins late") : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
}
