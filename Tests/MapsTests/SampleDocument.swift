@testable import Maps

/// A document with one of each chart, of parts that are awkward: gaps, long names, open intervals, few points.
enum SampleDocument {
    static let facts = DocumentFacts(
        title: "How requests were served, Fairhaven", author: "Fairhaven", subject: "By quarter",
        created: "2025-03-18T00:00:00Z")

    static var series: SeriesChart {
        var counts: [Double] = (0..<21).map { 40 + 9 * Double($0) }
        counts[7] -= 30
        var staff: [Double?] = counts.map { $0 / 2 }
        staff[4] = nil
        return SeriesChart(
            lines: [
                .init("opened", counts, form: .second), .init("closed", counts.map { $0 - 12 }, form: .first),
                .init("of staff", staff, form: .third),
            ], unit: .count, ticks: (0..<6).map { ChartTick(4 * $0, "\(2014 + $0)") },
            unsure: [.init(0..<2, "filling up"), .init(20..<21, "unfinished")])
    }

    static var panels: PanelChart {
        PanelChart(
            panels: (1...11).map { number in
                PanelChart.Panel(
                    title: "Council District \(number)", remark: "\(3 * number) open now",
                    values: (0..<8).map { $0 == number ? nil : Double($0 * number) })
            }, unit: .count, first: "2014Q1", last: "2015Q4")
    }

    static var funnel: FunnelChart {
        FunnelChart(
            points: (1...11).map(point), variance: 0.2, across: "requests that came due",
            upward: "Points above or below")
    }

    private static func point(_ number: Int) -> FunnelChart.Point {
        let difference: Double = number == 9 ? -0.2 : 0.01 * Double(number % 3)
        let standing: FunnelChart.Standing = number == 9 ? .outlying : number == 3 ? .notable : .within
        return FunnelChart.Point(
            label: "\(number)", total: 40 * number, difference: difference, standing: standing)
    }

    static var intervals: IntervalChart {
        IntervalChart(
            rows: [
                .init(
                    name:
                        "A kind of request whose name is much longer than there is room for beside its point",
                    value: 51, low: 38, high: .infinity, text: "> 51.0×, more than half open", form: .second),
                .init(name: "Pothole", value: 1.4, low: 0.9, high: 2.2, text: "1.4×, 3.1 d"),
            ], unit: .ratio, style: .ratios, references: [(1, "usual"), (3, "3×")])
    }

    static func document(
        title: String = "How requests were served", edition: EditionNotice = .open("Public edition")
    ) -> PageDocument {
        func section(_ heading: String, _ chart: Chart) -> PageSection {
            PageSection(
                heading, paragraphs: ["What it shows."],
                figure: PageFigure(chart, alternative: "\(heading): what it shows in words."),
                tables: [
                    PageTable(
                        caption: "Behind it", header: ["", "Opened", "What"],
                        rows: (0..<30).map { ["Row \($0)", "\($0)", "a word"] }, wordColumns: [0, 2])
                ], notes: ["How it is found."])
        }
        return PageDocument(
            place: "FAIRHAVEN", title: title, subtitle: "By quarter", edition: edition,
            sentences: [
                "77.9 % of requests were on time (5,750 of 7,379).", "208 are open.", "It does not say why.",
            ],
            figures: [
                KeyFigure(value: "208", caption: "open now"), KeyFigure(value: "3.2 d", caption: "half in"),
            ],
            remarks: ["Not counted: 3 closed without a date."],
            sections: [
                section("Series", .series(series)), section("Panels", .panels(panels)),
                section("Funnel", .funnel(funnel)), section("Intervals", .intervals(intervals)),
                PageSection("Formulas and sources", paragraphs: ["S(t) = Π (1 − d / n)"]),
            ], colophon: "Sources: requests")
    }
}
