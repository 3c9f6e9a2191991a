import FeatureFiles
import Geometry
import TestSupport
import Testing

@testable import Boundaries

struct EditionLoaderTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private let square = "[[[[-77,39],[-76.99,39],[-76.99,39.01],[-77,39.01],[-77,39]]]]"
    private let beside = "[[[[-76.99,39],[-76.98,39],[-76.98,39.01],[-76.99,39.01],[-76.99,39]]]]"

    @Test func `areas stand in the order of their codes with the titles of the file`() throws {
        let path = try folder.boxes([("10", 0, 0, 1, 1), ("2", 1, 0, 2, 1), ("A", 2, 0, 3, 1)])
        let edition = try folder.edition(path)
        #expect(edition.codes == ["2", "10", "A"])
        #expect(edition.areas.map(\.title) == ["Zone 2", "Zone 10", "Zone A"])
        #expect(edition.areas.map(\.features) == [[2], [1], [3]])
        #expect(edition.extent == Box<Coordinate>(minX: 0, minY: 0, maxX: 3, maxY: 1))
        #expect(edition.vertexCount == 15)
    }

    @Test(arguments: ["BOARDNAME", "LocNombre", "nm_subpref", "DENOM", "nimi_fi", "Bezeichnung"])
    func `titles are found under the names that fields have elsewhere`(field: String) throws {
        let path = try folder.areas([
            (#"{"CODE":1,"\#(field)":"One"}"#, square), (#"{"CODE":2,"\#(field)":"Two"}"#, beside),
        ])
        #expect(try folder.edition(path).areas.map(\.title) == ["One", "Two"])
    }

    @Test func `a name in two languages is the code in one of them, and has no title in the other`() throws {
        let path = try folder.areas([
            (#"{"nimi_fi":"Yksi","nimi_se":"Ett"}"#, square),
            (#"{"nimi_fi":"Kaksi","nimi_se":"Två"}"#, beside),
        ])
        let source = EditionSource(path: path, codeField: "nimi_fi")
        #expect(try AreaFields.choose(source, in: FeatureReader.read(path)).title == "nimi_fi")
    }

    @Test func `features with one code become one area without an inner edge`() throws {
        let path = try folder.areas([
            (#"{"code":7}"#, square), (#"{"code":8}"#, "[[[[-77,40],[-76,40],[-76,41],[-77,40]]]]"),
            (#"{"code":7}"#, beside),
        ])
        let edition = try folder.edition(path)
        #expect(edition.codes == ["7", "8"])
        #expect(edition.areas[0].shape.polygons.count == 1)
        #expect(edition.areas[0].features == [1, 3])
        #expect(edition.notes == [.sharedCode(code: "7", features: [1, 3])])
    }

    @Test func `a wrong field is refused with the nearest and all names`() throws {
        let path = try folder.areas([
            (#"{"WARD_ID":1,"NAME":"One"}"#, square), (#"{"WARD_ID":2,"NAME":"Two"}"#, beside),
        ])
        let error = #expect(throws: BoundaryError.self) { try folder.edition(path, code: "WARDID") }
        #expect(error?.description.contains("did you mean WARD_ID? Its fields: WARD_ID, NAME") == true)
        #expect(try folder.edition(path, code: "ward_id").fields.code == "WARD_ID")
    }

    @Test func `without a field that could hold codes the fields are listed`() throws {
        let path = try folder.areas([
            (#"{"size":1.5,"kind":"x"}"#, square), (#"{"size":2.5,"kind":"x"}"#, beside),
        ])
        let error = #expect(throws: BoundaryError.self) { try folder.edition(path) }
        #expect(error?.description.contains("size, kind") == true)
        let bare = try folder.areas([("{}", square)])
        #expect(throws: BoundaryError.noCodeField(path: bare, fields: [])) { try folder.edition(bare) }
    }

    @Test func `numbers of rows are not taken for codes where there is better`() throws {
        let path = try folder.areas([
            (#"{"OBJECTID":1,"SHAPE_Area":5,"DIST":"N-2","URL":"http://a/1"}"#, square),
            (#"{"OBJECTID":2,"SHAPE_Area":6,"DIST":"N-1","URL":"http://a/2"}"#, beside),
        ])
        #expect(try folder.edition(path).fields.code == "DIST")
    }

    @Test func `numbers that are no degrees are refused where nothing says what they are`() throws {
        let path = try folder.areas([
            (#"{"code":1}"#, "[[[[400000,137000],[401000,137000],[401000,138000],[400000,137000]]]]")
        ])
        let error = #expect(throws: BoundaryError.self) { try folder.edition(path) }
        #expect(
            error?.description.contains("(x 400000 to 401000, y 137000 to 138000) are no degrees") == true)
    }

    @Test func `the same areas come out whatever the number of threads`() throws {
        let path = try folder.boxes((0..<40).map { ("\($0)", Double($0), 0, Double($0) + 1.5, 1) })
        let one = try Edition.load(EditionSource(path: path), jobs: 1)
        let four = try Edition.load(EditionSource(path: path), jobs: 4)
        #expect(one.areas == four.areas)
        #expect(one.notes == four.notes)
    }
}
