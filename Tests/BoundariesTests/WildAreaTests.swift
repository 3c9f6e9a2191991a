import Foundation
import Geometry
import GeometryEngine
import TestSupport
import Testing

@testable import Boundaries

/// Areas as files of the wild have them: one far away, a vertex mistyped, a border on the antimeridian.
struct WildAreaTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Four city blocks around a corner, in degrees.
    private func blocks(
        around x: Double = -76.61, _ y: Double = 39.3, size: Double = 0.01
    ) -> [(code: String, west: Double, south: Double, east: Double, north: Double)] {
        [
            ("1", x - size, y - size, x, y), ("2", x, y - size, x + size, y), ("3", x - size, y, x, y + size),
            ("4", x, y, x + size, y + size),
        ]
    }

    private func probe(_ edition: Edition, cells: Int = 64) throws -> EditionProbe {
        try EditionProbe(EditionGround(edition, nearDistance: 10, cells: cells))
    }

    /// Cases 01, 04 and 94.
    @Test(arguments: [("at 0, 0", 0.0, 0.0), ("half a world away", 144.8, 13.45)])
    func `an area elsewhere is told and bends no distance`(what: String, x: Double, y: Double) throws {
        let plain = try folder.edition(try folder.boxes(blocks(), name: "plain.geojson"))
        let path = try folder.boxes(blocks() + [("far", x, y, x + 0.01, y + 0.01)])
        let edition = try folder.edition(path)
        #expect(edition.home == plain.extent)
        let findings = try EditionCheck.findings(in: edition)
        #expect(findings.map(\.kind) == [.farArea], "\(what): \(findings.map(\.message))")
        #expect(findings.first?.codes == ["far"])
        let (one, other) = (try probe(plain), try probe(edition))
        for metres in [6.0, 8, 9.5, 10.5, 12] {
            // At 39.295° a degree of longitude has 86,265.5 m.
            let position = Coordinate(longitude: -76.61 + metres / 86_265.54, latitude: 39.295)
            #expect(abs(other.distance(from: position, to: Ordinal(0)) - metres) < metres * 1e-4)
            #expect(
                one.distance(from: position, to: Ordinal(0))
                    == other.distance(from: position, to: Ordinal(0)))
            #expect(try other.locate(position).index == 1)
        }
        let there = Coordinate(longitude: x + 0.005, latitude: y + 0.005)
        #expect(try edition.areas[other.locate(there)].code == "far")
    }

    /// Nobody knows where such an area lies: it would accuse those whose numbers are right.
    @Test(arguments: [
        ("was a minus sign lost?", 76.61, 39.3), ("was a minus sign lost?", -76.61, -39.3),
        ("its numbers would fit as latitude and longitude, swapped", 39.3, -76.61),
    ])
    func `an area whose numbers would lie in the city if read otherwise cannot be read`(
        advice: String, x: Double, y: Double
    ) throws {
        let far = ("far", x, y, x + 0.01, y + 0.01)
        let edition = try folder.edition(try folder.boxes(blocks() + [far]))
        #expect(edition.codes == ["1", "2", "3", "4"])
        #expect(edition.unreadable.map(\.code) == ["far"])
        #expect(edition.unreadable.first?.hidesGround == true)
        let findings = try EditionCheck.findings(in: edition)
        #expect(findings.map(\.kind) == [.unreadableArea])
        #expect(findings.first?.message.contains("it lies about") == true)
        #expect(findings.first?.message.hasSuffix(advice) == true, "\(findings.map(\.message))")
        // Of two that lie apart nobody knows which is right.
        let two = try folder.edition(try folder.boxes([blocks()[0], far], name: "two.geojson"))
        #expect(two.unreadable == [])
    }

    /// A country's areas beyond the sea have another country's mirror image.
    @Test func `an area of a country is not taken for one whose sign is lost`() throws {
        let states = (0..<12).map { index in
            let (x, y) = (-120 + Double(index % 6) * 9, 32 + Double(index / 6) * 8)
            return (code: "\(index)", west: x, south: y, east: x + 9, north: y + 8)
        }
        let edition = try folder.edition(
            try folder.boxes(states + [("far", 110.0, 35.0, 111.0, 36.0)], name: "states.geojson"))
        #expect(edition.unreadable == [])
    }

    @Test(arguments: ["-75.6,39.31", "-76.6,40.31", "-76.5,39.31", "-77.6,39.31"])
    func `a vertex with a wrong digit in a small city is told, and the area stays`(vertex: String) throws {
        let square = { (x: Double, y: Double, corner: String?) in
            "[[[[\(x),\(y)],[\(x + 0.01),\(y)],[\(corner ?? "\(x + 0.01),\(y + 0.01)")],"
                + "[\(x),\(y + 0.01)],[\(x),\(y)]]]]"
        }
        let edition = try folder.edition(
            try folder.areas([
                (#"{"code":"1"}"#, square(-76.62, 39.29, nil)),
                (#"{"code":"2"}"#, square(-76.61, 39.29, nil)),
                (#"{"code":"3"}"#, square(-76.62, 39.3, nil)),
                (#"{"code":"4"}"#, square(-76.61, 39.3, vertex)),
            ]))
        #expect(edition.codes == ["1", "2", "3", "4"])
        let findings = try EditionCheck.findings(in: edition).filter { $0.kind == .farArea }
        #expect(findings.map(\.codes) == [["4"]])
        #expect(findings.first?.severity == .warning)
        #expect(
            findings.first?.message.hasPrefix("vertex 3 of the outer ring, at ") == true,
            "\(findings.map(\.message))")
    }

    @Test func `a knotted ring is no endless work, and beyond all measure its area cannot be read`() throws {
        var random = SeededNumbers(11)
        func knot(_ count: Int) -> String {
            let corners = (0..<count).map { _ in
                "[\(-76.6 + random.fraction() * 0.01),\(39.3 + random.fraction() * 0.01)]"
            }
            return "[[[\((corners + [corners[0]]).joined(separator: ","))]]]"
        }
        let square = "[[[[-76.59,39.3],[-76.58,39.3],[-76.58,39.31],[-76.59,39.31],[-76.59,39.3]]]]"
        let path = try folder.areas([
            (#"{"code":"1"}"#, square), (#"{"code":"2"}"#, knot(400)), (#"{"code":"3"}"#, knot(20_000)),
        ])
        var findings: [BoundaryFinding] = []
        let spent = try ThreadTime.spent { findings = try EditionCheck.findings(in: folder.edition(path)) }
        #expect(spent < .seconds(20))
        #expect(findings.first { $0.kind == .invalidPolygon }?.codes == ["2"])
        let unreadable = findings.filter { $0.kind == .unreadableArea }
        #expect(unreadable.map(\.codes) == [["3"]] && unreadable.map(\.features) == [[3]])
        #expect(
            unreadable.first?.message.contains("its border crosses itself more than 100000 times, first at")
                == true,
            "\(unreadable.map(\.message))")
    }

    @Test func `a mask of the world around a city is found outside of it`() throws {
        let world =
            "[[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]],"
            + "[[-76.62,39.29],[-76.62,39.31],[-76.6,39.31],[-76.6,39.29],[-76.62,39.29]]]]"
        let boxes = blocks().map { box in
            (
                #"{"code":"\#(box.code)"}"#,
                "[[[[\(box.west),\(box.south)],[\(box.east),\(box.south)],[\(box.east),\(box.north)],"
                    + "[\(box.west),\(box.north)],[\(box.west),\(box.south)]]]]"
            )
        }
        let edition = try folder.edition(try folder.areas(boxes + [(#"{"code":"rest"}"#, world)]))
        let probe = try probe(edition)
        func code(_ x: Double, _ y: Double) throws -> String {
            edition.areas[try probe.locate(Coordinate(longitude: x, latitude: y))].code
        }
        #expect(try code(-76.615, 39.295) == "1")
        #expect(try code(-76.63, 39.3) == "rest")
        #expect(try code(150, -30) == "rest")
        #expect(try EditionCheck.findings(in: edition).allSatisfy { $0.severity != .error })
    }

    /// Case 03: one area on both sides of the antimeridian, in two parts as RFC 7946 asks, and one beside it.
    @Test func `a city on the antimeridian is one`() throws {
        let both =
            "[[[[179.9,-16.9],[180,-16.9],[180,-16.7],[179.9,-16.7],[179.9,-16.9]]],"
            + "[[[-180,-16.9],[-179.9,-16.9],[-179.9,-16.7],[-180,-16.7],[-180,-16.9]]]]"
        let east = "[[[[-179.9,-16.9],[-179.8,-16.9],[-179.8,-16.7],[-179.9,-16.7],[-179.9,-16.9]]]]"
        let edition = try folder.edition(
            try folder.areas([(#"{"code":"1"}"#, both), (#"{"code":"2"}"#, east)]))
        #expect(edition.window == .acrossAntimeridian)
        #expect(edition.areas[0].shape.polygons.count == 1)
        #expect(try EditionCheck.findings(in: edition) == [])
        let probe = try probe(edition)
        for longitude in [179.95, 179.99995, 180, -180, -179.99995, -179.95] {
            let position = Coordinate(longitude: longitude, latitude: -16.8)
            #expect(try probe.areas(containing: position) == [Ordinal(0)], "\(longitude)")
            // The cut is no border: the nearest is 11 km south or 5 km and more beside.
            #expect(probe.nearestBorder(to: position).distance > 5000)
        }
        // 0.0001° of longitude there is 106.6 m.
        let beside = Coordinate(longitude: -179.901, latitude: -16.8)
        #expect(abs(probe.distance(from: beside, to: Ordinal(1)) - 106.598) < 0.02)
    }

    @Test func `a ring that jumps over the antimeridian is unrolled`() throws {
        let jumping = "[[[[179.95,-16.9],[-179.95,-16.9],[-179.95,-16.8],[179.95,-16.8],[179.95,-16.9]]]]"
        let edition = try folder.edition(try folder.areas([(#"{"code":"1"}"#, jumping)]))
        let probe = try probe(edition)
        #expect(try probe.locate(Coordinate(longitude: 179.99, latitude: -16.85)).index == 0)
        #expect(try probe.locate(Coordinate(longitude: -179.99, latitude: -16.85)).index == 0)
        #expect(try probe.locate(Coordinate(longitude: 0, latitude: -16.85)) == .none)
    }

    @Test func `longitudes of 0 to 360 are taken for those of -180 to 180`() throws {
        let edition = try folder.edition(
            try folder.boxes(blocks().map { ($0.code, $0.west + 360, $0.south, $0.east + 360, $0.north) }))
        #expect(abs(edition.extent.minX + 76.62) < 1e-9)
        #expect(try probe(edition).locate(Coordinate(longitude: -76.615, latitude: 39.295)).index == 0)
    }

    /// Case 95 and its kinds: lost decimal points and signs, in an outer ring and in a hole.
    @Test(arguments: [
        ("hole", "[-70780.0,41.55]", "vertex 4 of hole 1, at -70780, 41.55"),
        ("hole", "[-7.078,41.55]", "vertex 4 of hole 1, at -7.078, 41.55"),
        ("hole", "[70.78,41.55]", "vertex 4 of hole 1, at 70.78, 41.55"),
        ("hole", "[-70.78,1e300]", "vertex 4 of hole 1, at -70.78, 1e+300"),
        ("ring", "[-708.0,41.6]", "vertex 4 of the outer ring, at -708, 41.6"),
        ("ring", "[-70.8,4160000]", "vertex 4 of the outer ring, at -70.8, 4160000"),
        ("ring", "[-70.8,-41.6]", "vertex 4 of the outer ring, at -70.8, -41.6"),
        ("ring", "[-1e15,41.6]", "vertex 4 of the outer ring, at"),
        ("ring", "[1e999,41.6]", "vertex 4 of the outer ring is not a list of two numbers"),
        ("ring", "[NaN,41.6]", "vertex 4 of the outer ring is not a list of two numbers"),
    ])
    func `a wild vertex is named with feature, ring and place, at once`(
        part: String, vertex: String, words: String
    ) throws {
        let (ring, hole) = part == "ring" ? (vertex, "[-70.78,41.55]") : ("[-70.8,41.6]", vertex)
        let wild =
            "[[[[-70.8,41.5],[-70.7,41.5],[-70.7,41.6],\(ring),[-70.8,41.5]],"
            + "[[-70.78,41.52],[-70.75,41.52],[-70.75,41.55],\(hole),[-70.78,41.52]]]]"
        let path = try folder.areas([
            (#"{"code":"1"}"#, "[[[[-70.9,41.5],[-70.8,41.5],[-70.8,41.6],[-70.9,41.6],[-70.9,41.5]]]]"),
            (#"{"code":"2"}"#, wild),
        ])
        let edition = try folder.edition(path)
        var findings: [BoundaryFinding] = []
        let spent = try ThreadTime.spent {
            findings = try EditionCheck.findings(in: folder.edition(path)).filter { $0.severity == .error }
        }
        #expect(spent < .seconds(2))
        #expect(edition.codes == ["1"])
        #expect(edition.unreadable.map(\.code) == ["2"])
        #expect(findings.map(\.kind) == [.unreadableArea])
        #expect(findings.first?.features == [2])
        #expect(findings.first?.message.contains(words) == true, "\(findings.map(\.message))")
    }

    @Test func `a wild vertex is found in projected numbers too`() throws {
        func box(_ x: Double, _ y: Double, corner: Double? = nil) -> String {
            "[[[[\(x),\(y)],[\(x + 1000),\(y)],[\(corner ?? x + 1000),\(y + 1000)],[\(x),\(y + 1000)],[\(x),\(y)]]]]"
        }
        let text = try String(
            contentsOf: .init(
                filePath: folder.areas([
                    (#"{"code":"1"}"#, box(430_000, 180_000)),
                    (#"{"code":"2"}"#, box(431_000, 180_000, corner: 43_200)),
                    (#"{"code":"3"}"#, box(432_000, 180_000)),
                ])), encoding: .utf8)
        let path = try folder.write(
            text.replacing(
                #"{"type":"FeatureCollection","#,
                with: #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2804"}},"#
            ),
            to: "metres.geojson")
        let edition = try folder.edition(path)
        #expect(edition.codes == ["1", "3"])
        #expect(
            edition.unreadable.first?.reasonText.contains("vertex 3 of the outer ring, at 43200, 181000")
                == true)
    }

    @Test func `a part of an area that lies elsewhere is told`() throws {
        let parts =
            "[[[[-76.62,39.29],[-76.61,39.29],[-76.61,39.3],[-76.62,39.29]]],"
            + "[[[0,0],[0.01,0],[0.01,0.01],[0,0]]]]"
        let beside = "[[[[-76.61,39.29],[-76.6,39.29],[-76.6,39.3],[-76.61,39.29]]]]"
        let edition = try folder.edition(
            try folder.areas([(#"{"code":"1"}"#, parts), (#"{"code":"2"}"#, beside)]))
        let findings = try EditionCheck.findings(in: edition)
        #expect(findings.map(\.kind) == [.farArea])
        #expect(findings.first?.message.hasPrefix("a part of area 1 (feature 1) lies about 8") == true)
    }

    @Test func `a border without end is no area, found at once`() throws {
        let corners = (0..<40_000).map { "[\($0.isMultiple(of: 2) ? -170 : 170),\(Double($0) * 0.002 - 40)]" }
        let zigzag = "[[[\((corners + [corners[0]]).joined(separator: ","))]]]"
        let square = "[[[[-76.61,39.29],[-76.6,39.29],[-76.6,39.3],[-76.61,39.29]]]]"
        let path = try folder.areas([
            (#"{"code":"1"}"#, zigzag), (#"{"code":"2"}"#, square),
            (#"{"code":"3"}"#, square.replacing("39.", with: "38.")),
        ])
        var unreadable: [String] = []
        let spent = try ThreadTime.spent { unreadable = try folder.edition(path).unreadable.map(\.code) }
        #expect(unreadable == ["1"] && spent < .seconds(10))
    }

    @Test func `a large area among small ones has no wild vertex`() throws {
        let large = "[[[[-77,40],[-76,40],[-76,41.5],[-77,40]]]]"
        let edition = try folder.edition(
            try folder.areas(
                (0..<6).map { index in
                    let x = -77 + Double(index) * 0.01
                    return (
                        #"{"code":"\#(index)"}"#,
                        "[[[[\(x),39],[\(x + 0.01),39],[\(x + 0.01),39.01],[\(x),39.01],[\(x),39]]]]"
                    )
                } + [(#"{"code":"large"}"#, large)]))
        #expect(edition.unreadable == [])
    }

    /// Case 79.
    @Test func `a ring that encloses nothing is left out of its area, which stays`() throws {
        let flat =
            "[[[[-74,40],[-73.9,40],[-73.9,40.1],[-74,40.1],[-74,40]]],[[[-74,40.1],[-73.999,40.1001],[-74,40.1]]]]"
        let edition = try folder.edition(
            try folder.areas([
                (#"{"d":"1"}"#, flat),
                (#"{"d":"2"}"#, "[[[[-73.9,40],[-73.8,40],[-73.8,40.1],[-73.9,40.1],[-73.9,40]]]]"),
            ]), code: "d")
        #expect(edition.codes == ["1", "2"])
        let findings = try EditionCheck.findings(in: edition)
        #expect(findings.map(\.kind) == [.degenerateRing])
        #expect(findings.first?.codes == ["1"])
        #expect(findings.first?.severity == .warning)
    }

    @Test func `an area of which nothing is left is an error by its code, one without geometry a notice`()
        throws
    {
        let square = "[[[[-74,40],[-73.9,40],[-73.9,40.1],[-74,40.1],[-74,40]]]]"
        let edition = try folder.edition(
            try folder.areas([
                (#"{"d":"1"}"#, "[[[[-73.9,40],[-73.8,40],[-73.85,40],[-73.9,40]]]]"),
                (#"{"d":"2"}"#, square),
                (#"{"d":"3"}"#, "[[[[-73.9,40],[-73.8,40],[-73.9,40]]]]"), (#"{"d":"4"}"#, "null"),
                (#"{"d":"2"}"#, "null"),
            ]), code: "d")
        #expect(edition.codes == ["2"])
        #expect(edition.unreadable.map(\.code) == ["1", "3", "4"])
        let findings = try EditionCheck.findings(in: edition)
        #expect(findings.filter { $0.severity == .error }.flatMap(\.codes) == ["1", "3"])
        #expect(findings.filter { $0.kind == .noGeometry }.map(\.severity) == [.notice])
        let codes = EditionCodes(edition)
        #expect(codes.meaning(of: "2") == .area(Ordinal(0)))
        #expect(codes.meaning(of: "District 3") == .unreadable(Ordinal(1)))
        #expect(codes.meaning(of: "7") == .unknown)
    }

    /// Case 59, and an enclave in a gap.
    @Test func `an island in a lake and an enclave in a gap do not stop the check`() throws {
        let lake =
            "[[[[-76.62,39.29],[-76.61,39.29],[-76.61,39.3],[-76.62,39.3],[-76.62,39.29]],"
            + "[[-76.617,39.293],[-76.617,39.297],[-76.613,39.297],[-76.613,39.293],[-76.617,39.293]]],"
            + "[[[-76.616,39.294],[-76.614,39.294],[-76.614,39.296],[-76.616,39.296],[-76.616,39.294]]]]"
        let beside = "[[[[-76.61,39.29],[-76.6,39.29],[-76.6,39.3],[-76.61,39.3],[-76.61,39.29]]]]"
        let edition = try folder.edition(
            try folder.areas([(#"{"code":"1"}"#, lake), (#"{"code":"2"}"#, beside)]))
        let findings = try EditionCheck.findings(in: edition)
        #expect(findings.map(\.kind) == [.gap])
        // 0.004° by 0.004° less 0.002° by 0.002°: by pyproj 3.7, `Geod.geometry_area_perimeter`, 114,927.6 m².
        #expect(abs((findings.first?.area ?? 0) - 114_927.6) < 5)
    }

    @Test func `layers with invalid polygons are checked to the end`() throws {
        var random = SeededNumbers(59)
        for round in 0..<40 {
            let areas = (0..<4).map { area in
                let corners = (0..<7).map { _ in
                    "[\(-76.6 + random.fraction() * 0.02),\(39.3 + random.fraction() * 0.02)]"
                }
                let ring = "[\((corners + [corners[0]]).joined(separator: ","))]"
                return (properties: #"{"code":"\#(area)"}"#, coordinates: "[[\(ring)]]")
            }
            let edition = try folder.edition(try folder.areas(areas, name: "random\(round).geojson"))
            _ = try EditionCheck.findings(in: edition)
        }
    }

    /// What the city files of the wild have: neighbours that were drawn one by one.
    @Test func `a narrow overlap of a small share is a notice, a wide one of a larger share an error`() throws
    {
        // 0.00003° are 2.6 m.
        let narrow = try folder.boxes([("1", -77, 39, -76.99, 39.01), ("2", -76.99003, 39, -76.98, 39.01)])
        let small = try EditionCheck.findings(in: try folder.edition(narrow))
        #expect(small.map(\.kind) == [.smallOverlap])
        #expect(small.first?.severity == .notice)
        let wide = try folder.boxes([("1", -77, 39, -76.99, 39.01), ("2", -76.9901, 39, -76.98, 39.01)])
        #expect(try EditionCheck.findings(in: try folder.edition(wide)).map(\.kind) == [.overlap])
    }

    @Test func `borders without end are an error, not memory`() {
        let zigzag = LinearRing(
            (0..<40_000).map { MapPoint(x: $0.isMultiple(of: 2) ? -170 : 170, y: Double($0) * 0.002 - 40) })
        #expect(throws: GeometryError.self) {
            try EditionGround(
                shapes: [MultiPolygon([Polygon(exterior: zigzag)])], referenceSystem: .wgs84,
                nearDistance: 10,
                cells: 16)
        }
    }

    /// Requests of a country, of both sides of the earth and at a pole, against geodesics to finely cut borders.
    @Test(
        arguments: [
            ("a city and 0, 0", [(-76.61, 39.3, 0.05), (0.0, 0.0, 0.01)]),
            ("a country", [(-120.0, 35.0, 3.0), (-100, 40, 3), (-75, 42, 3), (-156, 20, 1)]),
            ("the antimeridian", [(179.9, -17.0, 0.3), (179.4, -17.0, 0.4)]),
            ("the far north", [(20.0, 84.0, 2.0)]),
        ] as [(String, [(Double, Double, Double)])])
    func `metres are right within 1 in 10,000 wherever the request is`(
        what: String, boxes: [(Double, Double, Double)]
    ) throws {
        let edition = try folder.edition(
            try folder.boxes(
                boxes.enumerated().map { index, box in
                    ("\(index)", box.0, box.1, box.0 + box.2, box.1 + box.2)
                }))
        let probe = try probe(edition)
        var random = SeededNumbers(1)
        for round in 0..<60 {
            let box = boxes[round % boxes.count]
            let spread = [0.001, 0.1, 5, 60][round / boxes.count % 4]
            var position = Coordinate(
                longitude: box.0 + (random.fraction() - 0.5) * spread,
                latitude: max(-89, min(89, box.1 + (random.fraction() - 0.5) * spread)))
            position.longitude = position.longitude.remainder(dividingBy: 360)
            for (area, other) in boxes.enumerated() {
                let own = Ordinal<Area>(try #require(edition.codes.firstIndex(of: "\(area)")))
                if try probe.covers(own, position) { continue }
                let expected = nearest(position, other)
                let found = probe.distance(from: position, to: own)
                #expect(abs(found - expected) < 0.01 + 1e-4 * expected, "\(what): \(position) to \(area)")
            }
        }
    }

    /// The geodesic to the nearest point of a box's edges, found by narrowing.
    private func nearest(_ position: Coordinate, _ box: (Double, Double, Double)) -> Double {
        let (x, y, size) = box
        let corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
        return zip(corners, corners.dropFirst()).map { start, end in
            func distance(_ share: Double) -> Double {
                Geodesic.distance(
                    from: position,
                    to: Coordinate(
                        longitude: start.0 + share * (end.0 - start.0),
                        latitude: start.1 + share * (end.1 - start.1)))
            }
            var best = (0...40).map { Double($0) / 40 }.min { distance($0) < distance($1) } ?? 0
            var step = 1.0 / 40
            while step > 1e-9 {
                for share in [best - step, best + step]
                where (0...1).contains(share) && distance(share) < distance(best) {
                    best = share
                }
                step /= 2
            }
            return distance(best)
        }.min() ?? .infinity
    }

    private func overlaps(_ edition: Edition) -> [EditionNote] {
        edition.notes.filter { if case .overlap = $0 { true } else { false } }
    }

    @Test func `areas that overlap are told when they are loaded, and neighbours drawn one by one are not`()
        throws
    {
        let (x, y) = (-76.61, 39.3)
        #expect(overlaps(try folder.edition(try folder.boxes(blocks()))).isEmpty)
        // 20 m beyond the border, as files drawn by hand have it.
        let sloppy = blocks() + [("5", x + 0.00977, y, x + 0.02, y + 0.01)]
        #expect(overlaps(try folder.edition(try folder.boxes(sloppy))).isEmpty)
        // A cross has no corner in the other area, a copy none that is not on its border.
        let cross = [("1", x - 0.01, y, x + 0.01, y + 0.002), ("2", x, y - 0.01, x + 0.002, y + 0.01)]
        let copy = [("1", x, y, x + 0.01, y + 0.01), ("2", x, y, x + 0.01, y + 0.01)]
        for boxes in [cross, copy] {
            let path = try folder.boxes(
                boxes.map { (code: $0.0, west: $0.1, south: $0.2, east: $0.3, north: $0.4) })
            let edition = try folder.edition(path)
            #expect(overlaps(edition) == [.overlap([.init(first: "1", second: "2")])])
            #expect(try EditionCheck.findings(in: edition).map(\.kind) == [.overlap])
        }
        let outline = blocks() + [("all", x - 0.01, y - 0.01, x + 0.01, y + 0.01)]
        let note = try #require(overlaps(try folder.edition(try folder.boxes(outline))).first)
        #expect(
            note.text.hasPrefix("area all overlaps 4 others: is it the outline of them all"), "\(note.text)")
    }
}
