import Foundation
import TestSupport
import Testing

/// What somebody makes of all public editions of the sample city together, laid beside each other.
@Suite(.enabled(if: CountAttack.isPossible, "glpk-utils is not installed"))
struct `Somebody who lays all public editions side by side` {
    /// Every figure that is published for an area or the city is a sum of cases or categories that are listed; were private
    /// ones in it, the difference would tell them. An integer program over all tables of maps, report, closures and hotspots
    /// finds what each private count can still be.
    @Test func `learns of private counts no more than their band for the city`() throws {
        let attack = try CountAttack()
        #expect(attack.figures.count > 30)
        #expect(Set(attack.figures.map(\.source)) == ["map", "report", "closures", "hotspots"])
        for figure in attack.figures { #expect(figure.published == figure.listed, "\(figure.name)") }
        // Private cases are in no figure: each count can lie anywhere in its band, that of an area anywhere below it.
        for category in attack.bands.keys.sorted() {
            let band = try #require(attack.bands[category])
            #expect(try attack.range(of: category) == band)
            let area = try attack.range(of: category, in: attack.figures[0])
            #expect(area.lowerBound == 0 && area.upperBound == band.upperBound, "\(category): \(area)")
        }
        // Had the figures held them, the program would have no answer but none at all, against the band.
        #expect(try !attack.couldHoldPrivateCases())
    }
}

/// The published tables, and an integer program over them for glpsol.
private struct CountAttack {
    static let isPossible = OutsideTool.areHere("glpsol")

    /// A count of one area in one edition, beside the cases that the edition lists there.
    struct Figure {
        var source = "map"
        let name: String
        let layer: String
        let area: String
        let status: String
        let day: String
        let published: Int
        let listed: Int
    }

    private(set) var figures: [Figure] = []
    private(set) var bands: [String: ClosedRange<Int>] = [:]

    private static let days = ["2025-03-31", "2025-06-30"]
    private static let isLong = LongTests.areAsked

    init() throws {
        let layers = Self.isLong ? ["district", "zone"] : ["district"]
        let statuses = Self.isLong ? ["open", "closed", "all"] : ["open", "all"]
        for layer in layers {
            for status in statuses {
                for day in Self.days { try read(layer: layer, status: status, day: day) }
            }
            for day in Self.days { try readReport(layer: layer, day: day) }
            // What was opened in each quarter, from reports that choose days.
            for quarter in Self.isLong ? 1...8 : 5...5 {
                let month = 3 * ((quarter - 1) % 4) + 1
                let year = 2023 + (quarter - 1) / 4
                try readReport(
                    layer: layer, day: Self.days[1],
                    choice: ["--since", "\(year)-\(month < 10 ? "0" : "")\(month)-01"])
            }
            try readClosures(layer: layer)
            try readHotspots(layer: layer)
        }
    }

    // MARK: What is published

    private func rows(_ arguments: [String]) throws -> [[String: String]] {
        let path = try Wardline.scratchFolder().appending(path: "rows.csv").path
        let option = arguments[0] == "closures" ? "--measures" : "-o"
        let outcome = try Wardline.run(arguments + [option, path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let table = SmallTable(try String(contentsOfFile: path, encoding: .utf8))
        return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
    }

    /// Levels of the city and each area: all together beside the sum of the categories.
    private mutating func readReport(layer: String, day: String, choice: [String] = []) throws {
        let rows = try rows(
            ["report", "SampleData/requests.csv", "--layer", layer, "--as-of", day] + choice)
        for (area, own) in Dictionary(grouping: rows, by: { $0["area"] ?? "" }).sorted(by: {
            $0.key < $1.key
        }) {
            for (column, status) in [("requests", "all"), ("open", "open"), ("on_time", "on time")] {
                func sum(_ rows: [[String: String]]) -> Int {
                    rows.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
                }
                let status = ([status] + choice.dropFirst()).joined(separator: " since ")
                figures.append(
                    Figure(
                        source: "report", name: "report, \(layer) \(area), \(status), \(day)", layer: layer,
                        area: area.isEmpty ? "city" : "\(layer)-\(area)", status: status, day: day,
                        published: sum(own.filter { $0["category"] == "" }),
                        listed: sum(own.filter { $0["category"] != "" })))
            }
        }
    }

    /// Closings of the city beside those of its channels and of its categories, where each may be told: of channels a few that were
    /// closed at once are hidden, of categories none is within one minute.
    private mutating func readClosures(layer: String) throws {
        let fast = try rows([
            "closures", "SampleData/requests.csv", "--layer", layer, "--edition", "public", "--fast", "1",
            "--as-of", Self.days[1],
        ]).filter { $0["measure"] == "closed_fast" }
        let all = fast.first { $0["subset"] == "all" }.flatMap { Int($0["of"] ?? "") }
        for part in ["category", "channel"] {
            let parts = fast.filter { $0["subset"] == part }.map { Int($0["of"] ?? "") }
            // A part that is hidden could hold what is missing: then the sum would tell nothing.
            #expect(!parts.isEmpty && (part == "channel" || !parts.contains(nil)))
            if parts.contains(nil) { continue }
            figures.append(
                Figure(
                    source: "closures", name: "closures by \(part), \(layer)", layer: layer, area: "city",
                    status: "closed by \(part)", day: Self.days[1], published: all ?? -1,
                    listed: parts.compactMap(\.self).reduce(0, +)))
        }
    }

    /// What public hotspots say of rows that are in no cluster: no private ones are among them.
    private mutating func readHotspots(layer: String) throws {
        let folder = try Wardline.scratchFolder()
        let (list, summary) = (folder.appending(path: "h.csv").path, folder.appending(path: "h.json").path)
        let outcome = try Wardline.run(
            "hotspots", "SampleData/requests.csv", "--edition", "public", "-o", list, "--summary", summary)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let table = SmallTable(try String(contentsOfFile: list, encoding: .utf8))
        let column = try #require(table.header.firstIndex(of: "reports"))
        let data = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: summary))) as? [String: Any])
        let counts = try #require(data["counts"] as? [String: Any])
        figures.append(
            Figure(
                source: "hotspots", name: "hotspots, \(layer)", layer: layer, area: "city",
                status: "in clusters", day: Self.days[1], published: counts["in_clusters"] as? Int ?? -1,
                listed: table.rows.reduce(0) { $0 + (Int($1[column]) ?? 0) }))
    }

    private mutating func read(layer: String, status: String, day: String) throws {
        let folder = try Wardline.scratchFolder()
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", layer, "--all", "--status", status, "--as-of", day,
            "--format", "geojson", "-o", folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let index = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
        let rows = index.matches(
            of:
                /<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>([\d,]+)<\/td><td[^>]*>([\d,]+)<\/td>.*?class="files">.*?href="([^"]+)\.geojson"/
        )
        for row in rows {
            let map = try String(contentsOf: folder.appending(path: "\(row.4).geojson"), encoding: .utf8)
            func number(_ text: Substring) -> Int { Int(text.replacing(",", with: "")) ?? -1 }
            figures.append(
                Figure(
                    name: "\(layer) \(row.1), \(status), \(day)", layer: layer, area: String(row.4),
                    status: status, day: day, published: number(row.2) - number(row.3),
                    listed: map.ranges(of: "\"kind\":\"case\"").count))
        }
        let line = try #require(index.firstMatch(of: /In the whole file: ([^.]+)\./))
        for part in line.1.split(separator: ", ") {
            let match = try #require(
                part.wholeMatch(of: /(.+?) (fewer than 11|11 to 49|50 to 199|200 and more)/))
            let ranges = ["fewer than 11": 0...10, "11 to 49": 11...49, "50 to 199": 50...199]
            let band = ranges[String(match.2)] ?? 200...100_000
            #expect(bands[String(match.1)] ?? band == band, "one band in all editions")
            bands[String(match.1)] = band
        }
    }

    // MARK: The program

    private func variable(_ category: String, _ figure: Figure) -> String {
        "\(category)_\(figure.area)_\(figure.status)_\(figure.day)".map {
            $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "_"
        }.joined()
    }

    private func total(_ category: String) -> String { category.filter(\.isLetter) + "_total" }

    /// What holds of private counts whatever is published: parts are no larger than the whole, what is open no more than
    /// all, and what was opened by an earlier day no more than by a later one.
    private func rules() -> [String] {
        var rules: [String] = []
        for category in bands.keys.sorted() {
            for (layer, day) in Set(figures.map { [$0.layer, $0.day] }).sorted(by: { $0[1] < $1[1] }).map({
                ($0[0], $0[1])
            }) {
                let all = areas.filter { $0.layer == layer && $0.day == day && $0.status == "all" }
                rules.append(
                    all.map { variable(category, $0) }.joined(separator: " + ") + " - \(total(category)) <= 0"
                )
            }
            for figure in figures where figure.area == "city" {
                rules.append("\(variable(category, figure)) - \(total(category)) <= 0")
            }
            for figure in figures where figure.status != "all" {
                guard
                    let all = figures.first(where: {
                        $0.area == figure.area && $0.day == figure.day && $0.status == "all"
                    })
                else { continue }
                rules.append("\(variable(category, figure)) - \(variable(category, all)) <= 0")
            }
            for early in figures where early.status == "all" && early.day == Self.days[0] {
                guard
                    let late = figures.first(where: {
                        $0.area == early.area && $0.day == Self.days[1] && $0.status == "all"
                    })
                else { continue }
                rules.append("\(variable(category, early)) - \(variable(category, late)) <= 0")
            }
        }
        return rules
    }

    /// Each area once for a layer, status and day, whichever outputs tell it.
    private var areas: [Figure] {
        var seen: Set<String> = []
        return figures.filter { $0.area != "city" && seen.insert(variable("", $0)).inserted }
    }

    private func solve(_ goal: String, _ objective: String, besides more: [String]) throws -> Int? {
        let variables = bands.keys.sorted().flatMap { category in
            Set(figures.map { variable(category, $0) }).sorted() + [total(category)]
        }
        let bounds = bands.sorted { $0.key < $1.key }.map {
            "\($0.value.lowerBound) <= \(total($0.key)) <= \($0.value.upperBound)"
        }
        let text =
            ([goal, "value: \(objective)", "Subject To"] + rules() + more + ["Bounds"] + bounds + ["Integers"]
            + variables + ["End", ""]).joined(separator: "\n")
        let folder = try Wardline.scratchFolder()
        let (model, answer) = (folder.appending(path: "model.lp"), folder.appending(path: "answer.txt"))
        try Data(text.utf8).write(to: model)
        _ = try OutsideTool.run("glpsol", ["--lp", model.path, "-w", answer.path])
        let lines = try String(contentsOf: answer, encoding: .utf8).split(separator: "\n")
        let solution = try #require(lines.first { $0.hasPrefix("s mip") }).split(separator: " ")
        return solution[4] == "o" ? Int(solution[5]) : nil
    }

    /// Returns what a private count can be by all that is published.
    func range(of category: String, in figure: Figure? = nil) throws -> ClosedRange<Int> {
        let objective = figure.map { variable(category, $0) } ?? total(category)
        let least = try #require(try solve("Minimize", objective, besides: []))
        let greatest = try #require(try solve("Maximize", objective, besides: []))
        return least...greatest
    }

    /// Whether there are private counts that the figures could hold beside the cases that are listed, and that fit the bands,
    /// where all of a category lies in some area.
    func couldHoldPrivateCases() throws -> Bool {
        let differences = figures.map { figure in
            bands.keys.sorted().map { variable($0, figure) }.joined(separator: " + ")
                + " = \(figure.published - figure.listed)"
        }
        let last = areas.filter {
            $0.layer == figures[0].layer && $0.day == Self.days[1] && $0.status == "all"
        }
        // A category of at least fifty does not lie outside all areas.
        let within = bands.keys.sorted().map { category in
            last.map { variable(category, $0) }.joined(separator: " + ") + " >= 1"
        }
        return try solve("Minimize", total(bands.keys.sorted()[0]), besides: differences + within) != nil
    }
}
