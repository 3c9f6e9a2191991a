import Chronology
package import City
package import Disclosure
import Records

/// Sentences about the backlog, the years and slow kinds, which reports and closures say alike.
package struct CaseSentences {
    private let history: CaseHistory
    private let city: CityFile
    private let privacy: PrivateCategories

    package init(_ history: CaseHistory, city: CityFile, privacy: PrivateCategories) {
        self.history = history
        self.city = city
        self.privacy = privacy
    }

    /// A count as the audience may see it.
    package func told(_ value: Int) -> String {
        privacy.audience.hides(value)
            ? CountBand.few.text : NumberText.count(value)
    }

    /// Open cases past due on the day that is shown.
    package var pastDue: Int {
        history.cases.count { $0.counts && $0.isOpen && $0.hasDue && $0.due < history.end }
    }

    /// What is open, how old, of what kind, and how it came to that; `nil` where nothing is.
    package func backlog(_ series: PeriodSeries, span: PeriodSpan, pastDue: Int) -> String? {
        let open = history.cases.indices.filter { history.cases[$0].isOpen }.map { Int32($0) }
        guard !open.isEmpty else { return nil }
        let year: Int64 = 365 * 86_400
        let old = open.count { history.end - history.cases[Int($0)].opened > year }
        var parts = ["\(told(open.count)) are open"]
        if pastDue > 0 { parts.append("\(told(pastDue)) past due") }
        if old > 0 { parts.append("\(told(old)) older than a year") }
        var text = parts.joined(separator: ", ")
        if let most = largestGroup(open) { text += "; \(told(most.count)) of them are \(most.name)" }
        return text + "." + (growth(series, span: span).map { " " + $0 } ?? "")
    }

    /// From the first to the last finished period: `The backlog grew from 48 (2014Q1) to 206 (2018Q4).`
    package func growth(_ series: PeriodSeries, span: PeriodSpan) -> String? {
        let periods = series.levels.filter(\.isFinished)
        guard let first = periods.first, let last = periods.last, periods.count > 1 else { return nil }
        let names = [first, last].map { span.periods.name($0.period) }
        let verb =
            last.backlog > first.backlog ? "grew" : last.backlog < first.backlog ? "shrank" : "went"
        return
            "The backlog \(verb) from \(told(first.backlog)) (\(names[0])) to \(told(last.backlog)) (\(names[1]))."
    }

    /// The commonest group of the city file, or category, of some cases; `nil` where it is the only one, or may not be told.
    package func largestGroup(_ indices: [Int32]) -> (name: String, count: Int)? {
        var ofCategory = [Int](repeating: 0, count: history.names.count)
        for index in indices { ofCategory[Int(history.cases[Int(index)].category)] += 1 }
        var counts: [String: Int] = [:]
        for (name, count) in zip(history.names, ofCategory) where count > 0 && !privacy.isWithheld(name) {
            counts[city.categories[name]?.group ?? title(of: name), default: 0] += count
        }
        guard let most = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), counts.count > 1 else {
            return nil
        }
        if privacy.audience == .public, most.value < CountBand.threshold { return nil }
        return (most.key, most.value)
    }

    /// What people call a category.
    package func title(of category: String) -> String { city.categories[category]?.title ?? category }

    /// `On time by due year, residents: 74.7 % (2014), 77.6, … 76.4 % (2018).`
    package func yearsOnTime(_ series: PeriodSeries, span: PeriodSpan) -> String? {
        let due = series.levels.filter { $0.isFinished && $0.due > 0 }
        guard due.count > 1 else { return nil }
        let parts = due.enumerated().map { index, level in
            let share = NumberText.decimal(100 * Double(level.onTime) / Double(level.due))
            let name = span.periods.name(level.period)
            return index == 0 || index == due.count - 1 ? "\(share) % (\(name))" : share
        }
        return "On time by due year, residents: \(parts.joined(separator: ", "))."
    }

    /// The slowest kinds by the lower end of their interval; `nil` where none is.
    package func slow(_ types: SlowTypes, times: Double = 3) -> String? {
        let slow = types.kinds.filter {
            $0.isSlower(than: times) && !privacy.isWithheld(history.names[$0.category])
        }
        guard !slow.isEmpty, let usual = types.cityMedian else { return nil }
        let names = slow.prefix(3).map { kind in
            let isMostOpen = 2 * kind.open >= kind.requests
            return title(of: history.names[kind.category])
                + (isMostOpen ? " (\(NumberText.wholeShare(kind.open, of: kind.requests)) open)" : "")
        }
        let rest = slow.count > 3 ? " and \(slow.count - 3) more kinds" : ""
        let list =
            rest.isEmpty && names.count > 1
            ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
            : names.joined(separator: ", ") + rest
        let limit = NumberText.decimal(times, places: times == times.rounded() ? 0 : 1)
        return "\(list) take far more than \(limit)× the usual \(DayText.short(usual))."
    }
}
