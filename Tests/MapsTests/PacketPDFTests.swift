import Foundation
import Testing

@testable import Maps

@Suite struct PacketPDFTests {
    private func packet(markers: Int = 120) throws -> [UInt8] {
        let plan = try MapPlan(SampleScenes.sheet(markers: markers), paper: .letter)
        return try plan.pdf([SampleScenes.list(plan)], facts: SampleScenes.facts)
    }

    @Test func `the same plan gives the same bytes`() throws { #expect(try packet() == packet()) }

    @Test(.enabled(if: OutsideTool.isHere("qpdf"), "qpdf is not installed"))
    func `the file has no errors`() throws {
        let output = try OutsideTool.run("qpdf", ["--check"], file: packet(), named: "packet.pdf")
        #expect(output.contains("No syntax or stream encoding errors"))
        #expect(!output.contains("WARNING"))
    }

    @Test(.enabled(if: OutsideTool.isHere("pdfinfo"), "poppler-utils is not installed"))
    func `the file is tagged, titled and dated from its facts`() throws {
        let output = try OutsideTool.run("pdfinfo", [], file: packet(), named: "packet.pdf")
        #expect(output.contains(/Tagged: +yes/))
        #expect(output.contains(/Title: +Council District 7/))
        #expect(output.contains("Mar 18 00:00:00 2025"))
    }

    @Test(.enabled(if: OutsideTool.isHere("pdfinfo"), "poppler-utils is not installed"))
    func `one document holds the heading, the figure and the table's rows`() throws {
        let output = try OutsideTool.run(
            "pdfinfo", ["-struct"], file: packet(markers: 25), named: "packet.pdf")
        #expect(output.hasPrefix("Document"))
        for tag in ["H1", "Figure", "H2", "Table", "TR", "TH", "TD", "Link"] { #expect(output.contains(tag)) }
    }

    /// Two lines stood alone on a last page while the page before had room for them.
    @Test func `a section without a table stays on the page that has room for it`() throws {
        let plan = try MapPlan(SampleScenes.sheet(markers: 5), paper: .letter)
        let columns = [TableColumn("Case", .share(1))]
        func pages(_ rows: Int, _ more: [PacketSection]) throws -> Int {
            let table = PacketTable(columns: columns, rows: (0..<rows).map { TableRow([.text("\($0)")]) })
            let flow = SectionFlow(
                canvas: try plan.pdfCanvas(ByteSink(), tags: .none), plan: plan, firstPage: 2,
                purpose: .counts)
            flow.run([PacketSection(heading: "List", table: table)] + more)
            return flow.page
        }
        let short = PacketSection(heading: "Private, not drawn", paragraphs: ["In the whole file: 12."])
        let onNext = try (5...90).filter { try pages($0, [short]) > pages($0, []) }
        // The section takes less than six rows of the table.
        #expect(!onNext.isEmpty)
        for rows in onNext { #expect(!(1...5).allSatisfy { onNext.contains(rows + $0) }, "\(onNext)") }
    }

    @Test func `all that is drawn is told or said to be an artifact`() throws {
        let content = """
            q 1 0 0 rg 0 0 10 10 re f Q
            /P << /MCID 0 >> BDC
            BT /f 1 Tf (a \\) EMC BT) Tj <BDC0> Tj ET
            EMC
            0 0 m 1 1 l S
            BT /f 1 Tf /Span << /ActualText (ff) >> BDC <00> Tj EMC ET

            """
        let marked = String(decoding: try ArtifactMarking.marked(Array(content.utf8)), as: UTF8.self)
        #expect(
            marked.split(separator: "\n").joined(separator: " ") == """
                q 1 0 0 rg /Artifact BMC 0 0 10 10 re f Q EMC /P << /MCID 0 >> BDC BT /f 1 Tf (a \\) EMC BT) Tj <BDC0> Tj ET \
                EMC /Artifact BMC 0 0 m 1 1 l S EMC BT /Artifact << /Type /Pagination >> BDC /f 1 Tf \
                /Span << /ActualText (ff) >> BDC <00> Tj EMC EMC ET
                """)
    }

    @Test(arguments: ["EMC", "/P << /MCID 0 >> BDC", "(open", "BI ID EI"])
    func `content that is not understood is refused`(content: String) {
        #expect(throws: MapError.self) { try ArtifactMarking.marked(Array(content.utf8)) }
    }

    @Test(arguments: [[], Array("%PDF-1.5 and no more".utf8)])
    func `what is no document of cairo's is refused, not passed on`(bytes: [UInt8]) {
        let pass = AccessiblePDF(title: "A", language: "en-US", figures: [], linkText: "To the list")
        #expect(throws: MapError.self) { try pass.bytes(of: bytes) }
    }

    @Test(.enabled(if: OutsideTool.isHere("pdftotext"), "poppler-utils is not installed"))
    func `title, legend and list are read in this order`() throws {
        let output = try OutsideTool.run("pdftotext", [], file: packet(), named: "packet.pdf", to: "-")
        let order = ["Council District 7", "Open cases by category", "The list", "Page 2 of"]
        let places = try order.map { try #require(output.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
    }

    @Test(.enabled(if: OutsideTool.isHere("pdffonts"), "poppler-utils is not installed"))
    func `each font is embedded`() throws {
        let output = try OutsideTool.run("pdffonts", [], file: packet(), named: "packet.pdf")
        let fonts = output.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts { #expect(font.contains(/yes +yes +yes/), "\(font)") }
    }

    @Test(.enabled(if: OutsideTool.isHere("pdftotext"), "poppler-utils is not installed"))
    func `a restricted edition says so on each page`() throws {
        let sheet = SampleScenes.sheet(markers: 200, edition: .restricted("INTERNAL"))
        let plan = try MapPlan(sheet, paper: .letter)
        let bytes = try plan.pdf([SampleScenes.list(plan)], facts: SampleScenes.facts)
        let pages = try OutsideTool.run("pdftotext", [], file: bytes, named: "packet.pdf", to: "-").split(
            separator: "\u{0C}")
        #expect(pages.count > 2)
        #expect(pages.allSatisfy { $0.contains("INTERNAL") || $0.allSatisfy(\.isWhitespace) })
    }

    @Test func `an empty area has a page that says so`() throws {
        let plan = try MapPlan(SampleScenes.sheet(markers: 0), paper: .letter)
        let svg = String(decoding: try plan.svg(), as: UTF8.self)
        let hasTitle = svg.contains("<title id=\"map-title\">Council District 7</title>")
        #expect(hasTitle)
        #expect(plan.groups.isEmpty)
    }

    @Test func `a picture has the size of the paper`() throws {
        let png = try MapPlan(SampleScenes.sheet(markers: 3), paper: .letter).png(dotsPerInch: 72)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let sides = [png[16..<20], png[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
        #expect(sides.sorted() == [612, 792])
    }
}
