import Foundation
import TestSupport
import Testing

/// What everybody is shown of two cities that differ in nothing but their private requests.
///
/// Stronger than an attack by programs over published tables: where no byte differs, no arithmetic over any tables can tell
/// anything of private requests but their bands.
@Suite struct `Of private requests a public output` {
    private static let privateCategories = ["Encampment", "Wellness Check"]
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// What two cities' requests are; made once, since a table of the sample takes a while.
    private typealias Pair = (String, String)
    private static let changed = Result { try changedRequests() }
    private static let withFew = Result { try requestsWithFew() }

    private func cities() throws -> (one: URL, other: URL) {
        let texts = try Self.changed.get()
        return (try write(texts.0, "one"), try write(texts.1, "other"))
    }

    private func citiesWithFew() throws -> (none: URL, few: URL) {
        let texts = try Self.withFew.get()
        return (try write(texts.0, "none"), try write(texts.1, "few"))
    }

    /// The sample, and the sample with its private requests elsewhere, in another state, from other channels, and fewer.
    private static func changedRequests() throws -> Pair {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let table = SmallTable(text)
        var other = table
        func place(_ name: String) throws -> Int { try #require(table.header.firstIndex(of: name)) }
        let category = try place("sr_type")
        let (status, created, closed) = (try place("status"), try place("created"), try place("closed"))
        let moved = try ["address", "lon", "lat", "assigned_zone", "assigned_district"].map(place)
        let channel = try place("channel")
        let rows = table.rows.indices.filter { privateCategories.contains(table.rows[$0][category]) }
        #expect(rows.count > 200)
        for (count, (row, source)) in zip(rows, rows.reversed()).enumerated() {
            for column in moved { other.rows[row][column] = table.rows[source][column] }
            other.rows[row][channel] = count.isMultiple(of: 2) ? "App" : "Council Office"
            let isClosed = !table.rows[row][closed].isEmpty
            if isClosed, count.isMultiple(of: 3) {
                (other.rows[row][status], other.rows[row][closed]) = ("Open", "")
            } else if !isClosed {
                (other.rows[row][status], other.rows[row][closed]) = (
                    "Closed", "\(table.rows[row][created].prefix(10)) 23:59:59"
                )
            }
        }
        // As few fewer as leave the bands.
        let dropped = Set(rows.enumerated().filter { $0.offset.isMultiple(of: 10) }.map(\.element))
        other.rows = other.rows.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
        return (table.text, other.text)
    }

    /// The sample without private requests, and with a few that are opened, and some closed, after all others: of one an
    /// earlier state is there too, of one another that has another category and spelling of its id, one is there twice, and the id of one a spreadsheet rewrote.
    private static func requestsWithFew() throws -> Pair {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        var (none, few) = (SmallTable(text), SmallTable(text))
        func place(_ name: String) throws -> Int { try #require(none.header.firstIndex(of: name)) }
        let id = try place("sr_number")
        let (category, address) = (try place("sr_type"), try place("address"))
        let (status, created, closed) = (try place("status"), try place("created"), try place("closed"))
        let isPrivate = none.rows.map { privateCategories.contains($0[category]) }
        none.rows = zip(none.rows, isPrivate).filter { !$0.1 }.map(\.0)
        var kept = 0
        few.rows = zip(few.rows, isPrivate).flatMap { row, isPrivate in
            guard isPrivate else { return [row] }
            kept += 1
            guard kept <= 8 else { return [] }
            var row = row
            (row[created], row[address]) = ("2031-01-0\(kept) 10:00:00", "")
            (row[status], row[closed]) = kept < 5 ? ("Closed", "2031-01-0\(kept) 23:59:59") : ("Open", "")
            switch kept {
            case 1:
                var earlier = row
                (earlier[status], earlier[closed]) = ("Open", "")
                return [earlier, row]
            case 2: return [row, row]
            case 3: row[id] = "1.23E+11"
            case 4:
                var earlier = row
                (earlier[id], earlier[category]) = ("#\(row[id])", none.rows[0][category])
                (earlier[status], earlier[closed]) = ("Open", "")
                return [earlier, row]
            default: break
            }
            return [row]
        }
        #expect(few.rows.count == none.rows.count + 11)
        return (none.text, few.text)
    }

    private func write(_ text: String, _ name: String) throws -> URL {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place.appending(path: "requests.csv"))
        return place
    }

    private static let commands = [
        "map --layer district --all --format geojson --format html --format svg -o maps --summary out.json",
        "hotspots --edition public -o out.csv --summary out.json",
        "report --layer district -o out.html --check-targets",
        "closures --layer district -o out.html --measures measures.csv",
        "report --layer district -o out.csv --summary out.json",
        "report --layer district --by quarter -o out.csv --ahead 3",
        "hotspots --edition public --significance emerging -o out.csv",
        "closures --layer district --edition public -o out.csv --measures measures.csv",
    ]

    /// Runs a command on both cities and compares all that it writes and says, byte for byte.
    private func expectSame(
        _ command: String, in places: [URL], saying bands: String,
        city: String = Wardline.package.appending(path: "SampleData/city.yaml").path
    ) throws {
        let words = command.split(separator: " ", maxSplits: 1)
        for place in places {
            let outcome = try Wardline.shell(
                "\"$WARDLINE\" \(words[0]) requests.csv --city \(city) \(words[1]) > summary.txt 2> errors.txt",
                in: place)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let files = try places.map {
            try FileManager.default.subpathsOfDirectory(atPath: $0.path).sorted()
        }
        #expect(files[0] == files[1])
        var compared = 0
        for name in files[0] where name != "requests.csv" {
            let path = places[0].appending(path: name).path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            let isSame = FileManager.default.contentsEqual(
                atPath: path, andPath: places[1].appending(path: name).path)
            #expect(isSame, "\(name)")
            compared += 1
        }
        #expect(compared > 2)
        let summary = try String(contentsOf: places[0].appending(path: "summary.txt"), encoding: .utf8)
        #expect(summary.contains(bands))
    }

    @Test(arguments: LongTests.arguments(commands, usually: 4))
    func `tells nothing but a band: elsewhere, in another state and fewer they leave every byte as it is`(
        command: String
    ) throws {
        let (one, other) = try cities()
        try expectSame(
            command, in: [one, other], saying: "Encampment 50 to 199, Wellness Check 50 to 199")
    }

    @Test(arguments: LongTests.arguments(commands, usually: 4))
    func `tells nothing of a few that are later than all others: as if there were none`(command: String)
        throws
    {
        let (none, few) = try citiesWithFew()
        try expectSame(
            command, in: [none, few], saying: "Encampment fewer than 11, Wellness Check fewer than 11")
    }

    // How the text was read was told, and how many NULs it held.
    @Test(arguments: [
        "hotspots --edition public -o out.csv --summary out.json",
        "report --layer district -o out.csv --summary out.json",
    ])
    func `tells nothing by bytes beyond ASCII and NULs`(command: String) throws {
        let (none, few) = try citiesWithFew()
        let row = "P-1,,Encampment,Open,Phone,2031-01-09 10:00:00,,,1 CAF\u{C9} ST,,,,,\u{0}\n"
        let file = try FileHandle(forUpdating: few.appending(path: "requests.csv"))
        try file.seekToEnd()
        try file.write(contentsOf: Data(row.unicodeScalars.map { UInt8($0.value) }))
        try file.close()
        try expectSame(
            command, in: [none, few], saying: "Encampment fewer than 11, Wellness Check fewer than 11")
    }

    // A carriage return alone at its end, or a quote that a backslash escapes: whether any row has them was told.
    @Test(arguments: ["call\r", "\"they say \\\"now\\\"\"\n"])
    func `tells nothing by how a row ends or escapes its quotes`(ending: String) throws {
        let (none, few) = try citiesWithFew()
        let path = few.appending(path: "requests.csv")
        let text = try String(contentsOf: path, encoding: .utf8)
        let row = "P-1,,Encampment,Open,Phone,2023-01-09 10:00:00,,,1 PINE CIR,,,,,\(ending)"
        let next = try #require(text.range(of: "\n22-000003,"))
        try Data(text.replacingCharacters(in: next, with: "\n\(row)22-000003,").utf8).write(to: path)
        try expectSame(
            "report --layer district -o out.csv --summary out.json", in: [none, few],
            saying: "Encampment fewer than 11, Wellness Check fewer than 11")
    }

    /// Then squares, streets and statuses are told by the requests themselves.
    @Test func `tells nothing on maps of a city that names no streets`() throws {
        let source = Wardline.package.appending(path: "SampleData/city.yaml")
        let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n").filter {
            !$0.hasPrefix("reference:") && !$0.hasPrefix("  streets:") && !$0.hasPrefix("  addresses:")
        }
        let boundaries = Wardline.package.appending(path: "Boundaries").path
        let city = folder.appending(path: "city.yaml")
        try Data(lines.joined(separator: "\n").replacing("../Boundaries", with: boundaries).utf8).write(
            to: city)
        let (one, other) = try cities()
        try expectSame(
            "map --layer district --all --status all --format geojson --format html -o maps --summary out.json",
            in: [one, other], saying: "Encampment 50 to 199, Wellness Check 50 to 199", city: city.path)
    }

    /// Facts are made of all requests, and public outputs take of them what the public ones tell.
    @Test(arguments: [
        "map --layer district --all --format geojson -o maps --summary out.json",
        "hotspots --edition public -o out.csv --summary out.json",
        "report --layer district -o out.html", "closures --layer district -o out.html",
    ])
    func `tells nothing through facts`(command: String) throws {
        let (none, few) = try citiesWithFew()
        let city = Wardline.package.appending(path: "SampleData/city.yaml").path
        let facts = try Wardline.scratchFolder()
        for place in [none, few] {
            let name = facts.appending(path: place.lastPathComponent + ".json").path
            let outcome = try Wardline.run(
                "facts", place.appending(path: "requests.csv").path, "--city", city, "-o", name)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let named = "\(facts.path)/$(basename \"$PWD\").json"
        try expectSame(
            "\(command) --facts \"\(named)\"", in: [none, few],
            saying: "Encampment fewer than 11, Wellness Check fewer than 11")
    }

    @Test(arguments: [
        "map --layer district --all -o maps", "report --layer district", "report --layer district --by month",
        "report --layer district --change 2024-07-01 --of Pothole", "hotspots --edition public",
    ])
    func `by name needs the internal edition, everywhere`(command: String) throws {
        let path = Wardline.package.appending(path: "SampleData/requests.csv").path
        let words = command.split(separator: " ", maxSplits: 1)
        let outcome = try Wardline.shell(
            "\"$WARDLINE\" \(words[0]) \(path) \(words[1]) --category 'wellness check'", in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains("--edition internal"), "\(outcome.errors)")
    }

    /// A night on which nothing but private requests came in is a night on which nothing came in.
    @Test(arguments: [
        "map --layer district --all --format geojson --format html -o maps --summary out.json",
        "hotspots --edition public -o out.csv --summary out.json",
        "report --layer district -o out.csv --summary out.json",
        "report --layer district -o out.html",
        "closures --layer district --edition public -o out.csv --measures measures.csv --summary out.json",
    ])
    func `alone in a file they leave every byte as where nothing is in it`(command: String) throws {
        let (_, few) = try citiesWithFew()
        var table = SmallTable(
            try String(contentsOf: few.appending(path: "requests.csv"), encoding: .utf8))
        let category = try #require(table.header.firstIndex(of: "sr_type"))
        table.rows.removeAll { !Self.privateCategories.contains($0[category]) }
        let alone = try write(table.text, "alone")
        table.rows = []
        let empty = try write(table.text, "empty")
        for place in [alone, empty] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
                ofItemAtPath: place.appending(path: "requests.csv").path)
        }
        try expectSame(
            command, in: [alone, empty], saying: "Encampment fewer than 11, Wellness Check fewer than 11")
    }

    @Test func `tells nothing of those that the CRM deleted in a workspace`() throws {
        let (none, few) = try citiesWithFew()
        let city = Wardline.package.appending(path: "SampleData/city.yaml").path
        for place in [none, few] {
            let requests = place.appending(path: "requests.csv")
            let rows = SmallTable(try String(contentsOf: requests, encoding: .utf8))
            let opened = try #require(rows.header.firstIndex(of: "created"))
            var later = rows
            // What was opened last, private and not, is there no more.
            later.rows.removeAll { $0[opened] > "2025-06-29" && $0[opened] < "2031-01-08" }
            later.rows.append(try #require(rows.rows.last))
            _ = try write(later.text, place.lastPathComponent + "/later")
            let outcome = try Wardline.shell(
                "wardline import requests.csv --into w.gpkg --city \(city) && wardline import later/requests.csv"
                    + " --into w.gpkg --complete --as-of 2031-02-01 --city \(city) && rm requests.csv"
                    + " && mv w.gpkg requests.csv && rm -r later", in: place)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        try expectSame(
            "report --layer district -o out.csv --summary out.json", in: [none, few],
            saying: "Encampment fewer than 11, Wellness Check fewer than 11")
        let errors = try String(contentsOf: none.appending(path: "errors.txt"), encoding: .utf8)
        #expect(errors.contains("that the CRM deleted"))
    }

    @Test func `alone in a file leaves a map without cases, and the band`() throws {
        let source = Wardline.package.appending(path: "SampleData/requests.csv")
        let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
        let rows = lines.dropFirst().filter { $0.contains(",Encampment,") }.prefix(12)
        try Data((lines[...0] + rows).joined(separator: "\n").utf8).write(
            to: folder.appending(path: "private.csv"))
        let city = Wardline.package.appending(path: "SampleData/city.yaml").path
        let outcome = try Wardline.shell(
            "wardline map private.csv --city '\(city)' --layer district --area 1 -o m.html", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("0 open cases"))
        #expect(outcome.output.contains("Encampment 11 to 49, Wellness Check fewer than 11"))
    }

    @Test(arguments: [
        "report --layer district", "map --layer district --all -o maps", "hotspots --edition public",
    ])
    func `is not offered for a name that no request has`(command: String) throws {
        let words = command.split(separator: " ", maxSplits: 1)
        for place in [try citiesWithFew().none, try citiesWithFew().few] {
            let outcome = try Wardline.shell(
                "\"$WARDLINE\" \(words[0]) requests.csv --city '\(Wardline.package.appending(path: "SampleData/city.yaml").path)' \(words[1]) --category Encampmnt",
                in: place)
            #expect(
                outcome.status == 1 && outcome.errors.contains("did you mean “Dead Animal”"),
                "\(outcome.errors)")
        }
    }

    @Test func `as what changed is no category of a public report`() throws {
        let outcome = try Wardline.run(
            "report", "SampleData/requests.csv", "--layer", "district", "--change", "2024-07-01", "--of",
            "Wellness Check")
        #expect(outcome.status == 1 && !outcome.output.contains("Before and after"), "\(outcome.errors)")
    }
}
