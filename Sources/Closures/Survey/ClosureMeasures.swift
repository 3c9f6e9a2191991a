import Boundaries
import Locating
import Chronology
package import Disclosure
package import Records
import ServiceLevels
import ServiceRequests

/// All measures of closures as a table: one figure a row, with what it is of.
package struct ClosureMeasures {
    private let survey: ClosureSurvey
    private let list: CallBackList
    private let privacy: PrivateCategories

    package init(_ survey: ClosureSurvey, list: CallBackList, privacy: PrivateCategories) {
        self.survey = survey
        self.list = list
        self.privacy = privacy
    }

    package static let columns = [
        RecordColumn("measure", "what is counted"),
        RecordColumn(
            "subset", "of which requests: all, resident, staff, returning, category, channel, year or state"),
        RecordColumn("name", "name of the category, channel, year or state"),
        RecordColumn("count", .whole, "requests that have it"),
        RecordColumn("of", .whole, "requests that could have it"),
        RecordColumn(
            "value", .number, "the figure where it is no count: a share 0 to 1, days, hours or a ratio"),
        RecordColumn("expected", .number, "what would be by chance, or anyway"),
        RecordColumn("low", .number, "lower end of the 95 % interval"),
        RecordColumn("high", .number, "upper end of it"),
        RecordColumn("formula", "how it is found"),
    ]

    package var table: RecordTable {
        let rows = all
        return RecordTable(
            name: "measures", title: "Measures", columns: Self.columns, records: rows.map(record))
    }

    private struct Row {
        var measure: String
        var subset = "all"
        var name: String?
        var count: Int?
        var of: Int?
        var value: Double?
        var expected: Double?
        var interval: ClosedRange<Double>?
        var formula: String
        /// Whether others could tell a small count from it.
        var tellsOthers = false
    }

    /// Small counts stay hidden from everybody: with them their share and interval.
    private func record(_ row: Row) -> TableRecord {
        let isHidden =
            privacy.audience.hides([row.count, row.of].compactMap(\.self))
            || privacy.audience == .public && row.tellsOthers
        return TableRecord(values: [
            .text(row.measure), .text(row.subset), .text(row.name), .whole(isHidden ? nil : row.count),
            .whole(isHidden ? nil : row.of), .number(isHidden ? nil : row.value, decimals: 4),
            .number(row.expected, decimals: 4),
            .number(isHidden ? nil : row.interval?.lowerBound, decimals: 4),
            .number(isHidden ? nil : row.interval?.upperBound, decimals: 4), .text(row.formula),
        ])
    }

    private var all: [Row] {
        fast + bulk + early + duplicates + returns + reopened + onTime + checks + listed
    }

    private func mayName(_ category: Int) -> Bool { !privacy.isWithheld(survey.name(category)) }

    private var fast: [Row] {
        let fast = survey.fast
        let formula = "closed within \(survey.settings.fastSeconds / 60) minutes of the opening"
        func row(_ subset: String, _ tally: FastClosings.Tally, name: String? = nil) -> Row {
            Row(
                measure: "closed_fast", subset: subset, name: name, count: tally.fast, of: tally.closed,
                value: share(tally.fast, tally.closed), formula: formula)
        }
        var rows = [row("all", fast.all), row("resident", fast.residents), row("staff", fast.staff)]
        rows.append(
            Row(
                measure: "closed_at_the_same_instant", count: fast.all.sameInstant, of: fast.all.closed,
                value: share(fast.all.sameInstant, fast.all.closed),
                formula: "closed at the instant of the opening"))
        rows += fast.byChannel.filter { privacy.audience.tells(textOf: $0.tally.closed) }.map {
            row("channel", $0.tally, name: $0.channel)
        }
        rows += fast.byCategory.filter { mayName($0.category) }.map {
            row("category", $0.tally, name: survey.name($0.category))
        }
        rows.append(
            Row(
                measure: "fast_for_its_kind", subset: "resident", count: fast.fastForTheirKind.count,
                of: fast.residents.closed, value: share(fast.fastForTheirKind.count, fast.residents.closed),
                formula:
                    "closed fast, of a category with 20 residents' requests or more of which half take a day or more (Kaplan-Meier)"
            ))
        rows += fast.closedByRule.filter(mayName).map {
            Row(
                measure: "closed_by_rule", subset: "category", name: survey.name($0),
                formula: "half of residents' closings or more are at the instant of the opening")
        }
        return rows
    }

    private var bulk: [Row] {
        let bulk = survey.bulk
        let formula =
            "\(survey.settings.bulkClosings) closings or more of a category in a minute, at \(survey.settings.bulkAddresses) addresses or more; by chance: minutes drawn anew within the hour, mean of \(bulk.draws)"
        return [
            Row(
                measure: "closed_in_bulk_groups", count: bulk.found.groups, expected: bulk.groupsByChance,
                formula: formula),
            Row(
                measure: "closed_in_bulk_rows", count: bulk.found.rows, of: bulk.closings,
                value: share(bulk.found.rows, bulk.closings), expected: bulk.rowsByChance,
                formula: formula),
        ]
            + bulk.categories.filter { mayName($0.category) }.map {
                Row(
                    measure: "closed_in_bulk_rows", subset: "category", name: survey.name($0.category),
                    count: $0.inBulk, of: $0.closings, value: share($0.inBulk, $0.closings), formula: formula)
            }
    }

    private var early: [Row] {
        [
            Row(
                measure: "closed_before_opened", count: survey.closedBeforeOpened.count,
                of: survey.history.cases.count,
                formula: "by the moment; by the day where times are missing"),
            Row(
                measure: "closed_before_1970", count: survey.closedBefore1970, of: survey.history.cases.count,
                formula: "stands for no closing: counted as open"),
        ]
    }

    private var duplicates: [Row] {
        let all = survey.duplicates
        let radius = NumberText.decimal(survey.settings.duplicateRadius, places: 0)
        let formula =
            "the parent, else the last opened within \(radius) m of the category that was open when the duplicate was made"
        let counts = DuplicateCounts(all)
        return OriginalState.allCases.map { state in
            Row(
                measure: "duplicates", subset: "state", name: state.rawValue, count: counts[state],
                of: all.count, formula: formula, tellsOthers: counts.hides(state))
        } + [
            Row(
                measure: "duplicate_of_open", count: all.count { $0.isClosedBesideOpen(survey.history) },
                of: all.count,
                formula: "closed, and its original is open")
        ]
    }

    private var returns: [Row] {
        let returns = survey.returns
        let parts = [
            ("all", returns.all), ("resident", returns.residents), ("returning", returns.returning),
            ("staff", returns.staff), ("closed_fast", returns.closedFast),
        ]
        return parts.flatMap { rows($0.0, name: nil, excess: $0.1) }
            + returns.categories.filter { mayName($0.category) }.flatMap {
                rows("category", name: survey.name($0.category), excess: $0.excess)
            }
    }

    private func rows(_ subset: String, name: String?, excess: ReturnExcess) -> [Row] {
        let settings = survey.settings
        func days(_ value: Double) -> String {
            NumberText.decimal(value, places: value == value.rounded() ? 0 : 1)
        }
        let formula =
            "reported again more than \(days(settings.graceDays)) and at most \(days(settings.returnDays)) d after the end of an episode, within \(days(settings.radius)) m"
        var rows = [
            Row(
                measure: "came_back", subset: subset, name: name, count: excess.cameBack, of: excess.ends,
                value: share(excess.cameBack, excess.ends), formula: formula),
            Row(
                measure: "entered_again", subset: subset, name: name, count: excess.enteredAgain,
                of: excess.ends,
                value: share(excess.enteredAgain, excess.ends),
                formula: "reported again within \(days(settings.graceDays)) d"),
        ]
        if excess.watched > 0 {
            rows.append(
                Row(
                    measure: "came_back_excess", subset: subset, name: name, count: excess.watchedCameBack,
                    of: excess.watched, value: excess.excess, expected: excess.expected,
                    interval: excess.interval,
                    formula:
                        "mean of came back less expected, two windows of the same place \(days(settings.controlDays)) d away; places counted once"
                ))
        }
        return rows
    }

    private var reopened: [Row] {
        [
            Row(
                measure: "reopened", count: survey.reopened.count, of: survey.history.cases.count,
                formula: "a word of the status, or an open status with a closing time")
        ]
    }

    private var onTime: [Row] {
        survey.onTime.lines.map {
            Row(
                measure: "on_time_\($0.number)", count: $0.onTime, of: $0.all, value: $0.share,
                formula: $0.text())
        }
    }

    private var checks: [Row] {
        let hours = survey.clock.years.map {
            Row(
                measure: "mean_hour_of_opening", subset: "year", name: "\($0.year)", of: $0.requests,
                value: $0.hour,
                formula: "circular mean of residents' requests; 12 to 15 is usual")
        }
        // The rows of a public edition are those of no private category: beside the numbers that all of them bear they would
        // tell how many the others are.
        let series = privacy.audience == .public ? [] : survey.sample.series
        let sample = series.map {
            Row(
                measure: "share_of_running_numbers", subset: "ids", name: $0.prefix, count: $0.rows,
                of: $0.numbers,
                value: $0.share, formula: "rows of the running numbers of ids; below 0.5 the file is a sample"
            )
        }
        return hours + sample
    }

    private var listed: [Row] {
        let formula = "of the whole file, whatever the days of the list"
        let reasons = CallBackReason.allCases.map { list.wholeFile[$0] ?? 0 }
        return zip(CallBackReason.allCases, reasons).map { reason, count in
            Row(
                measure: "call_back", subset: "reason", name: reason.rawValue, count: count,
                formula: formula)
        } + [
            Row(
                measure: "call_back_listed", count: list.entries.count, formula: "closed since \(list.since)",
                tellsOthers: privacy.audience.hides(reasons)),
            Row(
                measure: "came_back_not_listed", count: list.cameBackByChance,
                formula: "in categories in which no more come back than would have anyway"),
        ]
    }

    private func share(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
