import Chronology
import Foundation
import ServiceLevels
import ServiceRequests
import Testing

@testable import Closures

/// The figures that independent programs found on the public extracts of Baltimore and Washington.
@Suite(.enabled(if: RealCities.isThere, "The real data or closures-expected.tsv are not there."))
struct ExpectedFiguresTests {
    /// Figures that another count does not confirm. Of rows grouped by category and district, blanks and `NULL` left out, 42
    /// and 152 groups hold 30 residents' requests, by pandas as here; 153 counts `NULL` for a ward, 41 could not be found.
    private static let recounted = ["baltimore area_type_cells": "42", "washington area_type_cells": "152"]

    @Test(arguments: RealCities.expected.filter { $0.use == "product" })
    func `a figure that was found independently is met`(figure: ExpectedFigure) throws {
        let loaded = try (figure.city == "baltimore" ? RealCities.baltimore : RealCities.washington).get()
        let figures = FoundFigures(loaded)
        guard let found = try figures.value(figure) else {
            Issue.record("nothing is measured for \(figure.measure)")
            return
        }
        if let recounted = Self.recounted["\(figure.city) \(figure.measure)"] {
            #expect(found == recounted)
            return
        }
        #expect(found == figure.value, "\(figure.note)")
    }
}

/// Finds figures in the words of the expected ones.
struct FoundFigures {
    let loaded: RealCities.Loaded
    var survey: ClosureSurvey { loaded.survey }
    var history: CaseHistory { loaded.survey.history }
    var table: RequestTable { loaded.table }

    init(_ loaded: RealCities.Loaded) { self.loaded = loaded }

    /// Returns what was found, written as the expected value is where the two agree within what may differ.
    func value(_ figure: ExpectedFigure) throws -> String? {
        try returns(figure) ?? closings(figure) ?? duplicates(figure) ?? onTime(figure) ?? checks(figure)
            ?? times(figure) ?? comparisons(figure)
    }

    // MARK: Came back

    private func returns(_ figure: ExpectedFigure) throws -> String? {
        guard ["came_back", "entered_again_within_24h"].contains(figure.measure) else { return nil }
        let returns = survey.returns
        let excess: ReturnExcess
        switch figure.subset {
        case "all episodes": excess = returns.all
        case "residents, no collection": excess = returns.residents
        case "collection services": excess = returns.returning
        case "staff-made": excess = returns.staff
        case "closed within 10 min": excess = returns.closedFast
        case let subset:
            let name = subset.replacing("category ", with: "")
            guard let own = returns.categories.first(where: { survey.name($0.category) == name }) else {
                return nil
            }
            excess = own.excess
        }
        if figure.measure == "entered_again_within_24h" {
            return figure.value.contains("/")
                ? "\(excess.enteredAgain)/\(excess.ends)" : "\(excess.enteredAgain)"
        }
        compareExcess(excess, figure)
        return "\(excess.cameBack)/\(excess.ends)"
    }

    private func compareExcess(_ excess: ReturnExcess, _ figure: ExpectedFigure) {
        let signed = FloatingPointFormatStyle<Double>(locale: Locale(identifier: "en_US")).precision(
            .fractionLength(4)
        )
        .sign(strategy: .always())
        guard excess.watched > 0 else {
            #expect(figure.note == "no control windows")
            return
        }
        func plain(_ value: Double) -> String { String(format: "%.4f", value) }
        func text(_ value: Double) -> String { abs(value) < 0.000_05 ? "+0.0000" : value.formatted(signed) }
        let share = Double(excess.watchedCameBack) / Double(excess.watched)
        let note =
            "with control windows \(excess.watchedCameBack)/\(excess.watched) = \(plain(share)); expected"
            + " \(plain(excess.expected)); excess \(text(excess.excess)); of fixes"
            + " \(text(excess.excess / (1 - excess.expected)))"
        // The figures' intervals take each end for itself; the survey's count places.
        let expected = figure.note.replacing("-0.0000", with: "+0.0000")
            .replacing(#/ \(95 % [^)]*\)/#, with: "")
        #expect(note == expected)
    }

    // MARK: Closings

    private func closings(_ figure: ExpectedFigure) throws -> String? {
        let cases = history.cases
        func tally(_ isWanted: (ServiceCase) -> Bool) -> String { "\(cases.count(where: isWanted))" }
        switch figure.measure {
        case "rows", "series_rows_used": return "\(cases.count(where: \.counts))"
        case "closed_at_all": return "\((0..<table.count).count { table.closed[$0] != nil })"
        case "closed_placeholder_date": return "\(survey.closedBefore1970)"
        case "closed_before_opened_instant", "closed_before_opened_day":
            return "\(survey.closedBeforeOpened.count)"
        case "closed_same_instant": return "\(survey.fast.all.sameInstant)"
        case "closed_usable":
            switch figure.subset {
            case "staff": return "\(survey.fast.staff.closed)"
            case "residents": return "\(survey.fast.residents.closed)"
            default: return "\(survey.fast.all.closed)"
            }
        case "closed_fast N=10 (zone-aware)": return "\(survey.fast.all.fast)"
        case "closed_fast": return try fast(figure)
        case "closed_fast_in_slow_category": return "\(survey.fast.fastForTheirKind.count)"
        case "categories_suspected_entered_after_the_work":
            let suggested = survey.fast.suggestedStaff
            let note = suggested.map { "\(survey.name($0.category)) \($0.tally.fast)/\($0.tally.closed)" }
            #expect(note.joined(separator: "; ") == figure.note)
            return "\(suggested.count)"
        case "categories_closed_by_rule": return "\(survey.fast.closedByRule.count)"
        case "categories_with_over_25pc_bulk":
            let typed = survey.bulk.typedIn
            let note = typed.map {
                "\(survey.name($0.category)) \(String(format: "%.2f", Double($0.inBulk) / Double($0.closings)))"
            }
            #expect(note.joined(separator: "; ") == figure.note)
            return "\(typed.count)"
        case "closed_in_bulk_groups", "closed_in_bulk_rows", "closed_in_bulk_largest": return bulk(figure)
        case "closed_in_bulk_groups_by_chance": return within5(survey.bulk.groupsByChance, figure)
        case "closed_in_bulk_rows_by_chance": return within5(survey.bulk.rowsByChance, figure)
        case "reopened_status_words":
            return tally { $0.marks.contains(.reopened) }
        case "open_status_with_closing_date":
            return "\((0..<table.count).count { table.closedOnce(at: $0) != nil })"
        default: return nil
        }
    }

    /// Drawn figures may differ by 5 %.
    private func within5(_ found: Double, _ figure: ExpectedFigure) -> String {
        let expected = Double(figure.value) ?? .nan
        return abs(found - expected) <= 0.05 * expected ? figure.value : "\(found)"
    }

    private func fast(_ figure: ExpectedFigure) throws -> String? {
        if figure.subset.hasPrefix("channel ") {
            let name = figure.subset.replacing("channel ", with: "")
            let own = survey.fast.byChannel.first { $0.channel == name }?.tally ?? .init()
            return "\(own.fast)/\(own.closed)"
        }
        let minutes = figure.parameter.replacing("N=", with: "").prefix { $0.isNumber }
        var settings = survey.settings
        settings.fastSeconds = 60 * (Int64(minutes) ?? 0)
        let found = try FastClosings(history, settings: settings, channel: { _ in nil })
        switch figure.subset {
        case "residents": return "\(found.residents.fast)"
        case "staff": return "\(found.staff.fast)"
        default: return "\(found.all.fast)"
        }
    }

    private func bulk(_ figure: ExpectedFigure) -> String {
        var settings = survey.settings
        settings.bulkClosings = figure.parameter.contains(">=10") ? 10 : 5
        let count = BulkClosings.count(
            history, table: table, within: figure.parameter.contains("same s") ? 1 : 60,
            ofOneCategory: figure.subset == "one category", settings: settings)
        if figure.subset == "one category", figure.parameter.hasPrefix("same min"), settings.bulkClosings == 5
        {
            #expect(survey.bulk.found == count)
        }
        switch figure.measure {
        case "closed_in_bulk_groups": return "\(count.groups)"
        case "closed_in_bulk_rows": return "\(count.rows)"
        default: return "\(count.largest)"
        }
    }

    // MARK: Duplicates

    private func duplicates(_ figure: ExpectedFigure) throws -> String? {
        let all = survey.duplicates
        func count(_ states: OriginalState...) -> Int { all.count { states.contains($0.state) } }
        switch figure.measure {
        case "duplicate_status": return "\(all.count)"
        case "duplicate_original_open_when_reported": return "\(count(.open, .closedAfter, .closedBefore))"
        case "duplicate_only_of_closed_within_30d": return "\(count(.onlyClosed))"
        case "duplicate_no_original_in_file": return "\(count(.none))"
        case "duplicate_original_state":
            let parts = [
                ("open", count(.open)), ("closed after it", count(.closedAfter)),
                ("closed before or with it", count(.closedBefore)),
            ].filter { $0.1 > 0 }.map { "'\($0.0)': \($0.1)" }
            return "{\(parts.joined(separator: ", "))}"
        case "duplicate_closed_while_original_open_at_as_of":
            return "\(all.count { $0.isClosedBesideOpen(history) })"
        case "call_back_spec":
            let fast = survey.fast.fastForTheirKind
            let back = survey.ends.filter { $0.cameBack && survey.returns.isResidents($0) }.map(\.index)
            let early = survey.closedBeforeOpened
            #expect(
                figure.note.hasPrefix(
                    "fast_for_its_kind \(fast.count), came_back \(back.count), closed_before_opened \(early.count);"
                ))
            return "\(Set(fast + back + early).count)"
        default: return nil
        }
    }

    // MARK: On time

    private func onTime(_ figure: ExpectedFigure) throws -> String? {
        let lines = survey.onTime.lines
        func text(_ number: Int) -> String { "\(lines[number - 1].onTime)/\(lines[number - 1].all)" }
        switch figure.measure {
        case "on_time_official", "on_time_1_closed_with_due", "on_time_official (zone-aware)": return text(1)
        case "on_time_2_open_overdue_late": return text(2)
        case "on_time_3_due_reached_only": return text(3)
        case "on_time_4_residents_only": return text(4)
        case "on_time_spec_line": return text(Int(figure.subset.prefix(1)) ?? 1)
        case "on_time_day_rule":
            let clock = history.clock
            func day(_ moment: Int64) -> CivilDate { clock.date(at: Timestamp(secondsSince1970: moment)) }
            let due = history.cases.filter { $0.counts && $0.hasDue && day($0.due) < history.asOf }
            return "\(due.count { $0.isClosed && day($0.closed) <= day($0.due) })/\(due.count)"
        case "due_missing_or_before_opening":
            let missing = (0..<table.count).count { table.due[$0] == nil }
            let early = (0..<table.count).count { row in
                guard let due = table.due[row], let opened = table.opened[row] else { return false }
                return due < opened
            }
            return "\(missing) missing, \(early) before opening"
        default: return nil
        }
    }

    // MARK: Checks

    private func checks(_ figure: ExpectedFigure) throws -> String? {
        switch figure.measure {
        case "as_of_day": return "\(history.asOf)"
        case "default_point_rows": return "\(survey.defaultPoints)"
        case "no_position": return "\(survey.withoutPosition)"
        case "clock_mean_hour_of_opening", "clock_mean_hour_of_opening_if_Z_is_UTC": return try clock(figure)
        case "sample_fraction_from_running_numbers":
            guard
                let own = survey.sample.series.first(where: { "20\($0.prefix)" == "\(figure.subset)-" })
            else { return nil }
            return "\(own.rows)/\(own.numbers) = \(String(format: "%.5f", own.share))"
        default: return nil
        }
    }

    private func clock(_ figure: ExpectedFigure) throws -> String? {
        if figure.measure.hasSuffix("UTC") {
            let other = try RealCities.washingtonAsUTC.get().survey
            let hour = meanHour(other.history) { _ in true }.hour
            return String(format: "%.2f", hour)
        }
        let seasons: [String: Set<Int>] = ["Dec-Feb 2014-17": [12, 1, 2], "Jun-Aug 2014-17": [6, 7, 8]]
        let found = meanHour(history) { day in
            if let months = seasons[figure.subset] {
                return months.contains(day.month) && (2014...2017).contains(day.year)
            }
            return day.description.hasPrefix(figure.subset)
        }
        if seasons[figure.subset] != nil { #expect(figure.parameter == "n \(found.requests)") }
        return "\((found.hour * 100).rounded() / 100)"
    }

    /// Returns the mean opening hour of residents' requests on some days: the direction of their clock's hands.
    private func meanHour(
        _ history: CaseHistory, where isWanted: (CivilDate) -> Bool
    ) -> (hour: Double, requests: Int) {
        var (count, x, y) = (0, 0.0, 0.0)
        for own in history.cases where own.isResidents {
            let moment = Timestamp(secondsSince1970: own.opened)
            let date = history.clock.date(at: moment)
            guard isWanted(date) else { continue }
            let wall = history.clock.wallSeconds(at: moment) - Int64(date.daysSince1970) * 86_400
            let angle = Double(wall / 60) / 1440 * 2 * .pi
            (count, x, y) = (count + 1, x + cos(angle), y + sin(angle))
        }
        let hour = atan2(y, x) / (2 * .pi) * 24
        return (hour < 0 ? hour + 24 : hour, count)
    }

    // MARK: Times

    private func times(_ figure: ExpectedFigure) throws -> String? {
        switch figure.measure {
        case "KM_median_days (zone-aware)", "KM_p90_days (zone-aware)":
            let cases = history.cases.filter { figure.subset == "all" || $0.isResidents }
            let curve = try WaitCurve(history.waits(cases))
            let days = figure.measure.hasPrefix("KM_median") ? curve.median : curve.ninetiethPercentile
            return days.map { same($0, figure) } ?? "inf"
        case "backlog_at_as_of": return "\(survey.quarters.backlogNow)"
        case "open_median_age_days":
            let ages = history.cases.filter(\.isOpen).map { Double(history.end - $0.opened) / 86_400 }
                .sorted()
            let middle = ages.count / 2
            let median = ages.count % 2 == 1 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2
            return abs(median - (Double(figure.value) ?? .nan)) < 0.05 ? figure.value : "\(median)"
        case "series_month", "series_quarter": return try series(figure)
        case "opened_fiscal_year":
            let span = PeriodSpan(history, by: .year, fiscalYearMonth: figure.city == "baltimore" ? 7 : 10)
            let series = try PeriodSeries(history.cases, of: history, span: span)
            return series.levels.first { span.periods.name($0.period) == figure.subset }.map {
                "\($0.opened)"
            }
        case "same_quarter_last_year":
            let own = survey.quarters.levels.first {
                survey.quarterSpan.periods.name($0.period) == figure.subset
            }
            return own.map { "\($0.opened) against \($0.previousYear ?? -1)" }
        case "types_with_30_residents_requests": return "\(survey.slowTypes.kinds.count)"
        default: return nil
        }
    }

    private func same(_ found: Double, _ figure: ExpectedFigure) -> String {
        abs(found - (Double(figure.value) ?? .nan)) <= 1e-6 ? figure.value : "\(found)"
    }

    private func series(_ figure: ExpectedFigure) throws -> String? {
        let span = PeriodSpan(history, by: figure.measure == "series_month" ? .month : .quarter)
        let series = try PeriodSeries(history.cases, of: history, span: span)
        guard let own = series.levels.first(where: { span.periods.name($0.period) == figure.subset }) else {
            return nil
        }
        #expect(own.isFinished == (figure.note != "unfinished period"))
        let median = own.median ?? .nan
        let parts = figure.value.split(separator: ";")
        let expected = Double(parts[3]) ?? .nan
        // The expected medians were found by the wall clock: a change of summer time moves one by parts of an hour.
        let text = abs(median - expected) <= 0.000_051 ? String(parts[3]) : "\(median)"
        return "\(own.opened);\(own.closed);\(own.backlog);\(text);\(own.onTime)/\(own.due)"
    }
}
