import Foundation
import Geometry
import Testing

@testable import Maps

@Suite struct PageDocumentTests {
    private let document = SampleDocument.document()

    private func html(_ document: PageDocument) throws -> String {
        String(decoding: try document.html(), as: UTF8.self)
    }

    @Test func `the same document gives the same bytes`() throws {
        #expect(try document.html() == document.html())
        #expect(try document.pdf(facts: SampleDocument.facts) == document.pdf(facts: SampleDocument.facts))
    }

    @Test func `each picture stands on the page for a desk and for a phone, with its words and its table`()
        throws
    {
        let html = try html(document)
        for kind in ["wide", "narrow"] { #expect(html.ranges(of: "<svg class=\"\(kind)\"").count == 4) }
        #expect(html.ranges(of: "what it shows in words.</title>").count == 8)
        #expect(html.ranges(of: "<details>").count == 4)
        #expect(!html.contains("://"))
    }

    @Test func `texts cannot end the element that holds them`() throws {
        var document = SampleDocument.document(title: "<script>alert(1)</script>")
        document.sections[0].tables[0].rows[0][0] = "</table><script>"
        document.sections[0].figure?.alternative = "</title><script>"
        #expect(try !html(document).contains("<script>"))
    }

    @Test func `what colours mean is said by forms too`() throws {
        let html = try html(document)
        // Two of the three lines of the series are broken, each in its own way.
        #expect(html.contains("stroke-dasharray"))
        let forms = ChartForm.allCases
        #expect(Set(forms.map(\.symbol)).count == forms.count)
        #expect(Set(forms.map(\.dashes)).count == forms.count)
        let standings = FunnelChart.Standing.allCases
        #expect(Set(standings.map(\.symbol)).count == standings.count)
    }

    @Test func `a legend does not name a line of which nothing is drawn`() throws {
        var chart = SampleDocument.series
        chart.lines[2].values = chart.lines[2].values.map { _ in nil }
        let frame = ChartFrame(width: 344, size: 12.5, setter: try TextSetter())
        func texts(_ chart: SeriesChart) -> String { String(describing: chart.drawing(in: frame).marks) }
        #expect(texts(SampleDocument.series).contains("of staff"))
        #expect(!texts(chart).contains("of staff") && texts(chart).contains("opened"))
    }

    /// On a phone the rows of a wide table were cut at the page's edge; of a narrow one they stay rows.
    @Test func `a table that a phone has no room for is written so that each cell says what it is`() throws {
        func page(_ rows: [[String]], _ words: Set<Int>) throws -> String {
            var document = self.document
            document.sections = [
                PageSection(
                    "List",
                    tables: [
                        PageTable(
                            caption: "List", header: ["Category", "Area", "Evidence"], rows: rows,
                            wordColumns: words)
                    ])
            ]
            return try html(document)
        }
        let wide = try page(
            [["Graffiti Removal", "1", "closed after 4 min; half of its kind take 2.9 d and more"]],
            [0, 1, 2])
        #expect(wide.contains("<table class=\"blocks\" role=\"table\">"))
        #expect(wide.contains("<th scope=\"row\" role=\"rowheader\">Graffiti Removal</th>"))
        #expect(wide.contains("<td role=\"cell\" class=\"w\" data-title=\"Area\">1</td>"))
        #expect(wide.contains("<td role=\"cell\" class=\"w l\" data-title=\"Evidence\">closed after"))
        let narrow = try page([["Graffiti", "1", "2.9 d"]], [0])
        #expect(!narrow.contains("class=\"blocks\"") && narrow.contains("<td>1</td><td>2.9 d</td>"))
    }

    @Test(arguments: ChartColor.allCases.filter { ![.band, .zone, .grid].contains($0) })
    func `each colour that carries a meaning can be told from the paper`(color: ChartColor) {
        #expect(color.color.contrast(with: PageTheme.paper) >= 3)
    }

    @Test(arguments: [344.0, 544, 760])
    func `nothing of a chart lies outside of its room`(width: Double) throws {
        let frame = ChartFrame(width: width, size: width < 400 ? 12.5 : 8, setter: try TextSetter())
        for section in document.sections {
            guard let drawing = section.figure?.chart.drawing(in: frame) else { continue }
            for mark in drawing.marks {
                for point in points(of: mark, in: frame) {
                    #expect(point.x >= -1 && point.x <= width + 1, "\(section.heading) \(mark)")
                    #expect(point.y >= -1 && point.y <= drawing.height + 1, "\(section.heading) \(mark)")
                }
            }
        }
    }

    /// On a phone names stand above what they name, and lines that all are compared with went through them.
    @Test(arguments: [344.0, 760]) func `names are told whole, and no line runs through them`(width: Double)
        throws
    {
        let frame = ChartFrame(width: width, size: 12.5, setter: try TextSetter())
        var panels = SampleDocument.panels
        panels.panels[3].title = "Council District of Upper Saint Bartholomew and the Northern Riverside"
        var funnel = SampleDocument.funnel
        funnel.upward = "Points on time above or below what its kinds of requests let expect"
        funnel.points[8].label = "Council District 9"
        var intervals = SampleDocument.intervals
        intervals.references.append((2, "twice"))
        for (chart, names) in [
            (Chart.panels(panels), [panels.panels[3].title]),
            (.funnel(funnel), [funnel.upward, funnel.points[8].label]),
            (.intervals(intervals), intervals.rows.map(\.name)),
        ] {
            let marks = chart.drawing(in: frame).marks
            let texts = marks.compactMap { mark in if case .text(let text) = mark { text } else { nil } }
            let told = texts.map(\.text).joined(separator: " ")
            for name in names { #expect(told.contains(name), "\(name)") }
            #expect(!told.contains("…"))
        }
        let marks = Chart.intervals(intervals).drawing(in: frame).marks
        let names = marks.compactMap { mark -> PageBox? in
            guard case .text(let text) = mark, text.color == .ink else { return nil }
            let ends = points(of: mark, in: frame)
            return PageBox(
                minX: ends[0].x, minY: text.point.y - 0.6 * text.size, maxX: ends[1].x, maxY: text.point.y)
        }
        let uprights = marks.compactMap { mark -> PageBox? in
            guard case .line(let ends, _, _, _) = mark, ends.count == 2, ends[0].x == ends[1].x else {
                return nil
            }
            return PageBox(
                minX: ends[0].x - 0.5, minY: ends[0].y, maxX: ends[0].x + 0.5, maxY: ends[1].y)
        }
        #expect(names.count > 3 && uprights.count > 4)
        for name in names { #expect(uprights.allSatisfy { !$0.overlaps(name) }, "\(name)") }
    }

    private func points(of mark: ChartMark, in frame: ChartFrame) -> [PagePoint] {
        switch mark {
        case .line(let points, _, _, _), .surface(let points, _): return points
        case .symbol(_, let center, _, _, _): return [center]
        case .text(let text):
            let width = frame.width(of: text.text, weight: text.weight)
            let start =
                switch text.anchor {
                case .start: text.point.x
                case .middle: text.point.x - width / 2
                case .end: text.point.x - width
                }
            return [PagePoint(x: start, y: text.point.y), PagePoint(x: start + width, y: text.point.y)]
        }
    }

    @Test func `no line runs over a gap, and a value between gaps is a point`() throws {
        let frame = ChartFrame(width: 544, size: 8, setter: try TextSetter())
        let panel = PanelChart.Panel(title: "A", remark: "", values: [20, 22, nil, 24, nil, nil, 30, 31])
        let marks = PanelChart(panels: [panel], unit: .count, first: "a", last: "b").drawing(in: frame).marks
        let lines = marks.compactMap { mark in
            if case .line(let points, color: .blue, _, _) = mark { points.count } else { nil }
        }
        let symbols = marks.count { if case .symbol = $0 { true } else { false } }
        #expect(lines == [2, 2])
        #expect(symbols == 2)
    }

    @Test func `a chart of one period, of none and of one part can be drawn`() throws {
        let frame = ChartFrame(width: 544, size: 8, setter: try TextSetter())
        let charts: [Chart] = [
            .series(
                SeriesChart(
                    lines: [.init("a", [3], form: .first)], unit: .count, ticks: [ChartTick(0, "2014")])),
            .series(SeriesChart(lines: [.init("a", [nil, nil], form: .first)], unit: .share, ticks: [])),
            .panels(
                PanelChart(
                    panels: [.init(title: "A", remark: "", values: [])], unit: .count, first: "", last: "")),
            .funnel(
                FunnelChart(
                    points: [.init(label: "1", total: 12, difference: 0, standing: .within)], variance: 0,
                    across: "", upward: "")),
            .intervals(IntervalChart(rows: [], unit: .share, style: .bars)),
            .intervals(
                IntervalChart(rows: [.init(name: "a", value: 0, text: "0")], unit: .points, style: .points)),
        ]
        for chart in charts {
            let drawing = chart.drawing(in: frame)
            #expect(drawing.height.isFinite)
            for mark in drawing.marks {
                for point in points(of: mark, in: frame) { #expect(point.x.isFinite && point.y.isFinite) }
            }
        }
    }

    @Test(.enabled(if: OutsideTool.isHere("pdftotext"), "poppler-utils is not installed"))
    func `the manager's page stands alone, and each page of a restricted edition says so`() throws {
        let restricted = SampleDocument.document(edition: .restricted("INTERNAL"))
        let text = try OutsideTool.run(
            "pdftotext", ["-layout"], file: restricted.pdf(facts: SampleDocument.facts), named: "report.pdf",
            to: "-")
        let pages = text.split(separator: "\u{0C}")
        #expect(pages.count > 4)
        #expect(pages[0].contains("5,750 of 7,379") && !pages[0].contains("Behind it"))
        #expect(pages.allSatisfy { $0.contains("INTERNAL") })
    }

    // A heading stood at the foot of a page and its table on the next; notes stood above the next heading.
    @Test(
        .enabled(if: OutsideTool.isHere("pdftotext"), "poppler-utils is not installed"),
        arguments: [5, 9, 30])
    func `wherever a page ends, headings stand with what they head and notes with rows`(rows: Int) throws {
        func section(_ number: Int, rows: Int) -> PageSection {
            PageSection(
                "Heading \(number)", paragraphs: [],
                tables: [
                    PageTable(
                        caption: "Caption \(number)", header: ["", "Opened"],
                        rows: (0..<rows).map { ["Row \(number)-\($0)", "\($0)"] })
                ], notes: ["Note \(number)"])
        }
        for offset in 0..<14 {
            var document = SampleDocument.document()
            document.sections = [section(0, rows: 20 + offset)] + (1..<7).map { section($0, rows: rows) }
            let text = try OutsideTool.run(
                "pdftotext", ["-layout"], file: document.pdf(facts: SampleDocument.facts),
                named: "report.pdf", to: "-")
            let pages = text.split(separator: "\u{0C}")
            for number in 0..<7 {
                let heading = try #require(pages.first { $0.contains("Heading \(number)\n") })
                for part in ["Caption \(number)", "Row \(number)-0 ", "Row \(number)-2 "] {
                    #expect(heading.contains(part), "\(offset): \(part)")
                }
                let note = try #require(pages.first { $0.contains("Note \(number)\n") })
                let last = (number == 0 ? 20 + offset : rows) - 1
                for row in [last - 2, last] {
                    #expect(note.contains("Row \(number)-\(row) "), "\(offset): \(row)")
                }
            }
        }
    }

    @Test(.enabled(if: OutsideTool.isHere("pdfinfo"), "poppler-utils is not installed"))
    func `the file is tagged, with a list, figures and tables`() throws {
        let output = try OutsideTool.run(
            "pdfinfo", ["-struct"], file: document.pdf(facts: SampleDocument.facts), named: "report.pdf")
        for tag in ["Document", "H1", "H2", "L ", "LI", "Figure", "Table", "TH", "TD"] {
            #expect(output.contains(tag), "\(tag)")
        }
    }

    /// Names of categories without a blank, as some systems export them. See Browser/document-phone.mjs.
    @Test(.enabled(if: BrowserCheck.isPossible, "chromium or node is not installed"))
    func `a name without blanks in a sentence or a figure does not widen the page of a phone`() throws {
        let name = String(repeating: "PW_Solid_Waste_Missed_Collection_", count: 5)
        let page = PageDocument(
            place: document.place, title: document.title, subtitle: name, edition: document.edition,
            sentences: ["Of closed “\(name)” 3.2 % came back."],
            figures: [KeyFigure(value: "3.2 %", caption: name), KeyFigure(value: "5", caption: "others")],
            remarks: [name],
            sections: document.sections + [
                PageSection(
                    "List",
                    tables: [
                        PageTable(
                            caption: "List", header: ["Category", "Closed", "Evidence", "Address"],
                            rows: [
                                [name, "2025-06-30", "closed after 4 min; half take 2.9 d", "near Elm St"]
                            ],
                            wordColumns: [0, 1, 2, 3])
                    ])
            ], colophon: name)
        let checks = try BrowserCheck.run("document-phone.mjs", on: page.html())
        #expect(checks.count == 6)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    /// See Browser/document-page.mjs.
    @Test(
        .enabled(
            if: BrowserCheck.isPossible && OutsideTool.isHere("pdftotext"),
            "chromium, node or poppler-utils is not installed"))
    func `on paper headings stay with what they head`() throws {
        let checks = try BrowserCheck.run("document-page.mjs", on: document.html())
        #expect(checks.count == 7)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }

    @Test(
        .enabled(
            if: BrowserCheck.isPossible && BrowserCheck.rules != nil, "chromium, node or axe-core is missing")
    )
    func `axe-core finds nothing in light, in dark, on a phone and on paper`() throws {
        let checks = try BrowserCheck.run("axe-page.mjs", on: document.html())
        #expect(checks.count == 8)
        for check in checks { #expect(check.passed, "\(check.check): \(check.detail)") }
    }
}
