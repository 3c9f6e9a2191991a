import Foundation
import Testing

/// `wardline locate FILE.csv`.
struct LocateRowsTests {
    private static let header = "Name,Latitude,Longitude,note"
    private static let added =
        "zone_code,zone_title,zone_margin_m,zone_doubt,district_code,district_title,district_margin_m,district_doubt,located_by"

    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appending(path: name)
        try Data(bytes).write(to: url)
        return url.path
    }

    private func rows(of path: String, _ options: String...) throws -> [String] {
        let outcome = try Wardline.run(
            ["locate", path, "--city", "SampleData/city.yaml", "-o", "-"] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `all rows come out as they are, in their order, with the audit's areas and margins`() throws {
        let located = folder.appending(path: "located.csv").path
        let findings = folder.appending(path: "findings.csv").path
        #expect(try Wardline.run("locate", "SampleData/requests.csv", "-o", located).status == 0)
        #expect(try Wardline.run("audit", "SampleData/requests.csv", "--all", "-o", findings).status == 0)
        let read = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8
        ).split(separator: "\n")
        let written = try String(contentsOfFile: located, encoding: .utf8).split(separator: "\n")
        #expect(written.count == read.count)
        #expect(zip(read, written).allSatisfy { $1.hasPrefix($0 + ",") })
        #expect(written[0].hasSuffix(",note," + Self.added) || written[0].hasSuffix("," + Self.added))
        var areas: [String: [Substring]] = [:]
        for line in written.dropFirst() {
            let appended = line.split(separator: ",", omittingEmptySubsequences: false).suffix(9)
            areas[String(line.prefix { $0 != "," })] = Array(appended)
        }
        var compared = 0
        let all = try String(contentsOfFile: findings, encoding: .utf8).split(separator: "\n").dropFirst()
        for line in all {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            // Judged by the recorded position, in an area of the edition.
            guard fields[9] == "recorded", !fields[7].isEmpty, fields[4] != "outside" else { continue }
            let row = try #require(areas[String(fields[0])])
            guard row[8] == "recorded" else { continue }
            let layer = fields[1] == "zone" ? 0 : 4
            #expect(row[layer + 2] == fields[7], "\(fields[0])")
            if fields[4] != "uncertain" { #expect(row[layer] == fields[3], "\(fields[0])") }
            compared += 1
        }
        #expect(compared > 500)
    }

    // Each had a list of names and a folding of its own.
    @Test(arguments: ["address", "adresse", "direccion", "location", "'Address'", "Incident Address", "ADDR"])
    func `geocode and locate find the addresses of a file in the same column`(name: String) throws {
        let path = try file("places.csv", Array("id,\(name)\n1,649 S Concord Ave\n".utf8))
        let city = folder.appending(path: "city.yaml").path
        let package = Wardline.package.path
        try """
        timezone: America/New_York
        layers:
          - {name: district, editions: [{file: \(package)/Boundaries/council-districts.geojson, code: district}]}
        reference:
          streets: {file: \(package)/SampleData/streets.geojson, profile: tiger}
          addresses: {file: \(package)/SampleData/addresses.csv, profile: openaddresses}
        """.write(toFile: city, atomically: true, encoding: .utf8)
        let geocoded = try Wardline.run("geocode", path, "--city", city, "-o", "-")
        #expect(geocoded.status == 0 && geocoded.output.contains("address_point"), "\(geocoded.errors)")
        let located = try Wardline.run("locate", path, "--city", city, "-o", "-")
        #expect(located.status == 0 && located.output.contains(",address_point"), "\(located.errors)")
    }

    @Test func `a column of the file's own keeps its name, and what is appended has another`() throws {
        let text = "Name,Latitude,Longitude,zone_code\na,41.6095,-70.857,W1\n"
        let path = try file("own.csv", Array(text.utf8))
        let outcome = try Wardline.run("locate", path, "--city", "SampleData/city.yaml", "-o", "-")
        #expect(
            outcome.output.hasPrefix(
                "Name,Latitude,Longitude,zone_code,located_zone_code,located_zone_title,"))
        #expect(outcome.output.contains("a,41.6095,-70.857,W1,10,"))
        #expect(outcome.errors.contains("own.csv has a column zone_code of its own"), "\(outcome.errors)")
        let again = try file("again.csv", Array(outcome.output.utf8))
        #expect(try Wardline.run("locate", again, "--city", "SampleData/city.yaml", "-o", "-").status != 0)
    }

    @Test func `rows that cannot be read or placed stay in their place, with a word`() throws {
        let text = """
            \(Self.header)
            a,41.6095,-70.857,ok
            b,41.6095,-70.857,too,many
            c,41.6095
            d,0,0,"two
            lines"

            f,41.63,-70.87,"say ""hi"", twice"

            """
        let path = try file("odd.csv", Array(text.utf8))
        let rows = try rows(of: path)
        #expect(
            rows == [
                "\(Self.header),\(Self.added)",
                "a,41.6095,-70.857,ok,10,Collection Zone 10,28.1,undated,9,Council District 9,28.1,,recorded",
                "\"b,41.6095,-70.857,too,many\",,,,,,,unread,,,,unread,",
                "c,41.6095,,,,,,no_position,,,,no_position,",
                "d,0,0,\"two", "lines\",,,,no_position,,,,no_position,",
                "f,41.63,-70.87,\"say \"\"hi\"\", twice\",1,Collection Zone 1,214.0,near_border,"
                    + "1,Council District 1,384.2,near_border,recorded",
                "",
            ])
        let summary = try Wardline.run("locate", path, "--city", "SampleData/city.yaml").output
        #expect(summary.contains("5 rows (comma-separated): 4 read, 1 not"))
    }

    @Test func `a quote that nothing closes is told, and takes no other row with it`() throws {
        let text =
            Self.header
            + "\na,41.6095,-70.857,\"12 Elm St\nb,41.6095,-70.857,ok\nc,41.6095,-70.857,\"two\" ok\n"
            + "d,41.63,-70.87,\"say \"\"hi\"\", twice\"\n\"e,41.6095,-70.857,ok\n"
        let path = try file("stray.csv", Array(text.utf8))
        let rows = try rows(of: path, "--layer", "district")
        #expect(rows.count == 7)
        #expect(rows[1].hasPrefix("a,41.6095,-70.857,\"\"\"12 Elm St\","))
        #expect(rows[2].hasPrefix("b,41.6095,-70.857,ok,"))
        #expect(rows[4].hasPrefix("d,41.63,-70.87,\"say \"\"hi\"\", twice\",1,"))
        #expect(rows[5].hasPrefix("\"\"\"e\",41.6095,-70.857,ok,"))
        let summary = try Wardline.run("locate", path, "--city", "SampleData/city.yaml").output
        #expect(
            summary.contains("read with a note: a quote begins a field and nothing closes it"), "\(summary)")
    }

    @Test func `what a default point is, the requests tell that an audit keeps, and all rows are located`()
        throws
    {
        let header =
            "sr_number,parent_sr,sr_type,status,channel,created,closed,due,address,lon,lat,assigned_zone,assigned_district,description"
        let streets = (0..<30).map {
            "\(100 + $0) \(["OAK", "ELM", "PINE", "ASH", "BAY", "FIR"][$0 % 6])\($0 % 12) ST"
        }
        /// - Parameter id: Of a row's number.
        func rows(_ position: String, _ id: (Int) -> String) -> [String] {
            streets.enumerated().map { row, address in
                "\(id(row)),,Pothole,Open,Web,2024-08-01 10:00:00,,2024-08-\(10 + row % 20) 10:00:00,\(address),\(position),1,1,"
            }
        }
        let all =
            [header] + rows("-70.857,41.6095") { _ in "S-1" } + rows("-70.87,41.63") { "D-\($0)" }
            + rows("-70.87,41.63") { "D-\($0)" }
        let path = try file("states.csv", Array((all.joined(separator: "\n") + "\n").utf8))
        let facts = folder.appending(path: "facts.json").path
        let made = try Wardline.run("facts", path, "--city", "SampleData/city.yaml", "-o", facts)
        #expect(made.status == 0, "\(made.errors)")
        let located = try self.rows(of: path)
        #expect(located == (try self.rows(of: path, "--facts", facts)))
        #expect(located.count == all.count + 1)
        #expect(located.dropFirst().prefix(30).allSatisfy { $0.hasSuffix(",recorded") })
        #expect(!located.dropFirst(31).contains { $0.hasSuffix(",recorded") })
    }

    @Test(arguments: [
        "locate requests.csv -o out.csv", "report requests.csv --layer district", "closures requests.csv",
        "map requests.csv --layer district --all -o maps --format svg", "audit requests.csv",
    ])
    func `areas whose numbers are exchanged are told by each command that asks for them`(line: String) throws
    {
        let areas = try String(
            contentsOf: Wardline.package.appending(path: "Boundaries/council-districts.geojson"),
            encoding: .utf8)
        let exchanged = areas.replacing(/\[(-70\.\d+), ?(41\.\d+)\]/) { "[\($0.output.2),\($0.output.1)]" }
        _ = try file("areas.geojson", Array(exchanged.utf8))
        _ = try file(
            "city.yaml",
            Array(
                ("name: X\ntimezone: America/New_York\nlayers:\n  - name: district\n    assigned: district\n"
                    + "    editions: [{file: areas.geojson, code: district}]\n").utf8))
        let rows = (0..<40).map { "R-\($0),Pothole,Open,2024-05-01 10:00,-70.8\(10 + $0),41.6\(10 + $0),3\n" }
        _ = try file(
            "requests.csv",
            Array(("id,category,status,opened,longitude,latitude,district\n" + rows.joined()).utf8))
        let outcome = try Wardline.shell("wardline \(line)", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.errors.contains("areas.geojson lies about ")
                && outcome.errors.contains("its numbers would fit as latitude and longitude, swapped"),
            "\(outcome.errors)")
    }

    @Test(arguments: ["longitude,latitude", "x,y"])
    func `metres of a web map are told as what they are, with what reads them`(names: String) throws {
        let rows = (0..<40).map {
            "R-\($0),Pothole,Open,2024-05-01 10:00,-\(7_888_200 + $0).5,\(5_104_700 + $0).25\n"
        }
        let path = try file(
            "metres.csv", Array(("id,category,status,opened,\(names)\n" + rows.joined()).utf8))
        let city = "name: X\ntimezone: America/New_York\n"
        let plain = try file("plain.yaml", Array(city.utf8))
        let told = try Wardline.run("hotspots", path, "--city", plain)
        let column = names.split(separator: ",")[0]
        #expect(
            told.output.contains(
                column == "x"
                    ? "x, y look like places" : "longitude and latitude hold no degrees, but what may be"),
            "\(told.output)")
        let columns = column == "x" ? "x: x, y: y" : "x: longitude, y: latitude"
        let mercator = try file(
            "mercator.yaml",
            Array((city + "requests: {crs: EPSG:3857, columns: {\(columns)}}\n").utf8))
        let read = try Wardline.run("hotspots", path, "--city", mercator)
        #expect(
            !read.output.contains("no position") && !read.output.contains("no place has"), "\(read.output)")
    }

    @Test func `a day chooses the editions, and standard input is a file`() throws {
        let text = "Name,Latitude,Longitude,note\na,41.6095,-70.857,ok\n"
        let path = try file("one.csv", Array(text.utf8))
        let early = try rows(of: path, "--on", "2024-06-30", "--layer", "zone")
        #expect(early[1] == "a,41.6095,-70.857,ok,10,Collection Zone 10,28.1,,recorded")
        let piped = try Wardline.run(
            [
                "locate", "-", "--city", "SampleData/city.yaml", "-o", "-", "--on", "2024-06-30", "--layer",
                "zone",
            ],
            input: text)
        #expect(piped.output == early.joined(separator: "\n"), "\(piped.errors)")
        #expect(piped.errors.hasPrefix("Areas of standard input\n1 row "))
    }

    @Test
    func
        `a row is located by its address where it has no position, and rows of any encoding come out as UTF-8`()
        throws
    {
        // Windows-1252, with semicolons.
        let text: [UInt8] =
            Array("place;address;lat;lon\ncaf".utf8) + [0xE9] + Array(";649 S CONCORD AVE;;\n".utf8)
        let rows = try rows(of: try file("cafe.csv", text), "--layer", "district")
        #expect(rows[1].hasPrefix("café;649 S CONCORD AVE;;;8;Council District 8;"))
        #expect(rows[1].hasSuffix(";address_point"))
    }

    @Test func `the rows do not depend on the number of threads`() throws {
        // Many blocks of a MiB, with records of several lines across their ends.
        var text = "Name,Latitude,Longitude,note\n"
        for row in 0..<40_000 {
            let note =
                row.isMultiple(of: 7) ? "\"line\nand line \(row)\"" : String(repeating: "x", count: row % 90)
            text += "\(row),41.6\(row % 1000),-70.8\(row % 997),\(note)\n"
        }
        let path = try file("long.csv", Array(text.utf8))
        let one = try rows(of: path, "--jobs", "1")
        #expect(one == (try rows(of: path, "--jobs", "4")))
        #expect(one.filter { $0.hasSuffix(",recorded") }.count == 40_000)
        #expect(!one.contains { $0.contains("unread") })
    }

    @Test func `a header alone, a file without places and one that was located are told apart`() throws {
        let header = try file("header.csv", Array("Name,Latitude,Longitude\n".utf8))
        #expect(try rows(of: header) == ["Name,Latitude,Longitude,\(Self.added)", ""])
        let none = try file("none.csv", Array("Name,Size\nPark,12\nPond,3\n".utf8))
        let refused = try Wardline.run("locate", none, "--city", "SampleData/city.yaml")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("no column is known to hold positions or addresses"))
        let appended = "Zone_Code,zone_title,zone_margin_m,zone_doubt"
        let twice = try file("twice.csv", Array("Latitude,Longitude,\(appended)\n41.6,-70.8,1,,,\n".utf8))
        let again = try Wardline.run("locate", twice, "--city", "SampleData/city.yaml", "-o", "-")
        #expect(again.status == 1)
        #expect(again.errors.contains("has a column zone_code already"))
        let place = try Wardline.run("locate", "649 S Concord Ave", "-o", "x.csv")
        #expect(place.status == 64)
    }
}
