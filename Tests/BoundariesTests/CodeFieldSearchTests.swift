import TestSupport
import Testing

@testable import Boundaries

/// Files that number their areas twice.
struct CodeFieldSearchTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Loads four boxes of which the first field counts otherwise than the second.
    private func edition(_ first: String, _ second: String, callings: [String]) throws -> Edition {
        let areas = (1...4).map { code in
            let west = Double(code)
            let other = code % 4 + 1
            return (
                #"{"\#(first)":"\#(other)","\#(second)":"\#(code)"}"#,
                "[[[[\(west),0],[\(west + 1),0],[\(west + 1),1],[\(west),1],[\(west),0]]]]"
            )
        }
        var source = EditionSource(path: try folder.areas(areas))
        source.callings = callings
        return try Edition.load(source, jobs: 1)
    }

    @Test(arguments: [
        ("ward", "district", ["district", "Council district", "assigned_district"]),
        ("WARD_ID", "DIST", ["d", "Area", "District"]), ("id", "ZONE_NO", ["zone"]),
        ("district_old", "district_new", ["district"]),
    ])
    func `of two fields that number areas differently the one that the city calls so holds the codes`(
        first: String, second: String, callings: [String]
    ) throws {
        for fields in [(first, second), (second, first)] {
            let edition = try edition(fields.0, fields.1, callings: callings)
            #expect(edition.fields.code == second)
            #expect(edition.notes.isEmpty)
        }
    }

    @Test
    func `where nothing tells which of two fields holds the codes the first is taken and both are told`()
        throws
    {
        let edition = try edition("id", "no", callings: ["zone"])
        #expect(edition.fields.code == "id")
        #expect(edition.notes == [.openCodes(taken: "id", others: ["no"])])
        #expect(edition.notes.first?.text.hasPrefix("the areas' codes may be those of id or no") == true)
        let findings = try EditionCheck.findings(in: edition)
        #expect(findings.map(\.kind) == [.openCodes])
        #expect(findings.first?.severity == .warning)
    }

    @Test func `a field that says the same of each area, or counts something else, leaves nothing open`()
        throws
    {
        let path = try folder.areas([
            (#"{"code":"1","name":"Ward 1","seats":3,"region":1}"#, "[[[[0,0],[1,0],[1,1],[0,1],[0,0]]]]"),
            (#"{"code":"2","name":"Ward 2","seats":4,"region":1}"#, "[[[[1,0],[2,0],[2,1],[1,1],[1,0]]]]"),
            (#"{"code":"3","name":"Ward 3","seats":5,"region":2}"#, "[[[[2,0],[3,0],[3,1],[2,1],[2,0]]]]"),
        ])
        let edition = try folder.edition(path)
        #expect(edition.fields.code == "code")
        #expect(edition.fields.title == "name")
        #expect(edition.notes.isEmpty)
    }

    @Test func `of two titles the one of the codes' own kind is taken`() throws {
        let path = try folder.areas([
            (
                #"{"WARD_NAME":"North","DISTRICT_ID":1,"DISTRICT_NAME":"One"}"#,
                "[[[[0,0],[1,0],[1,1],[0,0]]]]"
            ),
            (
                #"{"WARD_NAME":"South","DISTRICT_ID":2,"DISTRICT_NAME":"Two"}"#,
                "[[[[1,0],[2,0],[2,1],[1,0]]]]"
            ),
        ])
        #expect(try folder.edition(path).areas.map(\.title) == ["One", "Two"])
    }
}
