import Foundation
import Testing

/// What the city file says that its files do not bear out: each is told with the city file's line, none is passed over.
struct CityFileCheckTests {
    private let folder: URL
    private var city: String { folder.appending(path: "city.yaml").path }

    init() throws { folder = try Wardline.scratchFolder() }

    /// Writes the sample's city file with one text replaced, its paths made whole.
    private func write(replacing old: String, with new: String) throws {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/city.yaml"), encoding: .utf8)
        #expect(text.contains(old))
        try text.replacing(old, with: new)
            .replacing("../Boundaries", with: Wardline.package.appending(path: "Boundaries").path)
            .replacing("file: streets", with: "file: \(Wardline.package.path)/SampleData/streets")
            .replacing("file: addresses", with: "file: \(Wardline.package.path)/SampleData/addresses")
            .write(toFile: city, atomically: true, encoding: .utf8)
    }

    private func run(_ arguments: [String]) throws -> Wardline.Outcome {
        try Wardline.run(arguments + ["--city", city])
    }

    private func audit() throws -> Wardline.Outcome {
        try run(["audit", "SampleData/requests.csv", "-o", folder.appending(path: "findings.csv").path])
    }

    // MARK: Values

    @Test(arguments: [
        ("radius: 30 m", "radius: 150 km", "line 28: radius: “150 km” is not within 1 m and 100000 m"),
        ("target: 5 d", "target: 0 d", "line 28: target: “0 d” is no time"),
        ("target: 7 d", "target: 99999999999999999999 d", "line 30: target: "),
        (
            "map:", "map:\n  contact: {mail: not a mail}", "line 26: mail: “not a mail” is no address"
        ),
    ])
    func `a value out of its range stops each command, with its line`(old: String, new: String, told: String)
        throws
    {
        try write(replacing: old, with: new)
        for command in [
            ["audit", "SampleData/requests.csv"], ["hotspots", "SampleData/requests.csv"],
            ["locate", "-70.87", "41.63"], ["boundaries", "list"], ["geocode", "1200 N Main St"],
        ] {
            let outcome = try run(command)
            #expect(outcome.status == 1 && outcome.errors.contains(told), "\(command): \(outcome.errors)")
        }
    }

    @Test func `a reference system that nobody knows stops each command, with its line`() throws {
        try write(replacing: "categories:", with: "categories:")
        let text = try String(contentsOfFile: city, encoding: .utf8)
        try text.replacing("requests:", with: "requests:\n  crs: EPSG:999999").write(
            toFile: city, atomically: true, encoding: .utf8)
        for command in [
            ["locate", "-70.87", "41.63"], ["boundaries", "list"], ["geocode", "1200 N Main St"],
            ["boundaries", "check"], ["boundaries", "check", "Boundaries/council-districts.geojson"],
        ] {
            let outcome = try run(command)
            #expect(outcome.status == 1 && outcome.errors.contains(": crs: "), "\(outcome.errors)")
        }
        // One that is found beside the requests.
        let requests = folder.appending(path: "requests.csv").path
        try FileManager.default.copyItem(
            atPath: Wardline.package.appending(path: "SampleData/requests.csv").path, toPath: requests)
        let found = try Wardline.run([
            "boundaries", "check", "Boundaries/council-districts.geojson", "--requests", requests,
        ])
        #expect(found.status == 1 && found.errors.contains(": crs: "), "\(found.errors)")
    }

    // MARK: Streets and addresses

    @Test(arguments: [
        "type", "name", "predirectional", "left_place", "left_parity", "right_zip", "id", "left_from",
        "full_name",
    ])
    func `a column of streets that the file has not is an error with its line`(key: String) throws {
        try write(replacing: "profile: tiger}", with: "profile: tiger,\n    columns: {\(key): NOSUCH}}")
        let outcome = try run(["geocode", "1200 N Main St"])
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.contains("city.yaml line 24: ")
                && outcome.errors.contains(
                    "streets.geojson has no column NOSUCH for \(key); its columns are "),
            "\(outcome.errors)")
    }

    @Test(arguments: ["zip", "place", "number", "number_suffix", "street", "name", "longitude"])
    func `a column of addresses that the file has not is an error with its line`(key: String) throws {
        try write(
            replacing: "profile: openaddresses}",
            with: "profile: openaddresses,\n    columns: {\(key): NOSUCH}}")
        let outcome = try run(["geocode", "1200 N Main St"])
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.contains("city.yaml line 25: ")
                && outcome.errors.contains("addresses.csv has no column NOSUCH for \(key); its columns are "),
            "\(outcome.errors)")
    }

    /// A reference that was compiled by the profile alone is not opened for columns that are named since.
    @Test func `a column that is there is taken, and a kept reference hides none that is not`() throws {
        try write(
            replacing: "profile: openaddresses}", with: "profile: openaddresses, columns: {zip: POSTCODE}}")
        #expect(try run(["geocode", "1200 N Main St"]).status == 0)
        try write(
            replacing: "profile: openaddresses}", with: "profile: openaddresses, columns: {zip: POSTCOD}}")
        let outcome = try run(["geocode", "1200 N Main St"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("for zip; did you mean POSTCODE?"), "\(outcome.errors)")
    }

    @Test func `columns that matching needs and nobody names are told with the section's line`() throws {
        try write(replacing: "profile: tiger}", with: "columns: {name: FULLNAME}}")
        let outcome = try run(["geocode", "1200 N Main St"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("city.yaml line 23: "), "\(outcome.errors)")
        #expect(outcome.errors.contains("no column left_from"), "\(outcome.errors)")
    }

    // MARK: Layers, reference systems and requests

    @Test(arguments: [
        ("layers:", "  crs: nonsense\nlayers:", "city.yaml line 7: crs: "),
        ("code: zone, title: name}", "code: zon, title: name}", "city.yaml line 14: "),
        ("district, title: name}", "district, title: nam}", "city.yaml line 21: "),
        (
            "assigned: assigned_zone", "assigned: assigned_zon",
            "city.yaml line 10: requests.csv has no"
        ),
        ("id: sr_number", "id: sr_numbr", "city.yaml line 4: requests.csv has no column sr_numbr"),
        (
            "id: sr_number", "id: address",
            "city.yaml line 4: requests.csv: the column address is to be"
        ),
        ("water.geojson}", "water.geojson, layer: nosuch}", "city.yaml line 26: "),
        ("streets.geojson,", "streets.geojson, layer: nosuch,", "city.yaml line 23: "),
        ("addresses.csv,", "addresses.csv, layer: nosuch,", "city.yaml line 24: "),
        ("code: district", "layer: nosuch, code: district", "city.yaml line 21: "),
    ])
    func `what the city file says of its files is checked by every command`(
        old: String, new: String, words: String
    ) throws {
        try write(replacing: old, with: new)
        let outcome = try audit()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test(arguments: ["collection-zones-2024", "collection_zones_2024"])
    func `a layer of a file that has only one may be named by its name`(name: String) throws {
        let source = Wardline.package.appending(path: "Boundaries/collection-zones-2024.geojson")
        let text = try String(contentsOf: source, encoding: .utf8)
        let file = folder.appending(path: "\(name).geojson")
        try text.write(to: file, atomically: true, encoding: .utf8)
        try write(
            replacing: "../Boundaries/collection-zones-2024.geojson",
            with: "\(file.path), layer: \(name)")
        let outcome = try audit()
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test(arguments: [
        ["audit", "SampleData/requests.csv", "-o", "/dev/null", "--format", "csv"],
        ["report", "SampleData/requests.csv", "--layer", "zone"],
        ["locate", "649 S Concord Ave"],
    ])
    func `a field of people that no map has is an error of every command that reads the layer`(
        arguments: [String]
    ) throws {
        try write(
            replacing: "title: Collection zone", with: "title: Collection zone\n    people: adresses")
        let outcome = try run(arguments)
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.contains("city.yaml line 10: ")
                && outcome.errors.contains("has no field “adresses”; did you mean addresses?"),
            "\(outcome.errors)")
    }

    // MARK: Names of categories and channels

    /// Six requests of a category within 40 m.
    private func cluster(_ categories: String) throws -> Wardline.Outcome {
        let rows = (0..<6).map {
            "\($0),Street  SWEEPING,Open,2024-01-0\($0 + 1),,-76.6,\(39.3 + Double($0) * 0.00036),Phone"
        }
        let requests = folder.appending(path: "requests.csv")
        try ("id,cat,status,opened,closed,lon,lat,how\n" + rows.joined(separator: "\n") + "\n").write(
            to: requests, atomically: true, encoding: .utf8)
        try """
        name: F
        timezone: America/New_York
        requests:
          columns: {id: id, category: cat, status: status, opened: opened, closed: closed, longitude: lon,
                    latitude: lat, channel: how}
        \(categories)
        """.write(toFile: city, atomically: true, encoding: .utf8)
        return try run(["hotspots", requests.path])
    }

    @Test(arguments: ["Street Sweeping", "STREET  SWEEPING", "Strëet\u{a0}sweeping"])
    func `what stands under a category's name holds however it is written`(name: String) throws {
        let outcome = try cluster("categories:\n  \"\(name)\": {radius: 10 m}")
        #expect(outcome.output.contains("0 clusters"), "\(outcome.output)")
        #expect(!outcome.errors.contains("no request has"), "\(outcome.errors)")
    }

    @Test func `a name that fits no request is a note, once, with the nearest where one is near`() throws {
        let outcome = try cluster(
            """
            categories:
              Street Sweepings: {radius: 10 m}
              Pothole: {radius: 10 m}
            returning: [Pothole, Missed Trash, Street Sweping]
            staff: {channels: [Fone]}
            referrals: {channels: [Phon]}
            """)
        #expect(outcome.output.contains("1 cluster"), "\(outcome.output)")
        let notes = outcome.errors.split(separator: "\n").filter { $0.contains("no request has") }
        #expect(
            notes.map { $0.replacing(city, with: "city.yaml") }.map { $0.drop { $0 != "c" } }
                == [
                    "city.yaml line 7: no request has the category “Street Sweepings”; the nearest is “Street  SWEEPING”",
                    "city.yaml line 9: no request has the category “Street Sweping”; the nearest is “Street  SWEEPING”",
                    "city.yaml: no request has these categories: “Pothole” (line 8), “Missed Trash” (line 9)",
                    "city.yaml line 11: no request has the channel “Phon”; the nearest is “Phone”",
                    "city.yaml line 10: no request has the channel “Fone”",
                ].map { $0[...] }, "\(outcome.errors)")
    }

    @Test func `staff by names that no request has is not said to be told by usual names`() throws {
        try write(replacing: "[Crew]", with: "[Fone]")
        let outcome = try run(["closures", "SampleData/requests.csv"])
        let text = outcome.output + outcome.errors
        #expect(text.contains("none has a channel or category that staff: in the city file names"), "\(text)")
        #expect(text.contains("line 38: no request has the channel “Fone”"), "\(text)")
    }

    @Test(arguments: ["PHONE", " phone "])
    func `a channel of staff fits however it is written`(channel: String) throws {
        try write(replacing: "[Crew]", with: "[\"\(channel)\"]")
        let outcome = try run(["closures", "SampleData/requests.csv"])
        let text = outcome.output + outcome.errors
        #expect(text.contains("taken for staff's, by staff: in the city file: "), "\(text)")
    }
}
