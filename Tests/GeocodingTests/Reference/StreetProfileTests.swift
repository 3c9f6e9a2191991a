import Geometry
import Testing

@testable import Geocoding

/// Each kind of street file, by the columns that its publisher documents.
struct StreetProfileTests {
    private func matched(_ line: String, _ properties: String) throws -> AddressCandidate? {
        let files = try SourceFiles()
        return try files.geocoder([try files.streets([properties])]).geocode(line).match
    }

    @Test func `TIGER address ranges are known by their columns, house numbers being text`() throws {
        let properties = #"""
            "TLID":"1","FULLNAME":"N Main St","LFROMHN":"101","LTOHN":"199","RFROMHN":"100","RTOHN":"198",
            "ZIPL":"21201","ZIPR":"21202","PARITYL":"O","PARITYR":"E"
            """#
        let match = try matched("150 N Main St", properties)
        #expect(match?.matched == "150 N MAIN ST, 21202")
        #expect(match?.side == .right)
        #expect(try matched("151 N Main St", properties)?.zip == "21201")
    }

    @Test func `TIGER edges are known by their columns`() throws {
        let match = try matched(
            "150 Old Mill Rd",
            #""TLID":"1","FULLNAME":"Old Mill Rd","LFROMADD":"101","LTOADD":"199","RFROMADD":"198","RTOADD":"100","ZIPL":"21201","ZIPR":"21201""#
        )
        #expect(match?.matched == "150 OLD MILL RD, 21201")
    }

    @Test func `NENA road centre lines are known by their columns, with a town on each side`() throws {
        let properties = #"""
            "St_PreMod":"","St_PreDir":"North","St_PreTyp":"","St_Name":"Main","St_PosTyp":"Street","St_PosDir":"",
            "FromAddr_L":101,"ToAddr_L":199,"FromAddr_R":100,"ToAddr_R":198,"Parity_L":"O","Parity_R":"E",
            "PostCode_L":"21201","PostCode_R":"21201","IncMuni_L":"Salem","IncMuni_R":"Dover"
            """#
        #expect(try matched("150 N Main St, Dover", properties)?.matched == "150 N MAIN ST, DOVER, 21201")
        #expect(try matched("151 N Main St, Salem", properties)?.place == "SALEM")
        #expect(try matched("151 N Main St, Albany", properties) == nil)
    }

    @Test func `Baltimore's own columns are known, and 12 m from the centre line`() throws {
        let properties = #"""
            "dirpre":"N","feanme":"MAIN","featype":"ST","dirsuf":"","fraddl":101,"toaddl":199,"fraddr":100,"toaddr":198,
            "leftzip":"21201","rightzip":"21201","fullname":"N MAIN ST"
            """#
        let match = try matched("150 N Main St, BC", properties)
        let plane = LocalPlane(origin: SmallTown.coordinate(0, 0))
        #expect((match.map { plane.point($0.position).x } ?? 0).rounded() == 12)
    }

    @Test func `highways with a type before the name are found however they are written`() throws {
        let properties = #"""
            "St_PreMod":"","St_PreDir":"","St_PreTyp":"US Highway","St_Name":"40","St_PosTyp":"","St_PosDir":"",
            "FromAddr_L":101,"ToAddr_L":199,"FromAddr_R":100,"ToAddr_R":198,"Parity_L":"O","Parity_R":"E",
            "PostCode_L":"","PostCode_R":"","IncMuni_L":"","IncMuni_R":""
            """#
        for line in ["150 US Hwy 40", "150 U.S. Route 40", "150 US-40"] {
            #expect(try matched(line, properties)?.score == 100, "\(line)")
        }
    }

    @Test func `columns may be spelled out, and missing ones are named with what there is`() throws {
        let files = try SourceFiles()
        let path = try files.streets([#""nm":"Main St","lf":"1","lt":"99","rf":"2","rt":"98""#])
        var profile = StreetProfile(
            name: "own",
            columns: [.fullName: "nm", .leftFrom: "lf", .leftTo: "lt", .rightFrom: "rf", .rightTo: "rt"])
        let own = ReferenceSources(streets: [StreetSource(path: path, profile: profile)])
        let geocoder = Geocoder(reference: try ReferenceStore.compiled(own))
        #expect(geocoder.geocode("50 Main St").match?.precision == .range)
        profile.columns[.leftTo] = "left_to"
        let missing = ReferenceSources(streets: [StreetSource(path: path, profile: profile)])
        #expect(
            throws: ReferenceError.columns(
                path: path, missing: ["left_to"], present: ["nm", "lf", "lt", "rf", "rt"])
        ) {
            try ReferenceStore.compiled(missing)
        }
        let unknown = ReferenceSources(streets: [StreetSource(path: path)])
        #expect(throws: ReferenceError.self) { try ReferenceStore.compiled(unknown) }
    }

    @Test func `other names come with the segment's id`() throws {
        let files = try SourceFiles()
        let streets = try files.streets([
            #""TLID":"7","FULLNAME":"Martin Luther King Jr Blvd","LFROMHN":"101","LTOHN":"199","RFROMHN":"100","RTOHN":"198","ZIPL":"","ZIPR":"","PARITYL":"O","PARITYR":"E""#
        ])
        let names = try files.write("featnames.csv", "TLID,FULLNAME\n7,State Rte 9\n8,Elm St\n")
        let match = try files.geocoder([streets], aliasFiles: [names]).geocode("150 State Route 9").match
        #expect(match?.matched == "150 MARTIN LUTHER KING JR BLVD")
        #expect(match?.faults.text == "alias")
    }
}
