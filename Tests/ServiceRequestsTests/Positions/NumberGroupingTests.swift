import Geometry
import TestSupport
import Testing

@testable import ServiceRequests

/// Eastings and northings as spreadsheets of several countries write them.
struct NumberGroupingTests {
    @Test(arguments: [
        ("118.997,4", 118_997.4), ("1.234.567", 1_234_567), ("1,234,567.8", 1_234_567.8),
        ("1 234 567,8", 1_234_567.8), ("1\u{a0}234\u{202f}567,8", 1_234_567.8), ("1'234'567.8", 1_234_567.8),
        ("1’234’567.8", 1_234_567.8), ("-118.997,4", -118_997.4), ("2 600 000", 2_600_000),
    ])
    func `a number whose thousands are parted is read whole`(text: String, value: Double) {
        #expect(PositionNumber(text)?.value == value)
    }

    @Test(arguments: ["39,295", "39.295", "118,997", "39°17'42\"N", "1 2 3", "1.23.456", "12,34,567"])
    func `what may be decimals, minutes or a list is no number of thousands by itself`(text: String) {
        #expect(PositionNumber(text).map { abs($0.value) < 1000 } ?? true)
        #expect(NumberGrouping([text]) == nil)
    }

    @Test func `one number of thousands is no pair`() {
        #expect(PositionText("118.997,4") == nil)
        #expect(PositionText("52.374,4.898")?.first.value == 52.374)
    }

    private func read(_ rows: [(String, String)], crs: String = "EPSG:28992") throws -> RequestTable {
        let lines = rows.enumerated().map { "\($0);a;Open;2024-01-01;\($1.0);\($1.1)\n" }
        return try ScratchFile("id;category;status;opened;X;Y\n" + lines.joined()).read(
            columns: ColumnSelection(
                columns: [
                    .id: "id", .category: "category", .status: "status", .opened: "opened", .x: "X", .y: "Y",
                ], coordinateSystem: crs))
    }

    // 121.600 was 121 m and six decimals, far off, beside 118.997,4.
    @Test func `the whole column settles what a point is, and it is told`() throws {
        let table = try read([("118.997,4", "485.747,6"), ("121.600", "485.992"), ("997,5", "485.453,0")])
        let plain = try read([("118997.4", "485747.6"), ("121600", "485992"), ("997.5", "485453")])
        #expect(table.longitudes == plain.longitudes)
        #expect(table.latitudes == plain.latitudes)
        #expect(
            table.intake.remarks == ["numbers of x and y: a point parts thousands (123.456,7 is 123456.7)"])
        #expect(plain.intake.remarks.isEmpty)
    }

    @Test func `metres in which every number has one group of three digits are thousands`() throws {
        let rows = [("118.997", "485.747"), ("121.600", "485.992"), ("120.430", "485.453")]
        let whole = rows.map { ($0.0.replacing(".", with: ""), $0.1.replacing(".", with: "")) }
        #expect(try read(rows).longitudes == read(whole).longitudes)
        let commas = rows.map { ($0.0.replacing(".", with: ","), $0.1.replacing(".", with: ",")) }
        #expect(try read(commas).latitudes == read(whole).latitudes)
        // Degrees have such decimals.
        let degrees = try read(
            [("4.897", "52.374"), ("4.901", "52.380"), ("4.911", "52.366")], crs: "EPSG:4326")
        #expect(degrees.longitudes == [4.897, 4.901, 4.911])
    }
}
