import TestSupport
import Testing

@testable import ServiceRequests

/// Rows without degrees in files that have other columns of positions too.
struct SecondPositionsTests {
    private static let header = "id,category,status,opened,lon,lat,east,north,place\n"
    // 1,421,309.62 and 589,615.70 ft of EPSG:2248 are 76.615 W, 39.285 N (pyproj 3.7).
    private static let rows = """
        1,a,Open,2024-01-01,-76.61,39.28,1421309.62,589615.70,"(39.25, -76.65)"
        2,a,Open,2024-01-01,,,1421309.62,589615.70,"(39.25, -76.65)"
        3,a,Open,2024-01-01,0,0,1421309.62,589615.70,"(39.25, -76.65)"
        4,a,Open,2024-01-01,,,,,"(39.25, -76.65)"
        5,a,Open,2024-01-01,x,y,1421309.62,589615.70,

        """

    private func read(_ more: [RequestField: String], system: String? = nil) throws -> RequestTable {
        var columns = ColumnSelection(columns: [
            .id: "id", .category: "category", .opened: "opened", .longitude: "lon", .latitude: "lat",
        ])
        columns.columns.merge(more) { $1 }
        columns.coordinateSystem = system
        return try ScratchFile(Self.header + Self.rows).read(columns: columns)
    }

    @Test
    func `rows whose degrees are blank or zero are placed by the eastings and northings that are named`()
        throws
    {
        let table = try read([.x: "east", .y: "north", .location: "place"], system: "EPSG:2248")
        #expect(table.positionStates == [.recorded, .recorded, .recorded, .blank, .unreadable])
        #expect(table.longitudes[0] == -76.61)
        for row in 1...2 {
            #expect(abs(table.longitudes[row] + 76.615) < 1e-7 && abs(table.latitudes[row] - 39.285) < 1e-7)
            #expect(table.positionDecimals[row] == 7)
        }
        #expect(
            table.intake.remarks.contains("rows without longitude and latitude are placed by east and north"))
    }

    @Test func `they are placed by the location that is named, and by no column that is not`() throws {
        let table = try read([.location: "place"])
        #expect(table.positionStates == [.recorded, .recorded, .recorded, .recorded, .unreadable])
        #expect(table.longitudes[3] == -76.65 && table.latitudes[3] == 39.25)
        #expect(table.longitudes[0] == -76.61)
        let alone = try read([:])
        #expect(alone.positionStates == [.recorded, .blank, .zero, .blank, .unreadable])
        #expect(!alone.intake.remarks.contains { $0.hasPrefix("rows without") })
    }
}
