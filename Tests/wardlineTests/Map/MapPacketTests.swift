import Foundation
import Testing

private let hasTools = OutsideTool.areHere("pdftotext", "pdfinfo", "qpdf", "pdffonts")

@Suite(.enabled(if: hasTools, "poppler-utils or qpdf is not installed")) struct `A district's packet` {
    private func path(_ area: Int) throws -> String {
        try SampleAtlas.open.get().folder.appending(path: "district-\(area).pdf").path
    }

    @Test(arguments: 1...9) func `has no errors, is tagged, dated by its data, and embeds its fonts`(
        area: Int
    ) throws {
        let check = try OutsideTool.run("qpdf", ["--check", path(area)])
        #expect(
            check.contains("No syntax or stream encoding errors") && !check.contains("WARNING"), "\(check)")
        let info = try OutsideTool.run("pdfinfo", ["-isodates", path(area)])
        #expect(info.contains(/Tagged: +yes/))
        #expect(info.contains(/CreationDate: +2025-06-30T00:00:00/))
        #expect(info.contains("Council District \(area), Fairhaven"))
        let fonts = try OutsideTool.run("pdffonts", [path(area)]).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(/yes +yes +yes/) })
    }

    @Test func `is read in order: title, legend, list, counts`() throws {
        let text = try OutsideTool.run("pdftotext", [path(7), "-"])
        let words = [
            "Council District 7", "Open service requests on June 30, 2025", "Open cases by category",
            "How to read the map", "The list", "By category and age", "A case is overdue",
            "Requests of private categories in the whole file",
        ]
        let places = try words.map { try #require(text.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
        #expect(text.contains(/Requests: requests.csv, state of 2025-06-30; boundaries: council-districts/))
    }

    @Test func `lists each case once, with a number that the map has`() throws {
        let text = try OutsideTool.run("pdftotext", ["-layout", path(9), "-"])
        let rows = text.split(separator: "\n").filter { $0.contains(/^ *\d+ .*20\d\d-\d\d-\d\d/) }
        #expect(rows.count == 7)
        let numbers = rows.compactMap { Int($0.split(separator: " ")[0]) }
        #expect(numbers == Array(1...7))
    }

    @Test(arguments: [
        ("letter", "612 x 792"), ("a4", "595.276 x 841.89"), ("legal", "612 x 1008"),
        ("tabloid", "792 x 1224"),
    ])
    func `has the size and the orientation that are asked for`(paper: String, size: String) throws {
        let path = try Wardline.scratchFolder().appending(path: "map.pdf").path
        for orientation in ["portrait", "landscape"] {
            let outcome = try Wardline.run(
                "map", "SampleData/requests.csv", "--layer", "district", "--area", "9", "--paper", paper,
                "--orientation", orientation, "-o", path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let sides = size.split(separator: " ")
            let expected = orientation == "portrait" ? size : "\(sides[2]) x \(sides[0])"
            let info = try OutsideTool.run("pdfinfo", [path])
            #expect(info.contains(expected), "\(paper) \(orientation): \(info)")
        }
    }
}
