import Geometry
import Testing

@testable import CityDrafting

/// Which country a city lies in, where boxes around two overlap.
struct CityCountryTests {
    private static let names = """
        # codes
        CA\tCanada
        CH\tSwitzerland
        CZ\tCzech Republic
        FR\tFrance
        DE\tGermany
        IT\tItaly
        LI\tLiechtenstein
        MX\tMexico
        NL\tNetherlands
        BE\tBelgium
        US\tUnited States
        """

    @Test(arguments: [
        ("Turin", 7.68, 45.07, ["Via Roma 5", "Corso Vittorio 12", "Piazza Castello"], "IT"),
        ("Nice", 7.26, 43.70, ["12 rue de France", "Quai des Etats"], "FR"),
        ("Bern", 7.45, 46.95, ["Marktgasse 3", "Bundesplatz 1"], "CH"),
        ("Freiburg", 7.85, 48.00, ["Hauptstrasse 3", "Kirchweg 1"], "DE"),
        ("San Diego", -117.16, 32.72, ["12 Main St", "5 Oak Ave"], "US"),
        ("Buffalo", -78.88, 42.89, ["12 Main St", "5 Oak Ave"], "US"),
        ("Tijuana", -117.03, 32.50, ["Calle 5", "Avenida Revolución 10"], "MX"),
        ("Brno", 16.61, 49.20, ["náměstí Míru 3", "Dlouhá ulice 1"], "CZ"),
    ])
    func `the language of streets tells the country`(
        city: String, longitude: Double, latitude: Double, streets: [String], country: String
    ) {
        let found = CityCountry.country(
            at: Coordinate(longitude: longitude, latitude: latitude), names: Self.names, postalCodes: [],
            language: TextLanguage(streets: streets, header: []))
        #expect(found == country, "\(city)")
    }

    @Test func `postal codes tell it first`() {
        let eindhoven = Coordinate(longitude: 5.47, latitude: 51.44)
        func country(_ codes: [String]) -> String? {
            CityCountry.country(
                at: eindhoven, names: Self.names, postalCodes: codes,
                language: TextLanguage(streets: ["Kerkstraat 1", "Molenweg 3"], header: []))
        }
        #expect(country(["5611 AB", "5612AC"]) == "NL")
        let lille = CityCountry.country(
            at: Coordinate(longitude: 3.06, latitude: 50.63), names: Self.names,
            postalCodes: ["59000", "59800"])
        #expect(lille == "FR")
        #expect(CityCountry.countries(withPostalCodes: ["00-950"]) == ["PL"])
        #expect(CityCountry.countries(withPostalCodes: ["8001", "8005"]).contains("CH"))
    }

    @Test func `English names of columns tell nothing, others do where streets are missing`() {
        let english = ["id", "category", "status", "opened", "address"]
        #expect(TextLanguage(streets: [], header: english) == nil)
        #expect(TextLanguage(streets: ["Via Roma", "Via Po"], header: english)?.name == "Italian")
        let german = ["Vorgang", "Kategorie", "Erfasst am", "Adresse"]
        #expect(TextLanguage(streets: [], header: german)?.name == "German")
        #expect(TextLanguage(streets: ["12", "14"], header: ["a", "b"]) == nil)
    }
}
