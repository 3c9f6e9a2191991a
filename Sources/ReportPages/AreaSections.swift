import Boundaries
import Chronology
import City
import Disclosure
import Locating
import Maps
import Records
import ServiceLevels

/// The sections by area: the funnel of shares on time, and small pictures of each area's backlog.
struct AreaSections {
    let frame: PageFrame
    let survey: ServiceLevelSurvey
    let report: PeriodReport

    private var layer: AreaLayer { survey.layer }
    private var kind: String { layer.settings.title.lowercased() }
    private var levels: CategoryLevels { survey.levels.judged.first ?? survey.levels.all }

    /// Counts that everybody may see: on time, late and the rest of each area, none to be found by subtraction.
    private var hidden: Set<Int> {
        guard frame.isPublic else { return [] }
        let counts = levels.areas.map { level in
            [
                level.tally.onTime, level.tally.late,
                level.requests - level.tally.onTime - level.tally.late,
            ]
        }
        let cells = SuppressedTable(counts).cells
        return Set(
            levels.areas.indices.filter { area in counts[area].indices.contains { cells[area][$0] != .shown }
            })
    }

    // MARK: Funnel

    /// `nil` where too few requests of too few areas were due.
    var funnel: PageSection? {
        let hidden = hidden
        let areas = levels.areas.indices.filter { levels.areas[$0].funnel != nil && !hidden.contains($0) }
        guard areas.count >= 3 else { return nil }
        let points = areas.compactMap { area -> FunnelChart.Point? in
            guard let funnel = levels.areas[area].funnel else { return nil }
            return FunnelChart.Point(
                label: levels.areas[area].isShareApart || isFar(levels.areas[area])
                    ? layer.title(area) : layer.edition.areas[area].code,
                total: levels.areas[area].tally.known,
                difference: funnel.share - funnel.expectedShare, standing: standing(levels.areas[area]))
        }
        let apart = areas.filter { levels.areas[$0].isShareApart }
        let far = areas.filter { isFar(levels.areas[$0]) }
        let heading =
            switch apart.count {
            case 0 where far.count == 1:
                "\(layer.title(far[0])) lies outside 99.8 % in its share on time, yet does not stand apart"
            case 0 where far.count > 1:
                "\(far.count) of \(areas.count) lie outside 99.8 % in their share on time, yet none stands apart"
            case 0: "No \(kind) stands apart in its share on time"
            case 1: "\(layer.title(apart[0])) stands apart in its share on time"
            default: "\(apart.count) of \(areas.count) stand apart in their share on time, by \(kind)"
            }
        return PageSection(
            heading,
            paragraphs: [
                "A table of ranks always has a last place. Here the fewer requests an area had, the farther it may lie from what its kinds of"
                    + " requests let expect: between the broken lines lie 95 % of areas that are served alike, between the others 99.8 %."
            ],
            figure: PageFigure(
                .funnel(
                    FunnelChart(
                        points: points, variance: variance(of: areas), across: "requests that came due",
                        upward: "Points on time above or below what its kinds of requests let expect")),
                alternative: "\(heading). "
                    + (apart + far).map { area in
                        "\(layer.title(area)): \(percent(levels.areas[area].funnel?.share)), expected \(percent(levels.areas[area].funnel?.expectedShare))"
                    }.joined(separator: "; ")),
            tables: [table(hidden)],
            notes: [
                "Limits: ± k √(φ v / n), n being the requests due, v the mean variance of one by its kind, φ ="
                    + " \(NumberText.decimal(levels.overdispersion, places: 2)) how much wider areas vary than by chance (Spiegelhalter,"
                    + " Statistics in Medicine 24, 2005). An area stands apart where it lies outside among all areas and categories together"
                    + " (Benjamini-Hochberg 2.5 %) and by five points and more."
            ] + farNote(far) + hiddenNote(hidden))
    }

    private func hiddenNote(_ hidden: Set<Int>) -> [String] {
        hidden.isEmpty
            ? []
            : [
                "Left out, for their small counts or what could tell another's: \(hidden.sorted().map(layer.title).joined(separator: ", "))."
            ]
    }

    /// Outside the limits of 99.8 %, and not standing apart: what a reader sees in the picture is said.
    private func isFar(_ level: ServiceLevel) -> Bool {
        !level.isShareApart && level.funnel?.position == .outlying
    }

    private func farNote(_ far: [Int]) -> [String] {
        guard !far.isEmpty else { return [] }
        let parts = far.map { area -> String in
            let funnel = levels.areas[area].funnel
            let points = 100 * abs((funnel?.share ?? 0) - (funnel?.expectedShare ?? 0))
            return
                "\(layer.title(area)) by \(NumberText.decimal(points)) points, \(points < 5 ? "fewer than five" : "no more than one of so many cells may by chance")"
        }
        return ["Outside 99.8 % and yet not standing apart: \(parts.joined(separator: "; "))."]
    }

    private func percent(_ share: Double?) -> String {
        share.map { "\(NumberText.decimal(100 * $0)) %" } ?? "–"
    }

    private func standing(_ level: ServiceLevel) -> FunnelChart.Standing {
        if isFar(level) { return .far }
        return switch level.standing {
        case .outlying: .outlying
        case .notable: .notable
        default: .within
        }
    }

    /// The variance of one request's outcome by its kind, mean of the areas, with the usual spread between them.
    private func variance(of areas: [Int]) -> Double {
        let known = areas.reduce(0) { $0 + levels.areas[$1].tally.known }
        let sum =
            levels.category == nil
            ? areas.reduce(0) { $0 + survey.levels.expected[$1].variance }
            : areas.reduce(0.0) { sum, area in
                let share = levels.areas[area].funnel?.expectedShare ?? 0
                return sum + Double(levels.areas[area].tally.known) * share * (1 - share)
            }
        return levels.overdispersion * sum / Double(max(1, known))
    }

    private func table(_ hidden: Set<Int>) -> PageTable {
        PageTable(
            caption: "By \(kind)",
            header: [
                layer.settings.title, "Requests", "Open", "Half in", "9 in 10 in", "On time",
                "Expected (95 %)", "",
            ],
            rows: levels.areas.indices.filter { !hidden.contains($0) }.map { area in
                let level = levels.areas[area]
                let expected = level.funnel.map {
                    "\(percent($0.inner.lowerBound)) to \(percent($0.inner.upperBound))"
                }
                return [
                    layer.title(area), NumberText.count(level.requests), open(area),
                    DayText.short(level.median), DayText.short(level.ninetiethPercentile),
                    level.tally.known > 0
                        ? "\(NumberText.share(level.tally.onTime, of: level.tally.known)) of \(NumberText.count(level.tally.known))"
                        : "–",
                    expected ?? "–", level.isShareApart ? "stands apart" : "",
                ]
            }, wordColumns: [0, 7])
    }

    // MARK: Small pictures

    /// What is open in each area on the day that is shown, as the audience may see it.
    private func open(_ area: Int) -> String {
        let counts = openCounts
        guard counts.cells.indices.contains(area) else {
            return NumberText.count(survey.levels.all.areas[area].stillOpen)
        }
        return switch counts.told(row: area, column: 0) {
        case .count(let count): NumberText.count(count)
        case .fewerThan: CountBand.few.text
        case .notShown: "not shown"
        }
    }

    /// Empty for who may see all.
    private var openCounts: SuppressedTable {
        SuppressedTable(
            frame.isPublic
                ? survey.levels.all.areas.map { [$0.stillOpen] } + [[elsewhereOpen]] : [])
    }

    private var elsewhereOpen: Int {
        survey.levels.all.city.stillOpen - survey.levels.all.areas.reduce(0) { $0 + $1.stillOpen }
    }

    private static let most = 24

    /// Each area's backlog on one scale; `nil` for fewer than two areas or periods.
    var panels: PageSection? {
        let hidden = HiddenPeriods(report, audience: frame.privacy.audience)
        let groups = report.groups.enumerated().filter { $0.element.scope == .area }
        guard groups.count >= 2, report.span.numbers.count >= 2 else { return nil }
        let shown =
            groups.count <= Self.most
            ? groups
            : groups.sorted { $0.element.series.backlogNow > $1.element.series.backlogNow }.prefix(Self.most)
                .sorted { $0.offset < $1.offset }
        let all = shown.map { number, group in
            PanelChart.Panel(
                title: group.area.map(layer.title) ?? "",
                remark: remark(group),
                values: group.series.levels.indices.map { index in
                    let backlog = group.series.levels[index].backlog
                    return hidden.containsBacklog(number, index) ? nil : Double(backlog)
                })
        }
        // An empty picture would look as if nothing was open.
        let panels = all.filter { panel in panel.values.contains { $0 != nil } }
        let untold = all.filter { panel in !panel.values.contains { $0 != nil } }.map(\.title)
        let told = groups.filter { !hidden.containsBacklog($0.offset, report.span.numbers.count - 1) }
        let most = told.max { $0.element.series.backlogNow < $1.element.series.backlogNow }?.element
        let city = report.city.backlogNow
        let heading =
            most.flatMap { group in
                group.area.map {
                    "\(layer.title($0)) has most open: \(frame.told(group.series.backlogNow)) of \(frame.told(city))"
                }
            } ?? "Open by \(kind)"
        let unit = report.span.periods.kind.rawValue
        return PageSection(
            heading,
            paragraphs: [
                "Open at the end of each \(unit), by \(kind), all on one scale."
                    + (groups.count > Self.most
                        ? " The \(Self.most) with most open of \(groups.count) are drawn." : "")
            ],
            figure: panels.isEmpty
                ? nil
                : PageFigure(
                    .panels(
                        PanelChart(
                            panels: panels, unit: .count, first: report.span.name(0),
                            last: report.span.name(report.span.numbers.count - 1))),
                    alternative: "\(heading). "
                        + shown.prefix(12).map {
                            "\($0.element.area.map(layer.title) ?? ""): \(remark($0.element))"
                        }
                        .joined(separator: "; ") + "."),
            tables: [
                PageTable(
                    caption: "Open by \(kind)",
                    header: [layer.settings.title, "Opened in all", "Open now", "Half closed in"],
                    rows: groups.map { _, group in
                        let opened = group.series.levels.reduce(0) { $0 + $1.opened }
                        let area = group.area ?? 0
                        return [
                            layer.title(area), frame.told(opened), open(area),
                            frame.isSmall(opened)
                                ? "–" : DayText.short(survey.levels.all.areas[area].median),
                        ]
                    })
            ],
            notes: (frame.isPublic ? ["Gaps: the count is small, or could tell a small one."] : [])
                + (untold.isEmpty
                    ? []
                    : ["Not drawn, with small counts in all \(unit)s: \(untold.joined(separator: ", "))."]))
    }

    private func remark(_ group: PeriodReport.Group) -> String { "\(open(group.area ?? 0)) open now" }
}
