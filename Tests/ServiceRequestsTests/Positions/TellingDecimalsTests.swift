import TestSupport
import Testing

@testable import ServiceRequests

/// Positions that were rounded and then written in the width of others.
struct TellingDecimalsTests {
    private func decimals(_ positions: [String], grid: String? = nil) throws -> [Int] {
        let names = grid == nil ? "longitude,latitude" : "x,y"
        let rows = positions.enumerated().map { "\($0),a,Open,2024-01-01,\($1)\n" }
        var columns = ColumnSelection(columns: [.id: "id", .category: "category", .opened: "opened"])
        if let grid {
            (columns.columns[.x], columns.columns[.y]) = ("x", "y")
            columns.coordinateSystem = grid
        } else {
            (columns.columns[.longitude], columns.columns[.latitude]) = ("longitude", "latitude")
        }
        let table = try ScratchFile("id,category,status,opened,\(names)\n" + rows.joined()).read(
            columns: columns)
        return table.positionDecimals.map(Int.init)
    }

    @Test(arguments: [
        ("-76.62,39.29", 2), ("-76.620000,39.290000", 2), ("-76.621000,39.290000", 3),
        ("-76.62100,39.29040", 4), ("-76.61899999999999,39.29100000000001", 3), ("-76.621234,39.29", 6),
        ("-76.612340,39.296780", 6), ("-76.61234567890123,39.29", 14),
    ])
    func `zeros behind a rounded position tell no more than the rounded one`(position: String, decimals: Int)
        throws
    {
        #expect(try self.decimals([position]) == [decimals])
    }

    @Test func `zeros that are a chance among many positions take nothing away`() throws {
        let many = (0..<3_000).map { "-76.6\(10_001 + $0 * 7),39.2\(10_003 + $0 * 11)" }
        #expect(try decimals(many + ["-76.61230,39.29450"]).last == 6)
        #expect(try decimals(many.map { "\($0.prefix(6))000,39.290000" })[7] == 2)
    }

    // 1,000 ft are about 300 m, which two decimals of a degree are good to, and 100 m are three.
    @Test(arguments: [
        ("1421000,590000", "EPSG:2248", 2), ("1.42E+06,5.9E+05", "EPSG:2248", 1),
        ("1421123,590456", "EPSG:2248", 5), ("360100,4350300", "EPSG:32618", 3),
        ("360101,4350300", "EPSG:32618", 5), ("360100.0,4350300.0", "EPSG:32618", 3),
    ])
    func `eastings and northings in tens, hundreds and thousands are as rough as these`(
        position: String, grid: String, decimals: Int
    ) throws {
        #expect(try self.decimals([position], grid: grid) == [decimals])
    }
}
