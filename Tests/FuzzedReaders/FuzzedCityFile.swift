import Chronology
import City

/// City files.
final class FuzzedCityFile: FuzzedReader {
    let name = "city"
    private let folder: InputFolder
    let seeds = [
        """
        name: Fairhaven
        timezone: America/New_York
        requests:
          profile: baltimore
          columns: {id: a, category: b, address: [no, street], updated: c}
          dates: day first
          zulu: local
          placeholders: [[-77, 39]]
        statuses: {closed: [Done], open: [Reopened], ignored: [Test]}
        layers:
          - name: zone
            title: Collection zone
            assigned: assigned_zone
            aliases: {Downtown: "1"}
            accepted: [{from: "1", to: "2", why: border crew}]
            uncertainty: 10 m
            editions:
              - {file: zones.geojson, code: zone, title: name, from: 2024-07-01}
        """,
        """
        name: T
        timezone: UTC
        layers: [{name: z, assigned: b, people: POP, editions: [{file: b.gpkg, layer: d}]}]
        categories: {P: {radius: 30 m, minimum: 3, target: 5 bd, gap: 1 d, private: true, title: Q, group: G}}
        business: {days: [Mon, Tue], hours: 08:00-17:00, holidays: [2024-07-04]}
        fiscal_year: July
        reference:
          towns: [T]
          streets: {file: streets.geojson, profile: tiger}
          addresses: {file: addresses.csv, profile: openaddresses}
        map: {water: {file: w.geojson}, contact: {name: N, telephone: "1", url: "https://example.org"}}
        """,
    ].map { Array($0.utf8) }

    init() throws {
        folder = try InputFolder()
        for file in ["zones.geojson", "b.gpkg", "streets.geojson", "addresses.csv", "w.geojson"] {
            try folder.write([], to: file)
        }
    }

    func read(_ input: [UInt8]) throws {
        let city = try CityFile.parse(
            String(decoding: input, as: UTF8.self), path: "\(folder.path)/city.yaml")
        try Contradiction.unless(CityClock(timeZone: city.timeZone) != nil, "a zone that is none")
    }
}
