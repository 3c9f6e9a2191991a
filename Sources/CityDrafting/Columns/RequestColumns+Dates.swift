import Records
import ServiceRequests

extension RequestColumns {
    mutating func chooseDates() {
        let opened = earliest(behindReports(behindOthers(preferring("open", candidates(.opened)))))
        let closed = candidates(.closed)
        take(before(closed, opened), for: .opened)
        take(preferring("clos", later(closed)), for: .closed)
        if choices[.closed] == nil { offerEarly(closed) }
        choose(.due)
        choose(.updated)
        if let due = column(.due), !isLater(due) { doubt(.due, because: "many lie before the opening") }
        for field in [RequestField.opened, .closed, .due] { joinTime(to: field) }
    }

    /// Takes the column with the times of day of dates that have none.
    private mutating func joinTime(to field: RequestField) {
        guard let dates = column(field), let found = timeColumn(of: dates) else { return }
        times[field] = found
    }

    /// Puts what software notes of a row, when it was made, behind all that a form or a clerk may have said.
    private func behindOthers(_ candidates: [Candidate]) -> [Candidate] {
        let tracking = EditorTracking(traits.map(\.name))
        let weakest = candidates.last { $0.merit >= Self.leastMerit && !tracking.notes($0.column) }
        guard let weakest else { return candidates }
        return candidates.map { candidate in
            guard tracking.notes(candidate.column) else { return candidate }
            return Candidate(column: candidate.column, merit: min(candidate.merit, weakest.merit - 1))
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    /// Puts a start, which may be that of the work or of the trouble, behind a column that is named for the request or its report.
    private func behindReports(_ candidates: [Candidate]) -> [Candidate] {
        let reports = candidates.filter {
            let name = traits[$0.column].name
            return !says($0.column, Self.starts)
                && name.says(anyOf: [.opened, .received, .request, .problem])
        }
        guard let weakest = reports.last(where: { $0.merit >= Self.leastMerit }) else { return candidates }
        return candidates.map { candidate in
            guard says(candidate.column, Self.starts) else { return candidate }
            return Candidate(column: candidate.column, merit: min(candidate.merit, weakest.merit - 1))
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    /// Puts a day of the request that never lies after the first of the candidates before this. A trouble's own day, which does not
    /// either, is none on which it was reported.
    private func earliest(_ candidates: [Candidate]) -> [Candidate] {
        guard let first = candidates.first, traits[first.column].name.says(.opened) else { return candidates }
        let earlier = candidates.first { one in
            let name = traits[one.column].name
            return one.column != first.column && one.merit >= first.merit - Self.nearMerit
                && name.says(anyOf: [.received, .request])
                && !says(one.column, Self.troubles.union(Self.starts))
                && traits[one.column].filledShare == 1 && neverLater(one.column, than: first.column)
        }
        guard let earlier else { return candidates }
        return [Candidate(column: earlier.column, merit: first.merit)]
            + candidates.filter { $0.column != earlier.column }
    }

    /// Whether no date of a full column lies on a later day than that of another, and many on an earlier one.
    private func neverLater(_ column: Int, than other: Int) -> Bool {
        var (pairs, before) = (0, 0)
        for (first, second) in zip(traits[column].dates.moments, traits[other].dates.moments) {
            guard let first, let second else { continue }
            let (day, otherDay) = (Self.day(first), Self.day(second))
            if day > otherDay { return false }
            pairs += 1
            before += day < otherDay ? 1 : 0
        }
        return before * 5 > pairs
    }

    private static func day(_ moment: Int64) -> Int64 { (moment - (moment < 0 ? 86_399 : 0)) / 86_400 }

    private func says(_ column: Int, _ words: Set<String>) -> Bool {
        traits[column].name.words.contains(where: words.contains)
    }

    /// Names of so much less merit are as good.
    private static let nearMerit = 12
    private static let starts: Set<String> = [
        "start", "started", "starts", "begin", "begun", "beginn", "inicio", "datainizio", "inizio", "debut",
        "aanvang",
    ]
    private static let troubles: Set<String> = [
        "incident", "incidents", "event", "occurred", "occurrence", "incidencia", "ocorrencia",
    ]

    /// Puts openings that lie after each column of closings behind one that does not.
    func before(_ closed: [Candidate], _ opened: [Candidate]) -> [Candidate] {
        let closings = closed.filter { $0.merit >= Self.leastMerit && !traits[$0.column].isBlank }
        guard !closings.isEmpty, let first = opened.first else { return opened }
        let fitting = opened.filter { one in
            one.merit >= Self.leastMerit && closings.contains { isLater($0.column, than: one.column) }
        }
        guard !fitting.isEmpty, !fitting.contains(where: { $0.column == first.column }) else { return opened }
        return fitting
            + opened.filter { one in !fitting.contains { $0.column == one.column } }.map {
                Candidate(column: $0.column, merit: min($0.merit, fitting[0].merit - 1))
            }
    }

    /// Offers a column of closings that many openings lie after, and doubts these where software noted them.
    private mutating func offerEarly(_ closed: [Candidate]) {
        guard let best = closed.first, best.merit >= Self.leastMerit, let opened = column(.opened) else {
            return
        }
        let (before, pairs) = countEarlier(best.column, than: opened)
        let told = "\(NumberText.count(before)) of \(NumberText.count(pairs))"
        choices[.closed] = ColumnChoice(
            columns: [best.column], evidence: "\(told) lie before \(name(opened))", isDoubtful: true)
        guard EditorTracking(traits.map(\.name)).notes(opened) else { return }
        let others = traits.indices.filter {
            $0 != opened && $0 != best.column && traits[$0].arePlausibleDates && traits[$0].filledShare >= 0.8
                && isLater(best.column, than: $0)
        }
        choices[.opened]?.alternatives = Array(others.prefix(3))
        doubt(
            .opened,
            because:
                "software notes by it when a row was made, and \(told) of \(name(best.column)) lie before it")
        choices[.closed] = ColumnChoice(
            columns: [best.column], evidence: evidence(best.column, .closed))
    }

    /// Where names are as good as each other, one that says the very word comes first.
    private func preferring(_ beginning: String, _ candidates: [Candidate]) -> [Candidate] {
        candidates.map { candidate in
            let says = traits[candidate.column].name.words.contains { $0.hasPrefix(beginning) }
            return Candidate(column: candidate.column, merit: candidate.merit + (says ? 2 : 0))
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    private func later(_ candidates: [Candidate]) -> [Candidate] {
        candidates.filter { traits[$0.column].isBlank || isLater($0.column) }
    }

    /// Whether nearly no date of a column lies before the day of opening.
    func isLater(_ index: Int) -> Bool {
        guard let opened = column(.opened) else { return true }
        return isLater(index, than: opened)
    }

    func isLater(_ index: Int, than opened: Int) -> Bool {
        let (before, pairs) = countEarlier(index, than: opened)
        return pairs == 0 || before * 5 <= pairs
    }

    /// Counts the rows whose date in one column lies more than a day before that in another, and those that have both.
    private func countEarlier(_ index: Int, than opened: Int) -> (before: Int, pairs: Int) {
        var (pairs, before) = (0, 0)
        for (first, second) in zip(traits[opened].dates.moments, traits[index].dates.moments) {
            guard let first, let second else { continue }
            pairs += 1
            if second < first - 86_400 { before += 1 }
        }
        return (before, pairs)
    }

    /// Returns the column of times of day that belongs to one of dates without any: its name says nothing that the date's does not
    /// say, and it is filled in as many rows.
    private func timeColumn(of dates: Int) -> Int? {
        guard hasNoTimes(dates) else { return nil }
        let own = Set(traits[dates].name.meanings)
        let used = used
        let fitting = traits.indices.filter { index in
            let meanings = Set(traits[index].name.meanings)
            return !used.contains(index) && isFirstOfItsName(index) && twins(of: index).isEmpty
                && traits[index].areTimesOfDay
                && meanings.contains(.time) && meanings.isSubset(of: own.union(Self.ofTimes))
                && saysNothingElse(index, than: dates)
                && abs(traits[index].filledShare - traits[dates].filledShare) < 0.1
        }
        return fitting.max { first, second in
            (shared(first, own), -abs(first - dates)) < (shared(second, own), -abs(second - dates))
        }
    }

    /// Whether nearly no date of a column has a time of day but midnight.
    func hasNoTimes(_ dates: Int) -> Bool {
        traits[dates].share { $0.contains(":") && !$0.contains("00:00") } < 0.1
    }

    /// Whether all words of a name of which nothing is known stand in another's too: `Response Time` is not that of `Opened`.
    private func saysNothingElse(_ column: Int, than other: Int) -> Bool {
        let known = Set(traits[other].name.words)
        return zip(traits[column].name.words, traits[column].name.wordMeanings).allSatisfy {
            $1 != nil || known.contains($0)
        }
    }

    private func shared(_ column: Int, _ meanings: Set<Meaning>) -> Int {
        Set(traits[column].name.meanings).intersection(meanings).count
    }

    private static let ofTimes: Set<Meaning> = [.time, .local, .request, .day, .date]
}
