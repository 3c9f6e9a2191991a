import Testing

@testable import CityDrafting

struct EditionDaysTests {
    @Test func `files whose names differ in a date are editions of one layer, the oldest first`() {
        let names = ["ward-2012.geojson", "zones.geojson", "ward-2002.geojson", "beats-2020.shp"]
        #expect(EditionDays.groups(of: names) == [[2, 0], [1], [3]])
    }

    @Test(arguments: [
        ("zones-2024-07-01.geojson", "2024-07-01", true), ("zones_20240701.shp", "2024-07-01", true),
        ("Wards2012.geojson", "2012-01-01", false), ("wards-2012-06.gpkg", "2012-06-01", false),
    ])
    func `a day is read from a name, and whether the name says all of it`(
        name: String, day: String, isWhole: Bool
    ) {
        let found = EditionDays.day(in: name)
        #expect(found.day.map { "\($0)" } == day)
        #expect(found.isWhole == isWhole)
    }

    @Test(arguments: ["districts.geojson", "epsg2804.shp", "tract_12024.geojson"])
    func `other numbers are no days`(name: String) {
        #expect(EditionDays.day(in: name).day == nil)
    }
}
