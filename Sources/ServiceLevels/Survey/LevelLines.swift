import Boundaries
import City
import Locating
import Records
import ServiceRequests
package import Wording

/// The service levels as lines of text: what was counted, and the tables of areas, categories and those that stand apart.
package struct LevelLines {
    private let survey: ServiceLevelSurvey
    /// How many categories and outlying areas are listed.
    private let longest: Int
    private let terms: CallerTerms

    package init(_ survey: ServiceLevelSurvey, longest: Int = 12, in terms: CallerTerms) {
        self.survey = survey
        self.longest = longest
        self.terms = terms
    }

    private var kind: String { SentenceTitle.text(survey.layer.settings.title) }

    // MARK: What was counted

    /// - Parameter privateLine: What everybody is told of private categories.
    package func counted(_ privateLine: String?) -> [String] {
        var lines = ServiceOmission.lines(survey.selection.omitted)
        let all = survey.levels.all.city
        lines.append("\(DayText.counted(survey.selection.requests.count, "request")) counted")
        let closings = survey.closings
        if closings.tellStates, let gap = closings.gap(told: { NumberText.count($0) }) {
            lines.append("  " + gap)
        }
        if closings.tellWaits, !all.tellsWaits {
            lines.append("  nothing is said of their waits: too many closed ones have no usable closing time")
        }
        let inMiddle = closings.tellWaits ? survey.selection.requests.count(where: \.isClosedInMiddle) : 0
        if inMiddle > 0 {
            lines.append(
                "  \(NumberText.count(inMiddle)) of them closed on a day without a time: their wait ends in the middle of what was"
                    + " left of it")
        }
        let early = survey.selection.requests.count { survey.table.isClosedBefore1970(at: $0.row) }
        if early > 0 {
            lines.append(
                "  \(NumberText.count(early)) of them closed before 1970, which stands for open")
        }
        if survey.outside > 0 {
            lines.append(
                "  \(NumberText.count(survey.outside)) of them outside every \(kind), counted for the city only"
            )
        }
        if survey.nowhere > 0 {
            lines.append(
                "  \(NumberText.count(survey.nowhere)) of them without a position and a code, counted for the city only"
            )
        }
        if all.tally.notYetKnown > 0 {
            lines.append(
                "  \(NumberText.count(all.tally.notYetKnown)) of them not yet due, neither on time nor late")
        }
        lines += [privateLine].compactMap(\.self)
        if survey.privateCategories > 0 {
            let what = survey.privateCategories == 1 ? "category" : "categories"
            lines.append(
                "  \(survey.privateCategories) private \(what) counted with all together only"
                    + terms.hint(.category) { "; name one with \($0)" }
            )
        }
        guard closings.tellWaits else { return lines }
        lines.append(
            "Days are those within which half and nine in ten were closed; what is still open counts for as long as it"
                + " has waited.")
        if all.requests > 0, all.tally.known + all.tally.notYetKnown == 0 {
            lines.append(
                "Nothing says when requests are due: name a column of due dates, or targets of categories, in"
                    + " \(survey.city.path).")
        }
        return lines
    }

    // MARK: Tables

    private static let alignments: [TextTable.Alignment] = [.left, .right, .right, .right, .right, .right]
    private static let header = ["", "requests", "open", "half in", "9 in 10 in", "on time"]

    private func cells(_ name: String, _ level: ServiceLevel) -> [String] {
        [
            name, NumberText.count(level.requests), NumberText.count(level.stillOpen),
            DayText.short(level.median),
            DayText.short(level.ninetiethPercentile), LevelText.share(level.tally),
        ]
    }

    /// The city and each area, with what sets it apart.
    package var areas: [String] {
        var table = TextTable(Self.alignments + [.left])
        table.add(Self.header)
        table.add(cells(survey.city.name, survey.levels.all.city))
        for area in survey.levels.all.areas.ordinals {
            let level = survey.levels.all.areas[area]
            table.add(cells(survey.layer.title(area), level) + [standing(level)])
        }
        return table.lines()
    }

    /// The largest categories.
    package var categories: [String] {
        guard survey.levels.categories.count > 1 else { return [] }
        var table = TextTable(Self.alignments)
        table.add(Self.header)
        for levels in survey.levels.categories.prefix(longest) {
            table.add(cells(name(levels), levels.city))
        }
        let rest = survey.levels.categories.count - longest
        let untold = survey.levels.categories.prefix(longest).filter { !$0.city.tellsWaits }.map(name)
        let lacking =
            untold.isEmpty || !survey.levels.all.city.tellsWaits
            ? []
            : ["  no waits where too many closed ones have no usable time: \(untold.joined(separator: ", "))"]
        return table.lines() + (rest > 0 ? ["  and \(NumberText.count(rest)) more"] : []) + lacking
    }

    /// An area that stands apart in one of its figures.
    private struct Outlier {
        let levels: CategoryLevels
        let area: Ordinal<Area>
        /// How far, in standard deviations.
        let score: Double

        var level: ServiceLevel { levels.areas[area] }
    }

    /// Returns the areas that have a score, the farthest first.
    private func outliers(score: (ServiceLevel) -> Double?) -> [Outlier] {
        survey.levels.judged.flatMap { levels in
            levels.areas.ordinals.compactMap { area in
                score(levels.areas[area]).map { Outlier(levels: levels, area: area, score: $0) }
            }
        }.sorted { abs($0.score) > abs($1.score) }
    }

    /// Returns a line for each outlier, as many as fit, with some cells of its own.
    private func lines(_ outliers: [Outlier], cells: (Outlier) -> [String]) -> [String] {
        var table = TextTable([.left, .left, .right, .left, .right])
        for outlier in outliers.prefix(longest) {
            table.add(
                [survey.layer.title(outlier.area), name(outlier.levels)] + cells(outlier)
                    + ["z \(NumberText.decimal(outlier.score))"])
        }
        let rest = outliers.count - longest
        return table.lines() + (rest > 0 ? ["  and \(NumberText.count(rest)) more"] : [])
    }

    /// The areas whose share on time is outlying, of all categories.
    package var outlying: [String] {
        lines(outliers { $0.isShareApart ? $0.funnel?.z : nil }) { outlier in
            let expected = outlier.level.funnel?.outer ?? 0...1
            return [
                LevelText.share(outlier.level.tally) + " on time",
                "\(LevelText.percent(expected.lowerBound)) to \(LevelText.percent(expected.upperBound)) expected",
            ]
        }
    }

    /// Where half of an area's requests take far longer or less than in the others, of single categories.
    package var unusualWaits: [String] {
        lines(outliers { $0.isWaitApart ? $0.slowness : nil }) {
            [
                LevelText.median($0.level),
                "city \(LevelText.median($0.levels.city))",
            ]
        }
    }

    private func name(_ levels: CategoryLevels) -> String {
        levels.category.map { survey.selection.names[$0] } ?? "all categories"
    }

    /// What sets an area apart from the others.
    private func standing(_ level: ServiceLevel) -> String {
        var remarks: [String] = []
        if level.isShareApart, let funnel = level.funnel {
            remarks.append(funnel.z < 0 ? "far fewer on time" : "far more on time")
        }
        // Where that is so of the whole city, it sets no area apart.
        let city = survey.levels.all.city
        if level.requests > 0, level.median == nil, city.median != nil, level.isMostlyOpen {
            remarks.append("more than half still open")
        }
        if !level.tellsWaits, city.tellsWaits {
            remarks.append(
                "\(NumberText.count(level.closings.unusable)) closed ones without a time: no waits are told")
        }
        return remarks.joined(separator: ", ")
    }
}
