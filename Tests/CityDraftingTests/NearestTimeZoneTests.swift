import Geometry
import Testing

@testable import CityDrafting

/// Rows as `zone1970.tab` has them.
private let table = """
    # a comment
    CA,BS\t+4339-07923\tAmerica/Toronto\tEastern
    CA\t+4916-12307\tAmerica/Vancouver\tPacific
    MX\t+2550-09730\tAmerica/Matamoros\tborder
    US\t+404251-0740023\tAmerica/New_York\tEastern
    US\t+421953-0830245\tAmerica/Detroit\tMichigan
    US\t+415100-0873900\tAmerica/Chicago\tCentral
    US\t+394421-1045903\tAmerica/Denver\tMountain
    US\t+340308-1181434\tAmerica/Los_Angeles\tPacific
    US\t+433649-1161209\tAmerica/Boise\tMountain
    """

struct NearestTimeZoneTests {
    private func zone(_ longitude: Double, _ latitude: Double, country: String? = "US") -> String? {
        NearestTimeZone(
            to: Coordinate(longitude: longitude, latitude: latitude), table: table, country: country)?.name
    }

    @Test func `a city has the zone of its country whose clock goes with its sun`() {
        #expect(zone(-76.6, 39.3) == "America/New_York")
        // Matamoros is nearer, and Denver nearer than Chicago.
        #expect(zone(-95.37, 29.76) == "America/Chicago")
        #expect(zone(-98.5, 29.4) == "America/Chicago")
        #expect(zone(-122.33, 47.61) == "America/Los_Angeles")  // Boise is nearer
        #expect(zone(-123.1, 49.25, country: "CA") == "America/Vancouver")
    }

    @Test func `of zones with one clock the one that people know is named, but in the zone's own city`() {
        #expect(zone(-80.0, 40.44) == "America/New_York")  // Detroit is nearer
        #expect(zone(-83.05, 42.33) == "America/Detroit")
    }

    // Madrid was on the Canaries: its clock is an hour and a quarter ahead of the sun.
    @Test func `a clock far from the sun's does not give a city to islands far off`() {
        let spain = "ES\t+4024-00341\tEurope/Madrid\nES\t+2806-01524\tAtlantic/Canary"
        for (longitude, latitude) in [(-3.7, 40.4), (-5.99, 37.39), (-8.4, 43.36)] {
            let place = Coordinate(longitude: longitude, latitude: latitude)
            #expect(NearestTimeZone(to: place, table: spain, country: "ES")?.name == "Europe/Madrid")
        }
        let laLaguna = Coordinate(longitude: -16.3, latitude: 28.5)
        #expect(NearestTimeZone(to: laLaguna, table: spain, country: "ES")?.name == "Atlantic/Canary")
    }

    @Test func `zones nearby with other clocks are named beside it`() throws {
        let found = try #require(
            NearestTimeZone(to: Coordinate(longitude: -95.37, latitude: 29.76), table: table, country: "US"))
        #expect(found.others.contains("America/Denver"))
        #expect(!found.others.contains("America/Chicago"))
    }

    @Test func `a city is in the country of the zone that is its own, under that country's name`() throws {
        let shared = "BE,LU,NL\t+5050+00420\tEurope/Brussels\nDE,NO\t+5230+01322\tEurope/Berlin"
        let own = "NL\t+5222+00454\tEurope/Amsterdam\nUS\t+421953-0830245\tAmerica/Detroit"
        let amsterdam = Coordinate(longitude: 4.9, latitude: 52.37)
        #expect(NearestTimeZone.countryOfPlace(at: amsterdam, ownNames: own, postalCodes: []) == "NL")
        let found = NearestTimeZone(to: amsterdam, table: shared, country: "NL", ownNames: own)
        #expect(found?.name == "Europe/Amsterdam")
        let detroit = Coordinate(longitude: -83.05, latitude: 42.33)
        #expect(NearestTimeZone.countryOfPlace(at: detroit, ownNames: own, postalCodes: ["48226"]) == "US")
        // Windsor, across the river.
        #expect(NearestTimeZone.countryOfPlace(at: detroit, ownNames: own, postalCodes: ["N9A 1A1"]) == nil)
    }

    @Test func `a table of nothing names no zone`() {
        #expect(NearestTimeZone(to: Coordinate(longitude: 0, latitude: 0), table: "# nothing") == nil)
    }

    @Test func `ZIP codes tell the zones of parts of a state`() {
        #expect(AmericanZones.zone(of: ["79901", "79902", "79936"]) == "America/Denver")
        #expect(AmericanZones.zone(of: ["78701"]) == "America/Chicago")
        #expect(AmericanZones.zone(of: ["32501", "33101"]) == nil)
    }
}
