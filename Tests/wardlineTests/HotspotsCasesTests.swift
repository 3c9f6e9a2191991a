import Foundation
import Testing

/// Small made-up files, each a kind of fault that was met in the wild.
struct HotspotsCasesTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        try write("city.yaml", "name: T\ntimezone: America/New_York\n")
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func hotspots(_ rows: [String], _ more: String...) throws -> String {
        try write(
            "requests.csv",
            "id,category,status,opened,closed,address,longitude,latitude\n" + rows.joined(separator: "\n")
                + "\n")
        let outcome = try Wardline.run(
            ["hotspots", folder.appending(path: "requests.csv").path] + more)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    /// Case 81.
    @Test func `a crew's list within minutes is one episode, and nothing came back`() throws {
        let rows = (0..<9).map {
            "B\($0),Pothole,Closed,2024-03-20 12:1\($0):05,2024-03-20 12:1\($0):09,\($0) Oak St,-73.95,40.05"
        }
        let table = try hotspots(rows, "-o", "-")
        #expect(table.contains("1,Pothole,"))
        let header = table.split(separator: "\n")[0].split(separator: ",")
        let values = table.split(separator: "\n")[1].split(
            separator: ",", omittingEmptySubsequences: false)
        let cluster = Dictionary(uniqueKeysWithValues: zip(header, values))
        #expect(cluster["episodes"] == "1" && cluster["recurrences"] == "0" && cluster["batch"] == "8")
        #expect(try hotspots(rows).contains("8 were entered as lists"))
    }

    @Test func `where closings have no time nothing is said of returns, and none is made of them`() throws {
        let rows = (0..<9).map {
            "C\($0),Pothole,Closed,2024-0\($0 / 3 + 3)-1\($0) 10:00:00,,1 Oak St,-73.95,40.05"
        }
        let table = try hotspots(rows, "-o", "-").split(separator: "\n")
        #expect(table[1].contains(",9,,,,,,0,"))
        let text = try hotspots(rows)
        #expect(text.contains("of 1 cluster nothing is said of episodes, returns and days open"))
        #expect(
            try hotspots(rows, "--explain", "1").contains(
                "which of them came back after a closing cannot be told"))
    }

    @Test func `spellings of one category are clustered together, and told`() throws {
        let rows = (0..<6).map {
            "R\($0),\($0 < 4 ? "Pothole" : "POTHOLE"),Open,2024-03-0\($0 + 1) 10:00:00,,1 Main St,-73.95,40.05"
        }
        for summary in [try hotspots(rows), try hotspots(rows, "--category", "pothole")] {
            #expect(summary.contains("1 cluster holds 6 of 6 requests"), "\(summary)")
            #expect(
                summary.contains("one category in several spellings: Pothole 4, POTHOLE 2"), "\(summary)")
        }
    }

    @Test func `reports in an area overseas are a place of the city, and others far away are not`() throws {
        func area(_ code: String, _ x: Double, _ y: Double) -> String {
            #"{"type":"Feature","properties":{"district":"\#(code)"},"geometry":{"type":"Polygon","coordinates":[[["#
                + "\(x),\(y)],[\(x + 0.1),\(y)],[\(x + 0.1),\(y + 0.1)],[\(x),\(y + 0.1)],[\(x),\(y)]]]}}"
        }
        let areas = [area("1", 2.3, 48.8), area("2", 2.4, 48.8), area("3", 2.3, 48.9), area("4", 55.4, -21)]
        try write(
            "b.geojson", #"{"type":"FeatureCollection","features":[\#(areas.joined(separator: ","))]}"#)
        try write(
            "city.yaml",
            "name: T\ntimezone: Europe/Paris\nlayers:\n  - {name: district, editions: [{file: b.geojson, code: district}]}\n"
        )
        let rows = (0..<16).map { row in
            // 25 m to the east there would be 40 km by the middle of Paris.
            let place =
                row < 9
                ? "2.345,48.855" : row < 14 ? "\(55.45 + Double(row % 2) * 0.00024),-20.95" : "48.855,2.345"
            return "R\(row),Pothole,Open,2024-03-0\(row % 7 + 1) 10:00:00,,,\(place)"
        }
        let summary = try hotspots(rows)
        #expect(summary.contains("2 clusters hold 14 of 14 requests"), "\(summary)")
        #expect(summary.contains("2 left out"), "\(summary)")
        let table = try hotspots(rows, "-o", "-")
        #expect(table.contains("-20.95") && table.contains("55.45"), "\(table)")
    }

    /// Case 03.
    @Test func `a place on the 180th meridian is one place`() throws {
        let rows = (0..<6).map {
            "R\($0),Pothole,Open,2024-03-0\($0 + 1) 10:00:00,,1 Main St,"
                + ($0 % 2 == 0 ? "179.99996" : "-179.99996") + ",-16.8"
        }
        let summary = try hotspots(rows)
        #expect(summary.contains("1 cluster holds 6 of 6 requests"), "\(summary)")
        #expect(!summary.contains("another part of the world"))
        // Its outline is cut at 180, as RFC 7946 asks.
        let outline = try hotspots(rows, "--format", "geojson", "-o", "-")
        let parts = outline.split(separator: "]]]").filter {
            $0.contains("coordinates") || $0.hasPrefix(",[[[")
        }
        let longitudes = parts.map { $0.matches(of: /\[(-?[0-9.]+),-1/).compactMap { Double($0.1) } }
        #expect(longitudes.count == 2, "\(outline)")
        #expect(
            longitudes.allSatisfy {
                $0.allSatisfy { $0 > 179.9 && $0 <= 180 } || $0.allSatisfy { $0 < -179.9 && $0 >= -180 }
            })
    }

    /// Two places, one that was reported in the last year and one in the year before, and a mistyped year.
    @Test func `a date of 2042 moves no trend, and is told with the day that is shown`() throws {
        func rows(_ last: String) -> [String] {
            func place(_ year: Int, _ end: String) -> [String] {
                (0..<24).map { index in
                    let month = index % 12 < 9 ? "0\(index % 12 + 1)" : "\(index % 12 + 1)"
                    return "\(year)-\(index),Pothole,Closed,\(year)-\(month)-15 1\(index / 12):00:00,,\(end)"
                }
            }
            return place(2024, "1 Elm St,-73.95,40.05") + place(2023, "9 Oak St,-73.97,40.07") + [
                "F,Pothole,Closed,2022-01-10 09:00:00,,5 Ash St,-73.99,40.09",
                "L,Pothole,Open,\(last) 09:00:00,,5 Ash St,-73.99,40.09",
            ]
        }
        func trends(_ last: String) throws -> [Substring] {
            let lines = try hotspots(rows(last), "-o", "-").split(separator: "\n")
            let column = try #require(lines[0].split(separator: ",").firstIndex(of: "trend"))
            return lines.dropFirst().map { line in
                line.split(separator: ",", omittingEmptySubsequences: false)[column]
            }
        }
        let right = try trends("2024-12-30")
        #expect(Set(right) == ["rising", "falling"], "\(right)")
        #expect(try trends("2042-12-30") == right)
        let outcome = try Wardline.run(["hotspots", folder.appending(path: "requests.csv").path])
        #expect(outcome.errors.contains("a date up to 2042-12-30 (request L)"), "\(outcome.errors)")
        #expect(
            outcome.errors.contains("the survey shows 2024-12-15")
                && outcome.errors.contains("--until names another day"))
        let until = try Wardline.run(
            ["hotspots", folder.appending(path: "requests.csv").path, "--until", "2024-12-31"])
        #expect(!until.errors.contains("2042"), "\(until.errors)")
    }

    @Test func `an address that holds many categories is named as a catch-all`() throws {
        let kinds = ["Pothole", "Graffiti", "Rats", "Noise", "Trash", "Lights", "Trees"]
        let rows = kinds.enumerated().flatMap { kind, name in
            (0..<3).map {
                "\(kind)-\($0),\(name),Open,2024-0\($0 + 1)-03 10:00:00,,1 City Hall Sq,-73.95,40.05"
            }
        }
        let other = (0..<3).map {
            "p-\($0),Pothole,Closed,2024-0\($0 + 1)-03 10:00:00,2024-0\($0 + 1)-05 10:00:00,9 Elm St,-73.9\($0)1,40.09"
        }
        let summary = try hotspots(rows + other)
        #expect(
            summary.contains("7 clusters at addresses that hold many categories (catch-all)"), "\(summary)")
        #expect(summary.contains("catch-all of 7 categories"))
    }

    @Test func `a chain along a street is cut by default, and left whole where that is asked for`() throws {
        let rows = (0..<40).map {
            "c-\($0),Pothole,Open,2024-01-03 10:00:00,,\($0) Long St,\(-73.95 + Double($0) * 0.0002),40.05"
        }
        #expect(try hotspots(rows).contains("1 cluster wider than four radii cut"))
        #expect(try hotspots(rows, "--greatest-diameter", "5000").contains("1 cluster holds 40 of 40"))
    }
}
