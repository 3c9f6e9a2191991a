import Chronology
package import City
package import Disclosure
package import PageLanguage
import ServiceRequests

/// Sentences about the backlog, the years and slow kinds, which reports and closures say alike.
package struct CaseSentences {
    private let history: CaseHistory
    private let city: CityFile
    private let privacy: PrivateCategories
    private let words: PageWords

    package init(
        _ history: CaseHistory, city: CityFile, privacy: PrivateCategories, words: PageWords = .english
    ) {
        self.history = history
        self.city = city
        self.privacy = privacy
        self.words = words
    }

    /// A count as the audience may see it.
    package func told(_ value: Int) -> String {
        privacy.audience.hides(value) ? words.word(CountBand.few.text) : words.count(value)
    }

    /// Open cases that were due before the day that is shown.
    package var pastDue: Int { history.cases.count(where: history.isPastDue) }

    /// What nothing can be said of, where the file does not tell when requests were closed; `nil` where it does.
    package var gap: String? {
        let closings = history.closings
        return closings.gap(words) { count in
            // A count that leaves a few of the closed, or of all, would tell these.
            privacy.audience.hides(closings.count.closed - count, history.cases.count - count)
                ? nil : told(count)
        }
    }

    /// What is open, how old, of what kind, and how it came to that; `nil` where nothing is.
    package func backlog(_ told: ToldSeries, span: PeriodSpan, pastDue: Int) -> String? {
        let open = history.cases.indices.filter { history.cases[$0].isOpen }.map { Int32($0) }
        guard !open.isEmpty, history.closings.tellStates else { return nil }
        // What is not told to be open tells how few were closed.
        guard told.tellsOpenNow || open.count < CountBand.threshold else { return nil }
        let year: Int64 = 365 * 86_400
        let old = open.count { history.end - history.cases[Int($0)].opened > year }
        let text = stock(
            open: self.told(open.count), pastDue: part(pastDue, of: open.count),
            old: part(old, of: open.count),
            most: largestGroup(open))
        return PageWords.capitalized(text) + (growth(told, span: span).map { " " + $0 } ?? "")
    }

    /// A part of some cases as the audience may see it; `nil` for none, and where it would tell a small rest.
    private func part(_ count: Int, of all: Int) -> String? {
        count > 0 && !privacy.audience.hides(all - count) ? told(count) : nil
    }

    private func stock(
        open: String, pastDue: String?, old: String?, most: (name: String, count: Int)?
    ) -> String {
        guard let most else {
            return switch (pastDue, old) {
            case (nil, nil): words("\(open) are open.")
            case (let pastDue?, nil): words("\(open) are open, \(pastDue) past due.")
            case (nil, let old?): words("\(open) are open, \(old) older than a year.")
            case (let pastDue?, let old?):
                words("\(open) are open, \(pastDue) past due, \(old) older than a year.")
            }
        }
        let (count, name) = (told(most.count), most.name)
        return switch (pastDue, old) {
        case (nil, nil): words("\(open) are open; \(count) of them are \(name).")
        case (let pastDue?, nil):
            words("\(open) are open, \(pastDue) past due; \(count) of them are \(name).")
        case (nil, let old?):
            words("\(open) are open, \(old) older than a year; \(count) of them are \(name).")
        case (let pastDue?, let old?):
            words(
                "\(open) are open, \(pastDue) past due, \(old) older than a year; \(count) of them are \(name)."
            )
        }
    }

    /// From the first to the last period whose backlog may be compared: `The backlog grew from 48 (2014Q1) to 206 (2018Q4).`
    package func growth(_ told: ToldSeries, span: PeriodSpan) -> String? {
        if !told.series.tellsStocks, history.closings.tellWaits,
            let first = told.series.comparableStocks.first, let last = told.series.comparableStocks.last,
            first.period < last.period
        {
            return untold(from: first, to: last, span: span)
        }
        guard let (first, last) = ends(told, span: span),
            let from = told.told(.backlog, at: first.period - span.numbers.lowerBound, in: words),
            let to = told.told(.backlog, at: last.period - span.numbers.lowerBound, in: words)
        else { return nil }
        let (start, end) = (
            span.periods.title(first.period, in: words), span.periods.title(last.period, in: words)
        )
        guard isLarger(last, than: first, in: told, span: span) != nil else {
            return untold(from: first, to: last, span: span)
        }
        if last.backlog > first.backlog {
            return words("The backlog grew from \(from) (\(start)) to \(to) (\(end)).")
        }
        return last.backlog < first.backlog
            ? words("The backlog shrank from \(from) (\(start)) to \(to) (\(end)).")
            : words("The backlog went from \(from) (\(start)) to \(to) (\(end)).")
    }

    private func untold(from first: PeriodLevel, to last: PeriodLevel, span: PeriodSpan) -> String {
        let (start, end) = (
            span.periods.title(first.period, in: words), span.periods.title(last.period, in: words)
        )
        return words(
            """
            Whether the backlog grew or shrank from \(start) to \(end) cannot be told: too many closed requests have no usable \
            closing time.
            """)
    }

    /// Whether the backlog grew between the periods that may be compared, where that is told.
    func hasGrown(_ told: ToldSeries, span: PeriodSpan) -> Bool {
        guard growth(told, span: span) != nil, let (first, last) = ends(told, span: span) else {
            return false
        }
        return isLarger(last, than: first, in: told, span: span) == true
    }

    private func isLarger(
        _ last: PeriodLevel, than first: PeriodLevel, in told: ToldSeries, span: PeriodSpan
    ) -> Bool? {
        let start = span.numbers.lowerBound
        return told.series.isLarger(at: last.period - start, than: first.period - start)
    }

    /// The first and the last period whose backlog may be compared; `nil` where neither is told: of two small counts it is no news
    /// which is larger, and nobody's business.
    private func ends(_ told: ToldSeries, span: PeriodSpan) -> (first: PeriodLevel, last: PeriodLevel)? {
        let periods = told.series.comparableStocks
        guard told.series.tellsStocks, let first = periods.first, let last = periods.last,
            periods.count > 1,
            [first, last].contains(where: { told.tells(.backlog, at: $0.period - span.numbers.lowerBound) })
        else { return nil }
        return (first, last)
    }

    /// The commonest group of the city file, or category, of some cases; `nil` where it is the only one, or may not be told.
    package func largestGroup(_ indices: [Int32]) -> (name: String, count: Int)? {
        var ofCategory = [Int](repeating: 0, count: history.names.count)
        for index in indices { ofCategory[Int(history.cases[Int(index)].category)] += 1 }
        var counts: [String: Int] = [:]
        for (name, count) in zip(history.names, ofCategory) where count > 0 && !privacy.isWithheld(name) {
            let own = city.categories[name]
            counts[own?.group ?? own?.title ?? name, default: 0] += count
        }
        guard let most = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), counts.count > 1 else {
            return nil
        }
        if privacy.audience.hides(most.value, indices.count - most.value) { return nil }
        return (words.word(most.key), most.value)
    }

    /// What people call a category, in the pages' language where the catalogue has it.
    package func title(of category: String) -> String {
        words.word(city.categories[category]?.title ?? category)
    }

    /// `On time by due year, residents: 74.7 % (2014), 77.6, … 76.4 % (2018).`
    package func yearsOnTime(_ told: ToldSeries, span: PeriodSpan) -> String? {
        let levels = told.series.levels
        let due = levels.indices.filter {
            levels[$0].isFinished && levels[$0].due > 0 && told.tells(.onTime, at: $0)
        }.map { levels[$0] }
        guard due.count > 1 else { return nil }
        // Where years are left out each is named.
        let areNamed = zip(due, due.dropFirst()).contains { $1.period != $0.period + 1 }
        let parts = due.enumerated().map { index, level in
            guard areNamed || index == 0 || index == due.count - 1 else {
                return words.decimal(100 * Double(level.onTime) / Double(level.due))
            }
            let name = span.periods.name(level.period, in: words)
            return "\(words.share(level.onTime, of: level.due)) (\(name))"
        }
        return words("On time by due year, residents: \(parts.joined(separator: ", ")).")
    }

    /// The slowest kinds by the lower end of their interval; `nil` where none is.
    package func slow(_ types: SlowTypes, times: Double = 3) -> String? {
        let slow = types.kinds.filter {
            $0.isSlower(than: times) && !privacy.isWithheld(history.names[$0.category])
        }
        guard !slow.isEmpty, let median = types.cityMedian else { return nil }
        // A fourth is named rather than counted.
        let longest = slow.count == 4 ? 4 : 3
        let names = slow.prefix(longest).map { kind in
            let title = title(of: history.names[kind.category])
            guard 2 * kind.open >= kind.requests,
                let share = kind.openShare(words, for: privacy.audience)
            else { return title }
            return words("\(title) (\(share) open)")
        }
        let limit = words.decimal(times, places: times == times.rounded() ? 0 : 1)
        let usual = words.shortDays(median)
        // Far more is said only of what even the lower ends of the intervals lie far beyond.
        let areFar = slow.prefix(longest).allSatisfy { $0.low >= 2 * times }
        let list =
            names.count > 1
            ? words("\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")")
            : names.joined()
        if slow.count > longest {
            let more = words.count(slow.count - longest)
            return areFar
                ? words(
                    """
                    \(list) take far more than \(limit)× the usual \(usual), and \(more) more kinds more than \(limit)×.
                    """)
                : words(
                    """
                    \(names.joined(separator: ", ")) and \(more) more kinds take more than \(limit)× the usual \(usual).
                    """)
        }
        return switch (names.count == 1, areFar) {
        case (true, true): words("\(list) takes far more than \(limit)× the usual \(usual).")
        case (true, false): words("\(list) takes more than \(limit)× the usual \(usual).")
        case (false, true): words("\(list) take far more than \(limit)× the usual \(usual).")
        case (false, false): words("\(list) take more than \(limit)× the usual \(usual).")
        }
    }
}
