package import Disclosure
package import PageLanguage

/// What an audience may be told of one series over periods: the same on pages, on the terminal and in rows.
package struct ToldSeries {
    package enum Figure {
        case opened, closed, backlog
        /// How many were due, and on time.
        case onTime
        /// How long until half were closed.
        case wait
        /// Which share was closed within 7 and within 30 days.
        case within7, within30
        case yearBefore
    }

    package let series: PeriodSeries
    private let hidden: HiddenPeriods
    private let group: Int
    private let audience: Audience

    /// - Parameters:
    ///   - group: An index of the report's groups.
    ///   - hidden: What may not be seen of the report.
    package init(_ report: PeriodReport, group: Int = 0, hidden: HiddenPeriods, audience: Audience) {
        series = report.groups[group].series
        self.hidden = hidden
        self.group = group
        self.audience = audience
    }

    /// Tells of a series that is shown by itself.
    package init(_ series: PeriodSeries, span: PeriodSpan, audience: Audience) {
        self.series = series
        hidden = HiddenPeriods(series, perYear: span.perYear, audience: audience)
        group = 0
        self.audience = audience
    }

    /// Tells of one part of a whole that is shown elsewhere, as the others are.
    ///
    /// - Parameters:
    ///   - others: The other parts: together they are the whole.
    package init(
        _ series: PeriodSeries, besides others: [PeriodSeries], of whole: PeriodSeries, span: PeriodSpan,
        audience: Audience
    ) {
        self.series = series
        hidden = HiddenPeriods([series] + others, of: whole, perYear: span.perYear, audience: audience)
        group = 1
        self.audience = audience
    }

    /// Whether the file tells a figure at all, whoever asks.
    private func isKnown(_ figure: Figure, at index: Int) -> Bool {
        switch figure {
        case .opened, .yearBefore: series.tellsOpenings
        case .closed, .backlog: series.tellsStocks
        case .wait, .within7, .within30: series.tellsWaits
        case .onTime: series.tellsWaits && series.levels[index].tellsOnTime
        }
    }

    package func tells(_ figure: Figure, at index: Int) -> Bool {
        guard isKnown(figure, at: index) else { return false }
        switch figure {
        case .opened, .wait: return !hidden.contains(group, index)
        case .closed: return !hidden.containsClosed(group, index)
        case .backlog: return !hidden.containsBacklog(group, index)
        case .onTime: return !hidden.containsOnTime(group, index)
        case .within7: return !hidden.containsWithin7(group, index)
        case .within30: return !hidden.containsWithin30(group, index)
        case .yearBefore:
            return !hidden.containsYear(group, index)
                && (audience == .internal
                    || (series.levels[index].previousYear ?? .max) >= CountBand.threshold)
        }
    }

    /// Whether it is told how many are open on the day that is shown.
    package var tellsOpenNow: Bool { !hidden.containsOpen(group) }

    /// Returns a count for a picture; `nil` where it may not be told.
    package func drawn(_ figure: Figure, at index: Int) -> Double? {
        tells(figure, at: index) ? Double(count(figure, at: index)) : nil
    }

    /// Returns a count in words: `fewer than 11` of a small one, `not shown` where it could tell one, `–` of what is
    /// not known.
    package func text(_ figure: Figure, at index: Int, in words: PageWords) -> String {
        isKnown(figure, at: index) ? told(figure, at: index, in: words) ?? words("not shown") : "–"
    }

    /// Returns a count in words; `nil` where it could tell a small one, or is not known.
    package func told(_ figure: Figure, at index: Int, in words: PageWords) -> String? {
        guard isKnown(figure, at: index) else { return nil }
        let count = count(figure, at: index)
        if tells(figure, at: index) { return words.count(count) }
        return count < CountBand.threshold ? words.word(CountBand.few.text) : nil
    }

    private func count(_ figure: Figure, at index: Int) -> Int {
        let level = series.levels[index]
        return switch figure {
        case .opened, .wait, .within7, .within30: level.opened
        case .closed: level.closed
        case .backlog: level.backlog
        case .onTime: level.onTime
        case .yearBefore: level.previousYear ?? 0
        }
    }
}
