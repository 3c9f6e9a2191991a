import Foundation
import Testing

/// What makes a repair certain, or an accusation one, has to be true and to be another source than the position.
struct SecondSourceTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// Zones 1 and 2 side by side with the border along -76.61, and zone 3 far in the north.
    private static let zones = #"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"zone":"1"},"geometry":{"type":"Polygon","coordinates":
        [[[-76.66,39.25],[-76.61,39.25],[-76.61,39.3],[-76.66,39.3],[-76.66,39.25]]]}},
        {"type":"Feature","properties":{"zone":"2"},"geometry":{"type":"Polygon","coordinates":
        [[[-76.61,39.25],[-76.56,39.25],[-76.56,39.3],[-76.61,39.3],[-76.61,39.25]]]}},
        {"type":"Feature","properties":{"zone":"3"},"geometry":{"type":"Polygon","coordinates":
        [[[-76.66,39.3],[-76.56,39.3],[-76.56,39.35],[-76.66,39.35],[-76.66,39.3]]]}}]}
        """#

    /// - Parameters:
    ///   - rows: Address, longitude, latitude and zone of each request.
    ///   - points: Number, street, longitude, latitude and ZIP code of address points.
    ///   - streets: Features of TIGER address ranges.
    private func audit(
        _ rows: [String], points: [String] = [], streets: [String] = []
    ) throws -> (verdicts: [String], findings: [String], repairs: [String]) {
        var city = """
            name: Testville
            timezone: America/New_York
            requests:
              columns: {id: id, category: category, opened: opened, address: address, longitude: lon, latitude: lat}
            layers: [{name: zone, assigned: zone, uncertainty: 10 m, editions: [{file: b.geojson, code: zone}]}]
            reference:

            """
        if !points.isEmpty { city += "  addresses: {file: points.csv, profile: openaddresses}\n" }
        if !streets.isEmpty { city += "  streets: {file: streets.geojson, profile: tiger}\n" }
        if points.isEmpty && streets.isEmpty { city.replace("reference:\n", with: "") }
        let requests = rows.enumerated().map { "R\($0 + 1),Pothole,2024-02-02,\($1)" }
        let files = [
            "city.yaml": city, "b.geojson": Self.zones,
            "r.csv": (["id,category,opened,address,lon,lat,zone"] + requests).joined(separator: "\n") + "\n",
            "points.csv": (["NUMBER,STREET,LON,LAT,POSTCODE"] + points).joined(separator: "\n") + "\n",
            "streets.geojson":
                #"{"type":"FeatureCollection","features":[\#(streets.joined(separator: ","))]}"#,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let outcome = try Wardline.shell(
            "wardline audit r.csv --city city.yaml --all -o f.csv --all-repairs --repairs repairs.csv",
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        func lines(_ name: String) throws -> [String] {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .split(separator: "\n").dropFirst().map(String.init)
        }
        let findings = try lines("f.csv")
        let verdicts = findings.map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return "\(fields[3]) \(fields[4])\(fields[5].isEmpty ? "" : " \(fields[5])")"
        }
        return (verdicts, findings, try lines("repairs.csv"))
    }

    private func street(_ name: String, numbers: ClosedRange<Int>, from: String, to: String) -> String {
        """
        {"type":"Feature","properties":{"FULLNAME":"\(name)","LFROMHN":"\(numbers.lowerBound)",
        "LTOHN":"\(numbers.upperBound)","RFROMHN":"\(numbers.lowerBound + 1)","RTOHN":"\(numbers.upperBound + 1)",
        "ZIPL":"","ZIPR":""},"geometry":{"type":"LineString","coordinates":[[\(from)],[\(to)]]}}
        """
    }

    @Test func `what exchanged numbers mean acquits where it lies in the assigned zone`() throws {
        let found = try audit(
            ["12 Oak St,39.28,-76.64,1", "12 Oak St,39.28,-76.64,3"], points: ["12,Oak St,-76.58,39.28,"])
        #expect(found.verdicts == ["2 uncertain", "2 misrouted swapped_axes"])
        #expect(found.findings[0].contains("exchanged it lies in zone 1, the assigned one"))
        #expect(found.repairs.allSatisfy { !$0.hasPrefix("R1,") })
    }

    @Test func `a house that another street of the name lacks does not accuse who is recorded there`() throws
    {
        let north = (0..<6).map {
            "\(430 + $0 + ($0 > 1 ? 1 : 0)),Elm St,\(-76.6302 + 0.0002 * Double($0)),39.33,02101"
        }
        let south = (0..<6).map { "\(430 + $0),Elm St,\(-76.5902 + 0.0002 * Double($0)),39.27,02102" }
        let rows = ["432 Elm St,-76.6298,39.33,3", "432 Elm St 02102,-76.6298,39.33,3"]
        let found = try audit(rows, points: north + south)
        // The ZIP code tells which of them is meant.
        #expect(found.verdicts == ["2 uncertain", "2 misrouted geocoding_error"])
    }

    @Test func `a house that only a street of another type has frees nobody who is recorded there`() throws {
        let road = (0..<15).map { "\(500 + 2 * $0),Foxhall Rd,\(-76.64 + 0.0002 * Double($0)),39.27," }
        let lane = (0..<30).map { "\(500 + 2 * $0),Foxhall Ln,\(-76.6 + 0.0002 * Double($0)),39.27," }
        let found = try audit(
            [
                "530 Foxhall Rd,-76.597,39.27,2", "530 Foxhall Ln,-76.597,39.27,2",
                "510 Foxhall Rd,-76.639,39.27,1",
            ],
            points: road + lane)
        #expect(found.verdicts == ["2 uncertain", "2 correct", "1 correct"])
        #expect(found.findings[0].contains("m from 530 Foxhall Rd; 530 Foxhall Ln is in zone 2"))
    }

    @Test func `witnesses across the street, which may be the border, are no second source`() throws {
        let even = (0..<4).map { "\(1120 + 2 * $0) Dexter Rd,-76.60985,\(39.27 + 0.0001 * Double($0)),2" }
        let across = try audit(even + ["1125 Dexter Rd,-76.60986,39.2702,1"])
        #expect(across.verdicts.last == "2 misrouted unexplained")
        #expect(across.repairs.last?.hasSuffix("likely,unexplained") == true)
        let beside = try audit(even + ["1128 Dexter Rd,-76.60986,39.2702,1"])
        #expect(beside.repairs.last?.hasSuffix("certain,unexplained") == true)
    }

    // Planted: ten of its side lay in another zone and were assigned to it, and the repair was certain.
    @Test func `a block of which a side lies in two zones is no second source`() throws {
        let rows = (0..<4).map { "\(1120 + 2 * $0) Dexter Rd,-76.60985,\(39.27 + 0.0001 * Double($0)),2" }
        let accused = "1128 Dexter Rd,-76.60986,39.2702,1"
        let beyond = (0..<3).map { "\(1130 + 2 * $0) Dexter Rd,-76.60985,\(39.31 + 0.0001 * Double($0)),3" }
        #expect(
            try audit(rows + beyond + [accused]).repairs.last?.hasSuffix("likely,unexplained") == true)
        let across = (0..<3).map { "\(1131 + 2 * $0) Dexter Rd,-76.60985,\(39.31 + 0.0001 * Double($0)),3" }
        #expect(
            try audit(rows + across + [accused]).repairs.last?.hasSuffix("certain,unexplained") == true)
    }

    @Test func `a block is one however its street is spelled`() throws {
        let rows = (0..<4).map {
            "\(1120 + 2 * $0) North Dexter Road,-76.60985,\(39.27 + 0.0001 * Double($0)),2"
        }
        let found = try audit(rows + ["1128 N Dexter Rd,-76.60986,39.2702,1"])
        #expect(found.repairs.last?.hasSuffix("certain,unexplained") == true)
        let other = try audit(
            rows + ["1128 N Dexter Rd,-76.60986,39.2702,1", "1126 N. DEXTER RD,-76.6103,39.27,1"])
        #expect(other.repairs.last?.hasSuffix("likely,unexplained") == true)
    }

    @Test func `where address and position lie in two zones nothing says that both are in one`() throws {
        let found = try audit(
            ["9 Bay St,-76.60999,39.27,3", "9 Bay St,-76.61028,39.27,3"],
            points: ["9,Bay St,-76.61028,39.27,"])
        #expect(found.verdicts == ["1 misrouted zone_table", "1 misrouted zone_table"])
        #expect(found.findings[0].contains("m from 9 Bay St, which is in zone 1"))
        #expect(found.findings[1].contains("both are in zone 1"))
        // Record, position and address name three zones.
        #expect(found.repairs.map { $0.contains(",certain,") } == [false, true])
    }

    @Test
    func
        `a street without a number is told by its nearest part, and asks where it runs through the assigned zone`()
        throws
    {
        let oak = street("Oak St", numbers: 1...2001, from: "-76.64,39.27", to: "-76.58,39.27")
        let found = try audit(
            ["Oak St,-76.6098,39.27,1", "Oak St,-76.585,39.2701,1", "Oak St,-76.585,39.2701,3"],
            streets: [oak])
        #expect(found.verdicts == ["2 uncertain", "2 uncertain", "2 misrouted zone_table"])
        #expect(found.findings[0].contains("the address names no number, and Oak St runs through zone 1 too"))
        #expect(found.findings[2].contains("recorded in zone 2, 11 m from Oak St"))
    }

    @Test func `a range is no house where the recorded position is at one that is nearly named`() throws {
        let seventh = street("7th St", numbers: 1001...1099, from: "-76.58,39.27", to: "-76.58,39.272")
        let rows = ["1061 7th St,-76.64,39.28,1"]
        let none = try audit(rows, points: ["1061,7th Ave,-76.64,39.28,"], streets: [seventh])
        #expect(none.verdicts == ["2 uncertain"] && none.repairs.isEmpty)
        #expect(none.findings[0].contains("m from 1061 7th St; 1061 7th Ave is in zone 1"))
        let named = try audit(
            rows, points: ["1061,7th Ave,-76.64,39.28,", "1061,7th St,-76.5801,39.2712,"], streets: [seventh])
        // Both houses are listed, and the position is at the other one: a slip of the pen is as likely as a wrong position.
        #expect(named.verdicts == ["2 misrouted geocoding_error"])
        #expect(named.repairs.first?.contains(",likely,") == true)
    }

    @Test func `a house whose direction the address contradicts frees no position`() throws {
        let west = (0..<6).map { "\(520 + 2 * $0),9th St SW,\(-76.6402 + 0.0002 * Double($0)),39.27,20024" }
        let east = (0..<8).map { "\(520 + 2 * $0),9th St SE,\(-76.5902 + 0.0002 * Double($0)),39.27,20003" }
        let found = try audit(["532 9th St SW,-76.589,39.27,2"], points: west + east)
        #expect(found.verdicts == ["2 uncertain"])
        #expect(found.findings[0].contains("m from 532 9th St SW; 532 9th St SE is in zone 2"))
    }

    @Test func `a point and a range of one number that lie apart are no certain address`() throws {
        let eastgate = street("Eastgate St", numbers: 401...499, from: "-76.6125,39.27", to: "-76.6101,39.27")
        let found = try audit(
            ["441 Eastgate St,-76.61152,39.27,1"], points: ["441,Eastgate St,-76.6098,39.27,"],
            streets: [eastgate])
        // The position is where the range has the number, and the house itself in another zone.
        #expect(found.verdicts == ["2 uncertain"])
        #expect(
            found.findings[0].contains("148 m from 441 Eastgate St, the house itself; 441 Eastgate St, by"))
        #expect(found.repairs.isEmpty)
    }

    @Test func `a range is no second source where the position is in that of a like street`() throws {
        let east = street("E Granger Rd", numbers: 1001...1099, from: "-76.59,39.27", to: "-76.585,39.27")
        let west = street("W Granger Rd", numbers: 1001...1099, from: "-76.645,39.27", to: "-76.64,39.27")
        let found = try audit(["1081 E Granger Rd,-76.64092,39.27,1"], streets: [east, west])
        #expect(found.verdicts == ["2 misrouted geocoding_error"])
        #expect(found.repairs.first?.contains(",likely,") == true)
    }

    @Test func `no repair speaks against the own point of a house`() throws {
        let found = try audit(["9 Bay St,-76.610007,39.27,3"], points: ["9,Bay St,-76.60965,39.27,"])
        #expect(found.verdicts.first?.hasPrefix("1 misrouted") == true)
        #expect(found.repairs.isEmpty)
    }
}
