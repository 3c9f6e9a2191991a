import Foundation
import Testing

/// `wardline report` over the sample city.
///
/// The figures agree with shapely's areas, lifelines' Kaplan-Meier curves and the formulas of the funnel, the
/// concentration index and Theil's T, computed in Python from the same files.
struct ReportSampleTests {
    private let requests = [
        "report", "SampleData/requests.csv", "--layer", "district", "--edition", "internal",
    ]

    private func rows(_ more: String...) throws -> [[String: String]] {
        let outcome = try Wardline.run(requests + more + ["-o", "-"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    @Test func `requests still open count, on time is by due dates and targets, and outliers are marked`()
        throws
    {
        let rows = try rows("--incomes", "SampleData/incomes.csv")
        func row(_ area: String, _ category: String = "") throws -> [String: String] {
            try #require(rows.first { $0["area"] == area && $0["category"] == category })
        }
        let expected: [(area: String, category: String, values: [String: String])] = [
            ("", "", ["title": "Fairhaven", "requests": "11787", "open": "949", "median_days": "3.88"]),
            ("", "", ["p90_days": "87.95", "on_time": "8293", "late": "3189", "not_yet_known": "305"]),
            ("2", "", ["requests": "1202", "open": "415", "median_days": "8.16", "p90_days": ""]),
            ("2", "", ["share_on_time": "0.5263", "funnel_z": "-8.57", "standing": "outlying"]),
            ("2", "", ["expected_low": "0.6733", "expected_high": "0.7605", "median_z": ""]),
            ("2", "", ["income": "38900", "people": "1293", "income_third": "low"]),
            ("9", "", ["open": "7", "standing": "notable", "income_third": "middle"]),
            // The log-rank test by itself has 5.25: design effects of the areas differ, and so does the spread between them.
            (
                "2", "Missed Trash Pickup",
                ["on_time": "24", "late": "63", "median_days": "10.78", "median_z": "5.28"]
            ),
        ]
        for entry in expected {
            let row = try row(entry.area, entry.category)
            for (column, value) in entry.values {
                #expect(row[column] == value, "\(entry.area) \(entry.category) \(column)")
            }
        }
        let categories = rows.map { $0["category"] ?? "" }
        #expect(categories.prefix(10).allSatisfy(\.isEmpty) && categories[10] == "Missed Trash Pickup")
    }

    @Test func `the poorer third of the districts is compared with the richer`() throws {
        let outcome = try Wardline.run(requests + ["--incomes", "SampleData/incomes.csv"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        for text in [
            "Low third of incomes: 2, 5, 7. High third: 4, 6, 8.",
            "Missed Trash Pickup                331   300         3.6 d  3.0 d   1.18                  –  49.4 % of 330"
                + "   59.1 % of 298",
            "Incomes are median_household_income, people households.",
            "lateness differs with income no more than chance allows (concentration index -0.07, p 0.05).",
            "Of the inequality in the days of closed requests 0.4 % lies between areas",
            "Council District 2     1,202   415    8.2 d           –   52.6 % of 1,178  far fewer on time",
            "Council District 2  Missed Trash Pickup  10.8 d of 88  city 3.0 d of 914  z 5.3",
            "Council District 2  Bulk Item Pickup            28.3 % of 60 on time  53.9 % to 91.0 % expected",
        ] {
            #expect(outcome.output.contains(text), "\(text) is not in \(outcome.output)")
        }
    }

    @Test func `only the district that was planted as slow is named`() throws {
        let outcome = try Wardline.run(requests)
        let outliers = outcome.output.components(separatedBy: "\n\nOn time outside").last ?? ""
        #expect(outliers.contains("Council District 2  "))
        #expect(!outliers.contains(/Council District [13-9]/))
        #expect(!outcome.output.contains("more on time"))
    }

    @Test func `an outlier of the only category is listed once`() throws {
        let text = try Wardline.run(requests + ["--category", "Bulk Item Pickup"]).output
        #expect(text.components(separatedBy: "28.3 % of 60 on time").count == 2)
        #expect(!text.contains("all categories"))
    }

    @Test func `a choice of categories and days is counted alone, and the rest is said`() throws {
        let outcome = try Wardline.run(
            requests + ["--category", "pothole", "--since", "2024-01-01", "--until", "2024-12-31"])
        #expect(outcome.output.contains(" left out: other categories"))
        #expect(outcome.output.contains(" left out: opened on other days"))
        let rows = try rows("--category", "pothole", "--since", "2024-01-01", "--until", "2024-12-31")
        #expect(Set(rows.map { $0["category"] }) == ["", "Pothole"])
        let source = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let potholes = source.split(separator: "\n").count {
            $0.contains(",Pothole,") && !$0.contains(",Canceled,")
                && $0.split(separator: ",", omittingEmptySubsequences: false)[5].hasPrefix("2024")
        }
        #expect(rows.first?["requests"] == "\(potholes)")
    }

    @Test func `private categories count with all together, and by themselves where they are asked for`()
        throws
    {
        let all = try rows()
        #expect(!all.contains { $0["category"] == "Wellness Check" })
        let asked = try rows("--category", "Wellness Check")
        #expect(asked.contains { $0["category"] == "Wellness Check" && $0["requests"] != "0" })
    }

    @Test func `a report is public where nothing else is said: private requests are in no figure and no sum`()
        throws
    {
        let outcome = try Wardline.run("report", "SampleData/requests.csv", "--layer", "district", "-o", "-")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("Encampment 50 to 199, Wellness Check 50 to 199"))
        let all = outcome.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let requests = try #require(all[0].firstIndex(of: "requests"))
        let city = all.dropFirst().filter { $0[1].isEmpty }
        let counts = city.compactMap { Int($0[requests]) }
        // All together are the categories that stand by themselves, and no more.
        #expect(counts.count > 10 && counts[0] == counts.dropFirst().reduce(0, +))
        let own = try rows()
        #expect(own.first?["requests"].flatMap { Int($0) }.map { $0 > counts[0] } == true)
    }

    @Test func `an earlier day shows what was open then`() throws {
        let early = try rows("--as-of", "2024-06-30")
        let late = try rows()
        let counts = [early, late].map { $0.first?["requests"].flatMap { Int($0) } ?? 0 }
        #expect(counts[0] > 0 && counts[0] < counts[1])
        #expect(early.first?["not_yet_known"] != "0")
    }

    @Test func `GeoJSON holds the districts' surfaces and JSON the same figures`() throws {
        let geojson = try json(
            try Wardline.run(requests + ["--category", "Pothole", "--format", "geojson", "-o", "-"]).output)
        let features = try #require((geojson as? [String: Any])?["features"] as? [[String: Any]])
        let types = features.map { ($0["geometry"] as? [String: Any])?["type"] as? String }
        #expect(types == [String?](repeating: "MultiPolygon", count: 9))
        let list = try json(
            try Wardline.run(requests + ["--category", "Pothole", "--format", "json", "-o", "-"]).output)
        let records = try #require(list as? [[String: Any]])
        #expect(records.count == 20)
        #expect(records[0]["area"] is NSNull && records[1]["area"] as? String == "1")
        #expect(records[0]["requests"] as? Int == 806)
    }
}
