import Boundaries
import Locating
import Chronology
package import Disclosure
import PageLanguage
package import Records
import ServiceLevels
import ServiceRequests

/// All measures of closures as a table: one figure a row, with what it is of.
package struct ClosureMeasures {
    private let survey: ClosureSurvey
    private let list: CallBackList
    private let privacy: PrivateCategories
    private let disclosed: ToldClosures

    package init(_ survey: ClosureSurvey, list: CallBackList, privacy: PrivateCategories) {
        self.survey = survey
        self.list = list
        self.privacy = privacy
        disclosed = survey.told(to: privacy.audience)
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
        /// Whether it tells no small count of others.
        var isTold = true
    }

    /// Small counts stay hidden from everybody, and what they could be told from: with them their share and interval.
    private func record(_ row: Row) -> TableRecord {
        let isHidden =
            !row.isTold || privacy.audience.hides([row.count, row.of].compactMap(\.self))
            || hidesRest(row)
        return TableRecord(values: [
            .text(row.measure), .text(row.subset), .text(row.name), .whole(isHidden ? nil : row.count),
            .whole(isHidden ? nil : row.of), .number(isHidden ? nil : row.value, decimals: 4),
            .number(isHidden ? nil : row.expected, decimals: 4),
            .number(isHidden ? nil : row.interval?.lowerBound, decimals: 4),
            .number(isHidden ? nil : row.interval?.upperBound, decimals: 4), .text(row.formula),
        ])
    }

    private func hidesRest(_ row: Row) -> Bool {
        guard let count = row.count, let whole = row.of else { return false }
        return !privacy.audience.tells(count, of: whole)
    }

    private var all: [Row] {
        fast + bulk + early + duplicates + returns + reopened + onTime + checks + listed
    }

    private func mayName(_ category: Int) -> Bool { !privacy.isWithheld(survey.name(category)) }

    private var fast: [Row] {
        let fast = survey.fast
        let formula = "closed within \(survey.settings.fastTime(.english)) of the opening"
        func row(
            _ subset: String, _ tally: FastClosings.Tally, part: ToldClosures.Part, name: String? = nil
        ) -> Row {
            Row(
                measure: "closed_fast", subset: subset, name: name, count: tally.fast, of: tally.closed,
                value: share(tally.fast, tally.closed), formula: formula,
                isTold: disclosed.tells(.fast, of: part) && disclosed.tells(.closed, of: part))
        }
        var rows = [
            row("all", fast.all, part: .all), row("resident", fast.residents, part: .residents),
            row("staff", fast.staff, part: .staff),
        ]
        rows.append(
            Row(
                measure: "closed_at_the_same_instant", count: fast.all.sameInstant, of: fast.all.closed,
                value: share(fast.all.sameInstant, fast.all.closed),
                formula: "closed at the instant of the opening",
                isTold: disclosed.tells(.atOnce, of: .all) && disclosed.tells(.closed, of: .all)))
        rows += fast.byChannel.filter { privacy.audience.tells(textOf: $0.tally.closed) }.map {
            row("channel", $0.tally, part: .channel($0.channel), name: $0.channel)
        }
        rows += fast.byCategory.filter { mayName($0.category) }.map {
            row("category", $0.tally, part: .category($0.category), name: survey.name($0.category))
        }
        rows.append(
            Row(
                measure: "fast_for_its_kind", subset: "resident", count: fast.fastForTheirKind.count,
                of: fast.residents.closed, value: share(fast.fastForTheirKind.count, fast.residents.closed),
                formula:
                    "closed fast, of a category with 20 residents' requests or more of which half take a day or more (Kaplan-Meier)",
                isTold: survey.history.closings.tellFastClosings && disclosed.tells(.fastForKind, of: .all)
                    && disclosed.tells(.closed, of: .residents)
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
                formula: formula, isTold: disclosed.tellsBulk(of: .all)),
            Row(
                measure: "closed_in_bulk_rows", count: bulk.found.rows, of: bulk.closings,
                value: share(bulk.found.rows, bulk.closings), expected: bulk.rowsByChance,
                formula: formula, isTold: disclosed.tellsBulk(of: .all)),
        ]
            + bulk.categories.filter { mayName($0.category) }.map {
                Row(
                    measure: "closed_in_bulk_rows", subset: "category", name: survey.name($0.category),
                    count: $0.inBulk, of: $0.closings, value: share($0.inBulk, $0.closings), formula: formula,
                    isTold: disclosed.tellsBulk(of: .category($0.category)))
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
                of: all.count, formula: formula, isTold: privacy.audience == .internal || !counts.hides(state)
            )
        } + [
            Row(
                measure: "duplicate_of_open", count: all.count { $0.isClosedBesideOpen(survey.history) },
                of: all.count,
                formula: "closed, and its original is open", isTold: tellsDuplicates)
        ]
    }

    /// Whether it is told how many duplicates were closed beside an open original: how many have one is told too.
    private var tellsDuplicates: Bool {
        let all = survey.duplicates
        let beside = all.count { $0.isClosedBesideOpen(survey.history) }
        return privacy.audience.tells(beside, of: all.count { $0.state == .open })
    }

    private var returns: [Row] {
        let returns = survey.returns
        let parts: [(ToldClosures.Part, String, ReturnExcess)] = [
            (.all, "all", returns.all), (.residents, "resident", returns.residents),
            (.returning, "returning", returns.returning), (.staff, "staff", returns.staff),
            (.other, "closed_fast", returns.closedFast),
        ]
        return parts.flatMap { rows($0.1, name: nil, part: $0.0, excess: $0.2) }
            + returns.categories.filter { mayName($0.category) }.flatMap {
                rows(
                    "category", name: survey.name($0.category), part: .category($0.category),
                    excess: $0.excess)
            }
    }

    private func rows(
        _ subset: String, name: String?, part: ToldClosures.Part, excess: ReturnExcess
    ) -> [Row] {
        let settings = survey.settings
        func days(_ value: Double) -> String {
            NumberText.decimal(value, places: value == value.rounded() ? 0 : 1)
        }
        let formula =
            "reported again more than \(days(settings.graceDays)) and at most \(days(settings.returnDays)) d after the end of an episode, within \(days(settings.radius)) m"
        var rows = [
            Row(
                measure: "came_back", subset: subset, name: name, count: excess.cameBack, of: excess.ends,
                value: share(excess.cameBack, excess.ends), formula: formula,
                isTold: disclosed.tells(.cameBack, of: part) && disclosed.tells(.ends, of: part)),
            Row(
                measure: "entered_again", subset: subset, name: name, count: excess.enteredAgain,
                of: excess.ends,
                value: share(excess.enteredAgain, excess.ends),
                formula: "reported again within \(days(settings.graceDays)) d",
                isTold: disclosed.tells(.enteredAgain, of: part) && disclosed.tells(.ends, of: part)),
        ]
        if excess.watched > 0 {
            rows.append(
                Row(
                    measure: "came_back_excess", subset: subset, name: name, count: excess.watchedCameBack,
                    of: excess.watched, value: excess.excess, expected: excess.expected,
                    interval: excess.interval,
                    formula:
                        "mean of came back less expected, two windows of the same place \(days(settings.controlDays)) d away; places counted once",
                    isTold: disclosed.tellsExcess(excess, of: part)
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
        survey.onTime.lines.enumerated().map { index, line in
            Row(
                measure: "on_time_\(line.number)", count: line.onTime, of: line.all, value: line.share,
                formula: line.text(), isTold: disclosed.tellsLine(index))
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
                formula: formula, isTold: tells(reason))
        } + [
            Row(
                measure: "call_back_listed", count: list.entries.count, formula: "closed since \(list.since)",
                isTold: !privacy.audience.hides(reasons)),
            Row(
                measure: "came_back_not_listed", count: list.cameBackByChance,
                formula: "in categories in which no more come back than would have anyway",
                isTold: tells(.cameBack)),
        ]
    }

    /// Whether it is told how many have a reason: each is counted by another measure too, of a whole.
    private func tells(_ reason: CallBackReason) -> Bool {
        let audience = privacy.audience
        switch reason {
        case .fastForItsKind: return disclosed.tells(.fastForKind, of: .all)
        case .duplicateOfOpen: return tellsDuplicates
        case .closedBeforeOpened:
            return audience.tells(survey.closedBeforeOpened.count, of: survey.history.cases.count)
        case .cameBack:
            // With those that are not listed they are all of residents that came back.
            let standing = survey.returns.categories.filter(\.standsOut)
            return !audience.hides(list.wholeFile[.cameBack] ?? 0, list.cameBackByChance)
                && standing.allSatisfy { disclosed.tells(.cameBack, of: .category($0.category)) }
        }
    }

    private func share(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
