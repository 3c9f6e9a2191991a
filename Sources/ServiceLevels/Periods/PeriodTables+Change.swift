import Chronology
import PageLanguage

extension PeriodTables {
    package func change(_ change: BeforeAfter) -> FigureTable {
        let title = words("Before and after \(words.day(change.day))")
        guard let own = change.changed else {
            return FigureTable(
                title, rows: [],
                notes: [words("Nothing was opened on both sides of the day and followed long enough.")])
        }
        func row(_ unit: BeforeAfter.Unit) -> [String] {
            [
                words.word(unit.name), told(unit.before), mean(unit.meanBefore, of: unit.before),
                told(unit.after), mean(unit.meanAfter, of: unit.after),
            ]
        }
        let others = change.comparisons.sorted { ($1.before, $0.name) < ($0.before, $1.name) }
        var notes = [
            words(
                """
                Days to close, at most \(words.decimal(change.settings.within, places: 0)), of those opened in \
                \(words.count(change.settings.weeks)) weeks before and after and followed so long.
                """)
        ]
        if isSmall(own.before, own.after) {
            notes.append(words("What a few requests took is not shown, nor what could tell it."))
        } else if let effect = change.effect {
            notes.append(
                words("θ = \(signed(effect)) d: its difference less that of the comparisons.") + " "
                    + verdict(change))
        } else {
            let fewest = words.count(BeforeAfter.fewestRequests)
            notes.append(
                words("Nothing to compare with: a comparison has \(fewest) requests on each side."))
        }
        if let trend = change.trendBefore, !isSmall(own.before, own.after) {
            notes.append(words("Before the change it drifted from them by \(signed(trend)) d a week."))
        }
        return FigureTable(
            title,
            header: [
                "", words("before", context: "requests"), words("mean"), words("after", context: "requests"),
                words("mean"),
            ], rows: [row(own)] + others.prefix(longest).map(row), notes: notes)
    }

    /// The mean of a few is that of single requests.
    private func mean(_ days: Double, of count: Int) -> String {
        isSmall(count) ? "–" : words.shortDays(days)
    }

    private func signed(_ value: Double) -> String { words.signed(value, places: 2) }

    private func verdict(_ change: BeforeAfter) -> String {
        let placebos = words.count(change.placebos)
        guard let p = change.p, let interval = change.interval, let detectable = change.detectable else {
            if change.lacksClosings {
                return words(
                    "No verdict: too many closed requests on a side have no usable closing time.")
            }
            if let own = change.changed, own.fewer < BeforeAfter.fewestForVerdict {
                let fewest = words.count(BeforeAfter.fewestForVerdict)
                return words("No verdict: it has fewer than \(fewest) requests on a side.")
            }
            let fewest = words.count(BeforeAfter.fewestPlacebos)
            guard change.placebos < BeforeAfter.fewestPlacebos else {
                return words("No verdict: too few earlier windows of its own tell how much it varies.")
            }
            return words("No verdict: \(placebos) placebos are fewer than \(fewest).")
        }
        let limits = words(
            """
            95 % \(signed(interval.lowerBound)) to \(signed(interval.upperBound)), p \(words.decimal(p, places: 3)) among \
            \(placebos) placebos
            """)
        return switch change.verdict {
        case .faster: words("It became faster (\(limits)).")
        case .slower: words("It became slower (\(limits)).")
        case .notSeen, .tooLittle:
            words(
                "No more than where nothing changed (\(limits)); an effect of \(words.decimal(detectable)) d could have been seen."
            )
        }
    }
}
