import Foundation
import Geometry
import GeometryEngine
import TestSupport
import Testing

@testable import Boundaries

/// A thousandth of a degree at 39° north is 86.6 m from west to east and 111.0 m from south to north. Expected
/// surfaces were made with pyproj 3.7, `Geod(ellps="WGS84").geometry_area_perimeter`.
struct EditionCheckTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func findings(_ path: String, _ settings: CheckSettings = CheckSettings()) throws
        -> [BoundaryFinding]
    {
        try EditionCheck.findings(in: folder.edition(path), settings: settings)
    }

    @Test func `areas that share edges have no findings`() throws {
        let path = try folder.boxes([
            ("1", -77, 39, -76.99, 39.01), ("2", -76.99, 39, -76.98, 39.01), ("3", -77, 39.01, -76.98, 39.02),
        ])
        #expect(try findings(path) == [])
    }

    @Test(arguments: ["EPSG:3857", "EPSG:2248", "EPSG:32618"])
    func `degrees in a file that says metres or feet are an error, also without requests`(
        system: String
    ) throws {
        let path = try folder.boxes([("1", -77, 39, -76.99, 39.01), ("2", -76.99, 39, -76.98, 39.01)])
        let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
            #"{"type":"FeatureCollection","#,
            with: #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(system)"}},"#)
        let said = try folder.write(text, to: "said.geojson")
        func checked(_ path: String) throws -> CheckedEdition? {
            let layer = LayerSource(name: "zone", title: "Zone", editions: [EditionSource(path: path)])
            return try LayerCheck(layers: [layer], settings: CheckSettings()).run(jobs: 1).first
        }
        let found = try #require(try checked(said))
        #expect(found.hasErrors)
        #expect(found.findings.first?.kind == .misplaced)
        #expect(found.findings.first?.message.contains("longitude and latitude") == true)
        #expect(try checked(path)?.hasErrors == false)
    }

    @Test func `an overlap is measured and placed`() throws {
        let path = try folder.boxes([("1", -77, 39, -76.99, 39.01), ("2", -76.9905, 39, -76.98, 39.01)])
        let found = try findings(path)
        #expect(found.map(\.kind) == [.overlap])
        let overlap = try #require(found.first)
        #expect(overlap.codes == ["1", "2"])
        #expect(overlap.severity == .error)
        #expect(abs((overlap.area ?? 0) - 48081.0) < 5)
        let place = try #require(overlap.place)
        #expect(place.longitude > -76.9905 && place.longitude < -76.99)
        #expect(overlap.shape?.polygons.count == 1)
        #expect(try findings(path, CheckSettings(leastArea: 50_000)) == [])
    }

    @Test func `an enclosed gap is measured and its neighbours are named`() throws {
        let path = try folder.boxes([
            ("1", -77, 39, -76.99, 39.001), ("2", -77, 39.002, -76.99, 39.003),
            ("3", -77, 39.001, -76.996, 39.002),
            ("4", -76.995, 39.001, -76.99, 39.002),
        ])
        let found = try findings(path)
        #expect(found.map(\.kind) == [.gap])
        #expect(found.first?.codes == ["1", "2", "3", "4"])
        #expect(abs((found.first?.area ?? 0) - 9616.7) < 2)
    }

    @Test func `a narrow strip that is open to the outside is a gap, a sharp corner is none`() throws {
        // 0.00003 degrees are 2.6 m.
        let strip = try folder.boxes([("1", -77, 39, -76.99, 39.01), ("2", -76.98997, 39, -76.98, 39.01)])
        let found = try findings(strip)
        #expect(found.map(\.kind) == [.gap])
        #expect(found.first?.codes == ["1", "2"])
        #expect(abs((found.first?.area ?? 0) - 2884.9) < 30)
        #expect(try findings(strip, CheckSettings(gapWidth: 2)) == [])
        let corner = try folder.areas([
            (#"{"code":"1"}"#, "[[[[-77,39],[-76.99,39],[-77,39.01],[-77,39]]]]"),
            (#"{"code":"2"}"#, "[[[[-76.99,39],[-76.98,39],[-76.98,39.01],[-76.99,39]]]]"),
        ])
        #expect(try findings(corner) == [])
    }

    @Test func `what was mended while loading is among the findings`() throws {
        let square = "[[[[-77,39],[-76.99,39],[-76.99,39.01],[-77,39.01],[-77,39]]]]"
        let bowtie = "[[[[-76.9,39],[-76.89,39.01],[-76.89,39],[-76.9,39.01],[-76.9,39]]]]"
        let other = "[[[[-76.8,39],[-76.79,39],[-76.79,39.01],[-76.8,39]]]]"
        let path = try folder.areas([
            (#"{"code":"1"}"#, square), (#"{"code":"2"}"#, bowtie), (#"{"code":"1"}"#, other),
            (#"{"code":" "}"#, square),
            (#"{"code":"5"}"#, "null"),
            (#"{"code":"01"}"#, "[[[[-76.7,39],[-76.69,39],[-76.69,39.01],[-76.7,39]]]]"),
        ])
        let found = try findings(path)
        #expect(
            found.map(\.kind) == [.emptyCode, .invalidPolygon, .duplicateCode, .similarCodes, .noGeometry])
        #expect(found.map(\.features) == [[4], [2], [1, 3], [], [5]])
        #expect(
            found[1].place.map { "\($0.longitude.decimals(9)) \($0.latitude.decimals(9))" }
                == "-76.895000000 39.005000000")
        #expect(found[1].message.contains("Self-intersection"))
        #expect(found[3].codes == ["01", "1"] || found[3].codes == ["1", "01"])
    }

    @Test func `a part too thin to be meant is a sliver`() throws {
        let path = try folder.areas([
            (
                #"{"code":"1"}"#,
                "[[[[-77,39],[-76.99,39],[-76.99,39.01],[-77,39.01],[-77,39]]],[[[-76.9,39],[-76.89,39],[-76.89,39.000005],[-76.9,39]]]]"
            ),
            (#"{"code":"2"}"#, "[[[[-76.8,39],[-76.79,39],[-76.79,39.01],[-76.8,39]]]]"),
        ])
        let found = try findings(path)
        #expect(found.map(\.kind) == [.sliver])
        #expect(found.first?.codes == ["1"])
    }
}
