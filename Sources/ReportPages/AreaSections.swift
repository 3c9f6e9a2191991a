import Boundaries
import Chronology
import City
import Disclosure
import Locating
import Maps
import PageLanguage
import ServiceLevels
import ServiceRequests

/// The sections by area: the funnel of shares on time, and small pictures of each area's backlog.
struct AreaSections {
    let frame: PageFrame
    let survey: ServiceLevelSurvey
    let report: PeriodReport
    let hiddenPeriods: HiddenPeriods

    private var layer: AreaLayer { survey.layer }
    private var words: PageWords { frame.words }
    private var kind: String { layer.kind(in: words) }
    private func title(_ area: Ordinal<Area>) -> String { layer.title(area, in: words) }
    private var levels: CategoryLevels { survey.levels.judged.first ?? survey.levels.all }

    private var hidden: Set<Ordinal<Area>> { levels.hiddenAreas(from: survey.privacy.audience) }

    // MARK: Funnel

    /// `nil` where too few requests of too few areas were due.
    var funnel: PageSection? {
        let hidden = hidden
        let areas = levels.areas.ordinals.filter { levels.areas[$0].funnel != nil && !hidden.contains($0) }
        guard areas.count >= 3 else { return nil }
        let points = areas.compactMap { area -> FunnelChart.Point? in
            guard let funnel = levels.areas[area].funnel else { return nil }
            return FunnelChart.Point(
                label: levels.areas[area].isShareApart || isFar(levels.areas[area])
                    ? title(area) : layer.edition.areas[area].code,
                total: levels.areas[area].tally.known,
                difference: funnel.share - funnel.expectedShare, standing: standing(levels.areas[area]))
        }
        let apart = areas.filter { levels.areas[$0].isShareApart }
        let far = areas.filter { isFar(levels.areas[$0]) }
        let heading = heading(apart: apart, far: far, of: areas.count)
        let told = (apart + far).map { area in
            let funnel = levels.areas[area].funnel
            return words(
                "\(title(area)): \(percent(funnel?.share)), expected \(percent(funnel?.expectedShare))")
        }.joined(separator: "; ")
        let spread = words.decimal(levels.overdispersion, places: 2)
        return PageSection(
            heading,
            paragraphs: [
                words(
                    """
                    A table of ranks always has a last place. Here the fewer requests an area had, the farther it may lie from what its \
                    kinds of requests let expect: between the broken lines lie 95 % of areas that are served alike, between the others \
                    99.8 %.
                    """)
            ],
            figure: PageFigure(
                .funnel(
                    FunnelChart(
                        points: points, variance: variance(of: areas),
                        across: words("requests that came due"),
                        upward: words("Points on time above or below what its kinds of requests let expect"))),
                alternative: "\(heading). \(told)"),
            tables: [table(hidden)],
            notes: [
                words(
                    """
                    Limits: ± k √(φ v / n), n being the requests due, v the mean variance of one by its kind, φ = \(spread) how much \
                    wider areas vary than by chance (Spiegelhalter, Statistics in Medicine 24, 2005). An area stands apart where it lies \
                    outside among all areas and categories together (Benjamini-Hochberg 2.5 %) and by five points and more.
                    """)
            ] + farNote(far) + hiddenNote(hidden) + untoldNote(hidden))
    }

    private func heading(apart: [Ordinal<Area>], far: [Ordinal<Area>], of count: Int) -> String {
        let all = words.count(count)
        switch (apart.count, far.count) {
        case (0, 0): return words("No \(kind) stands apart in its share on time")
        case (0, 1):
            return words(
                "\(title(far[0])) lies outside 99.8 % in its share on time, yet does not stand apart")
        case (0, let some):
            return words(
                "\(words.count(some)) of \(all) lie outside 99.8 % in their share on time, yet none stands apart"
            )
        case (1, _): return words("\(title(apart[0])) stands apart in its share on time")
        case (let some, _):
            return words("\(words.count(some)) of \(all) stand apart in their share on time, by \(kind)")
        }
    }

    private func hiddenNote(_ hidden: Set<Ordinal<Area>>) -> [String] {
        guard !hidden.isEmpty else { return [] }
        let names = hidden.sorted().map(title).joined(separator: ", ")
        return [words("Left out, for their small counts or what could tell another's: \(names).")]
    }

    private func untoldNote(_ hidden: Set<Ordinal<Area>>) -> [String] {
        let untold = levels.areas.ordinals.filter {
            let closings = levels.areas[$0].closings
            return !(closings.tellsWaits && closings.isComparable) && !hidden.contains($0)
        }
        guard !untold.isEmpty else { return [] }
        let names = untold.map(title).joined(separator: ", ")
        return [
            words(
                "Compared with no other, since too many closed requests have no usable closing time: \(names)."
            )
        ]
    }

    /// Outside the limits of 99.8 %, and not standing apart: what a reader sees in the picture is said.
    private func isFar(_ level: ServiceLevel) -> Bool {
        !level.isShareApart && level.funnel?.position == .outlying
    }

    private func farNote(_ far: [Ordinal<Area>]) -> [String] {
        guard !far.isEmpty else { return [] }
        let parts = far.map { area -> String in
            let funnel = levels.areas[area].funnel
            let points = 100 * abs((funnel?.share ?? 0) - (funnel?.expectedShare ?? 0))
            let (name, distance) = (title(area), words.decimal(points))
            return points < 5
                ? words("\(name) by \(distance) points, fewer than five")
                : words("\(name) by \(distance) points, no more than one of so many cells may by chance")
        }
        return [
            words("Outside 99.8 % and yet not standing apart: \(parts.joined(separator: "; ")).")
        ]
    }

    private func percent(_ share: Double?) -> String { share.map { words.percent($0) } ?? "–" }

    private func standing(_ level: ServiceLevel) -> FunnelChart.Standing {
        if isFar(level) { return .far }
        return switch level.standing {
        case .outlying: .outlying
        case .notable: .notable
        default: .within
        }
    }

    /// The variance of one request's outcome by its kind, mean of the areas, with the usual spread between them.
    private func variance(of areas: [Ordinal<Area>]) -> Double {
        let known = areas.reduce(0) { $0 + levels.areas[$1].tally.known }
        let sum =
            levels.category == nil
            ? areas.reduce(0) { $0 + survey.levels.expected[$1.index].variance }
            : areas.reduce(0.0) { sum, area in
                let share = levels.areas[area].funnel?.expectedShare ?? 0
                return sum + Double(levels.areas[area].tally.known) * share * (1 - share)
            }
        return levels.overdispersion * sum / Double(max(1, known))
    }

    private func table(_ hidden: Set<Ordinal<Area>>) -> PageTable {
        PageTable(
            caption: words("By \(kind)"),
            header: [
                PageWords.capitalized(layer.heading(in: words)), words("Requests"),
                words("Open", context: "requests"),
                words("Half in"), words("9 in 10 in"), words("On time"), words("Expected (95 %)"), "",
            ],
            rows: levels.areas.ordinals.filter { !hidden.contains($0) }.map { area in
                let level = levels.areas[area]
                let expected = level.funnel.map {
                    words("\(percent($0.inner.lowerBound)) to \(percent($0.inner.upperBound))")
                }
                let known = level.tally.known
                return [
                    title(area), words.count(level.requests), open(area), words.shortDays(level.median),
                    words.shortDays(level.ninetiethPercentile),
                    known > 0
                        ? words("\(words.share(level.tally.onTime, of: known)) of \(words.count(known))")
                        : "–",
                    expected ?? "–", level.isShareApart ? words("stands apart") : "",
                ]
            }, wordColumns: [0, 7])
    }

    // MARK: Small pictures

    /// What is open in each area on the day that is shown, as the audience may see it; the series say what that is.
    private func open(_ area: Ordinal<Area>) -> String {
        let group = report.groups.firstIndex { $0.scope == .area && $0.area == area }
        return told(
            survey.levels.all.areas[area].stillOpen, isHidden: group.map(hiddenPeriods.containsOpen) ?? true)
    }

    private func told(_ count: Int, isHidden: Bool) -> String {
        guard frame.isPublic, isHidden else { return words.count(count) }
        return count < CountBand.threshold ? words.word(CountBand.few.text) : words("not shown")
    }

    private static let most = 24

    /// Each area's backlog on one scale; `nil` for fewer than two areas or periods.
    var panels: PageSection? {
        let hidden = hiddenPeriods
        let groups = report.groups.enumerated().filter { $0.element.scope == .area }
        guard groups.count >= 2, report.span.numbers.count >= 2 else { return nil }
        let shown =
            groups.count <= Self.most
            ? groups
            : groups.sorted { $0.element.series.backlogNow > $1.element.series.backlogNow }.prefix(Self.most)
                .sorted { $0.offset < $1.offset }
        let all = shown.map { number, group in
            PanelChart.Panel(
                title: group.area.map(title) ?? "",
                remark: remark(group),
                values: group.series.levels.indices.map { index in
                    let backlog = group.series.levels[index].backlog
                    return hidden.containsBacklog(number, index) || !group.series.tellsStocks
                        ? nil : Double(backlog)
                })
        }
        // An empty picture would look as if nothing was open.
        let panels = all.filter { panel in panel.values.contains { $0 != nil } }
        let unknown = Set(
            shown.filter { !$0.element.series.tellsStocks }.compactMap { $0.element.area.map(title) })
        let untold = all.filter { panel in !panel.values.contains { $0 != nil } }.map(\.title)
            .filter { !unknown.contains($0) }
        let told = groups.filter { !hidden.containsBacklog($0.offset, report.span.numbers.count - 1) }
        let most = told.max { $0.element.series.backlogNow < $1.element.series.backlogNow }?.element
        let city = report.city.backlogNow
        let heading =
            most.flatMap { group in
                group.area.map {
                    words(
                        "\(title($0)) has most open: \(frame.told(group.series.backlogNow)) of \(frame.told(city))"
                    )
                }
            } ?? words("Open by \(kind)")
        let period = report.span.periods.kind
        let drawn =
            groups.count > Self.most
            ? words(
                """
                Open at the end of each \(period.noun(words)), by \(kind), all on one scale. The \(words.count(Self.most)) with most \
                open of \(words.count(groups.count)) are drawn.
                """)
            : words("Open at the end of each \(period.noun(words)), by \(kind), all on one scale.")
        let list = shown.prefix(12).map { "\($0.element.area.map(title) ?? ""): \(remark($0.element))" }
            .joined(separator: "; ")
        return PageSection(
            heading, paragraphs: [drawn],
            figure: panels.isEmpty
                ? nil
                : PageFigure(
                    .panels(
                        PanelChart(
                            panels: panels, unit: .count, first: report.span.name(0, in: words),
                            last: report.span.name(report.span.numbers.count - 1, in: words))),
                    alternative: "\(heading). \(list)."),
            tables: [
                PageTable(
                    caption: words("Open by \(kind)"),
                    header: [
                        PageWords.capitalized(layer.heading(in: words)), words("Opened in all"),
                        words("Open now"),
                        words("Half closed in"),
                    ],
                    rows: groups.compactMap { number, group -> [String]? in
                        guard let area = group.area else { return nil }
                        var opened = group.series.levels.reduce(0) { $0 + $1.opened }
                        // Beside those of which the wait is known, all would tell a few others.
                        let measured = survey.levels.all.areas[area].requests
                        if survey.privacy.audience.hides(opened - measured) { opened = measured }
                        return [
                            title(area), self.told(opened, isHidden: hidden.containsTotal(number)),
                            open(area),
                            hidden.containsTotal(number)
                                ? "–" : words.shortDays(survey.levels.all.areas[area].median),
                        ]
                    })
            ],
            notes: (frame.isPublic ? [words("Gaps: the count is small, or could tell a small one.")] : [])
                + (untold.isEmpty
                    ? []
                    : [
                        words(
                            "Not drawn, with small counts in all \(period.plural(words)): \(untold.joined(separator: ", "))."
                        )
                    ])
                + (unknown.isEmpty
                    ? []
                    : [
                        words(
                            "Not drawn, since too many closed requests have no usable closing time: \(unknown.sorted().joined(separator: ", "))."
                        )
                    ]))
    }

    private func remark(_ group: PeriodReport.Group) -> String {
        let hidden = words("not shown")
        let count = group.area.map(open) ?? hidden
        return count == hidden ? words("open now: not shown") : words("\(count) open now")
    }
}
