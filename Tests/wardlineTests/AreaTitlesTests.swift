import Foundation
import Testing

/// Areas whose codes are other numbers than those in their titles.
struct AreaTitlesTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        let city = """
            name: T
            timezone: America/New_York
            requests:
              columns: {id: id, category: category, opened: opened, longitude: lon, latitude: lat}
            layers:
              - {name: district, assigned: district, uncertainty: 10 m, editions: [{file: b.geojson, code: code, title: name}]}

            """
        try write("city.yaml", city)
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Audits requests in squares from west to east, the text of each recorded for one that lies in it.
    private func audit(codes: [Int], titles: [Int], recorded: [String]) throws -> String {
        let areas = codes.indices.map { index in
            let (west, east) = (-76.62 + Double(index) * 0.01, -76.61 + Double(index) * 0.01)
            return
                #"{"type":"Feature","properties":{"code":"\#(codes[index])","name":"District \#(titles[index])"},"#
                + #""geometry":{"type":"Polygon","coordinates":[[[\#(west),39.29],[\#(east),39.29],[\#(east),39.3],"#
                + #"[\#(west),39.3],[\#(west),39.29]]]}}"#
        }
        try write("b.geojson", #"{"type":"FeatureCollection","features":[\#(areas.joined(separator: ","))]}"#)
        let rows = recorded.indices.map {
            "R\($0),Pothole,2024-03-0\($0 + 1),\(-76.615 + Double($0) * 0.01),39.295,\(recorded[$0])\n"
        }
        try write("r.csv", "id,category,opened,lon,lat,district\n" + rows.joined())
        let outcome = try Wardline.shell("wardline audit r.csv --summary s.json", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func summary() throws -> String {
        try String(contentsOf: folder.appending(path: "s.json"), encoding: .utf8)
    }

    @Test func `a request with its area's whole title is right, whatever code the title holds`() throws {
        let text = try audit(
            codes: [1, 2, 3, 4], titles: [3, 4, 1, 2],
            recorded: ["District 3", "District 4", "District 1", "District 2"])
        #expect(text.contains("correct  4  100.0 %"), "\(text)")
        #expect(!text.contains("in its title"))
    }

    @Test func `the summary says which numbers were taken for those in titles`() throws {
        let text = try audit(
            codes: [101, 102, 103, 104], titles: [1, 2, 3, 4], recorded: ["1", "2", "103", "District 4"])
        #expect(text.contains("correct  4  100.0 %"), "\(text)")
        #expect(
            text.contains(
                "Recorded numbers that are no area's code, taken for the number in its title: 1 for 101, 2 for 102"
            ),
            "\(text)")
        #expect(try summary().contains("1 for 101"))
    }

    @Test func `no number is taken for one in a title where titles have other areas' codes`() throws {
        let text = try audit(codes: [0, 1, 2, 3], titles: [1, 2, 3, 4], recorded: ["0", "1", "2", "4"])
        #expect(text.contains("Recorded codes that are no area: 4 (1)"), "\(text)")
        #expect(!text.contains("in its title"))
    }
}
