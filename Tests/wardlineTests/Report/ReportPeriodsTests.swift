import Foundation
import TestSupport
import Testing

/// `wardline report --by` and what comes with it, over the sample city and small files.
struct ReportPeriodsTests {
    private let folder: URL
    private let sample = Wardline.package.appending(path: "SampleData/requests.csv").path
    private let city = Wardline.package.appending(path: "SampleData/city.yaml").path

    init() throws { folder = try Wardline.scratchFolder() }

    private func file(_ name: String) -> String { folder.appending(path: name).path }

    private func report(_ more: String...) throws -> Wardline.Outcome {
        try Wardline.run(["report", sample, "--city", city, "--layer", "district"] + more)
    }

    private func rows(_ name: String) throws -> [[String]] {
        try String(contentsOfFile: file(name), encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func `the backlog of each cell is what it was, plus opened, less closed`() throws {
        let outcome = try report("--by", "quarter", "--edition", "internal", "-o", file("q.csv"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let all = try rows("q.csv")
        let columns = all[0]
        let places = try ["opened", "closed", "backlog"].map { try #require(columns.firstIndex(of: $0)) }
        var last: [String: Int] = [:]
        for row in all.dropFirst() {
            let key = [row[0], row[4], row[6], row[7]].joined(separator: "|")
            let figures = places.compactMap { Int(row[$0]) }
            #expect(figures.count == 3)
            #expect(figures[2] == (last[key] ?? 0) + figures[0] - figures[1], "\(row)")
            last[key] = figures[2]
        }
        #expect(Set(all.dropFirst().map { $0[0] }) == ["city", "area", "category", "area_category"])
        // The levels of the file by themselves stay as they are without --by.
        #expect(outcome.output.contains("By quarter"))
        #expect(try !report().output.contains("By quarter"))
    }

    @Test func `what is past due in the sentences is what maps count as overdue`() throws {
        let outcome = try report("--edition", "internal", "-o", file("r.html"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        // By the moment it was 764: seven are due on the last day.
        #expect(
            try String(contentsOfFile: file("r.html"), encoding: .utf8).contains(
                "949 are open, 757 past due,"))
    }

    @Test func `pages of a short file are by month, of a long one by quarter, where no period is named`()
        throws
    {
        func page(_ more: String...) throws -> String {
            let options = ["report", sample, "--city", city, "--layer", "district", "-o", file("p.html")]
            #expect(try Wardline.run(options + more).status == 0)
            return try String(contentsOfFile: file("p.html"), encoding: .utf8)
        }
        #expect(try page().contains("By quarter from 2022Q3 to 2025Q2"))
        let short = try page("--since", "2025-05-20")
        #expect(short.contains("By month from 2025-05 to 2025-06"))
        // The first month is a part of one.
        #expect(!short.contains("against"))
        #expect(try page("--since", "2025-05-20", "--by", "quarter").contains("By quarter"))
    }

    @Test func `any number of threads gives the same bytes`() throws {
        for jobs in ["1", "3"] {
            #expect(try report("--by", "month", "--jobs", jobs, "-o", file("m\(jobs).csv")).status == 0)
        }
        #expect(try rows("m1.csv") == rows("m3.csv"))
    }

    @Test(arguments: ["public", "internal"])
    func `shuffled rows give the same bytes`(edition: String) throws {
        let lines = try String(contentsOfFile: sample, encoding: .utf8).split(separator: "\n")
        var numbers = SeededNumbers(16)
        let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &numbers)
        try Data((shuffled.joined(separator: "\n") + "\n").utf8).write(
            to: URL(filePath: file("requests.csv")))
        func bytes(_ requests: String, _ name: String, _ more: [String]) throws -> Data {
            let outcome = try Wardline.run(
                [
                    "report", requests, "--city", city, "--layer", "district", "--edition", edition, "-o",
                    file(name),
                ] + more)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try Data(contentsOf: URL(filePath: file(name)))
        }
        for more in [["--by", "month"], ["--by", "quarter"], []] {
            #expect(
                try bytes(sample, "a.csv", more) == bytes(file("requests.csv"), "b.csv", more), "\(more)")
        }
    }

    @Test func `a public series has no small count and no cells to subtract from`() throws {
        #expect(try report("--by", "month", "-o", file("p.csv")).status == 0)
        let all = try rows("p.csv")
        #expect(!all.contains { $0[0] == "area_category" })
        for row in all.dropFirst() {
            for place in 8...9 { if let count = Int(row[place]) { #expect(count == 0 || count >= 11) } }
            #expect(!["Wellness Check", "Encampment"].contains(row[6]))
        }
    }

    /// Case 43: targets in business days, and due dates that are made by calendar days.
    @Test func `the rule by which due dates are made is named, not assumed`() throws {
        let areas = try BoundaryFixtures.write(
            [("W", BoundaryFixtures.box(-76.7, 39.2, -76.6, 39.3))], in: folder)
        let settings = try Wardline.city(assigned: "district", editions: ["file: \(areas), code: code"])
        var text = "id,category,status,opened,closed,due,longitude,latitude,district\n"
        for index in 0..<60 {
            // From Mondays to Fridays: five calendar days later; and the day five business days later, a week on.
            let day = 1 + index % 5
            text +=
                "C\(index),Calendar,Closed,2024-07-0\(day) 10:00,2024-07-0\(day) 12:00,2024-07-0\(day) 23:00,-76.65,39.25,W\n"
            text +=
                "B\(index),Business,Closed,2024-07-0\(day) 10:00,2024-07-0\(day) 12:00,2024-07-\(day + 7 < 10 ? "0" : "")\(day + 7) 10:00,-76.65,39.25,W\n"
            let odd = 10 + (index * 7) % 19
            text +=
                "N\(index),Neither,Closed,2024-07-0\(day) 10:00,2024-07-0\(day) 12:00,2024-07-\(odd) 10:00,-76.65,39.25,W\n"
        }
        try Data(text.utf8).write(to: URL(filePath: file("r.csv")))
        let outcome = try Wardline.run(
            "report", file("r.csv"), "--city", settings, "--check-targets", "--edition", "internal")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first { $0.hasPrefix("  Calendar") && $0.contains("100 %") }?.hasSuffix("0 d") == true)
        // Seven calendar days and five weekdays say the same: the first of equal ones is named.
        #expect(lines.first { $0.hasPrefix("  Business") && $0.contains("100 %") }?.hasSuffix("7 d") == true)
        #expect(lines.first { $0.hasPrefix("  Neither") && $0.contains("%") }?.hasSuffix("none fits") == true)
    }

    @Test func `a public row tells no count by a share beside the opened`() throws {
        #expect(try report("--by", "month", "-o", file("p.csv")).status == 0)
        let all = try rows("p.csv")
        let places = try ["opened", "within_7", "within_30", "flags"].map {
            try #require(all[0].firstIndex(of: $0))
        }
        var told = 0
        for row in all.dropFirst()
        where !row[places[3]].contains("young") && !row[places[3]].contains("unfinished") {
            guard let opened = Double(row[places[0]]) else { continue }
            let closed = places[1...2].compactMap { Double(row[$0]) }.map { ($0 * opened).rounded() }
            let counts =
                closed + closed.map { opened - $0 } + (closed.count == 2 ? [closed[1] - closed[0]] : [])
            #expect(!counts.contains { (1..<11).contains($0) }, "\(row)")
            told += closed.count
        }
        #expect(told > 0)
    }

    @Test func `pages say when fiscal years begin`() throws {
        let folder = folder.appending(path: "city")
        let files = Wardline.package.appending(path: "SampleData").path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: files, toPath: folder.appending(path: "SampleData").path)
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "Boundaries").path,
            withDestinationPath: Wardline.package.appending(path: "Boundaries").path)
        let settings = folder.appending(path: "SampleData/city.yaml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        let later = text.replacing("fiscal_year: July", with: "fiscal_year: October")
        #expect(later != text)
        try Data(later.utf8).write(to: settings)
        let outcome = try Wardline.run(
            "report", sample, "--city", settings.path, "--layer", "district", "--by", "year", "-o",
            file("f.html"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try String(contentsOfFile: file("f.html"), encoding: .utf8)
        #expect(page.contains("Fiscal years begin in October"))
        #expect(page.contains("FY2025: October 2024 to September 2025."))
    }

    @Test func `a change is told with its placebos, or that they are too few`() throws {
        let outcome = try report("--change", "2024-07-01", "--of", "Missed Trash Pickup")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Before and after July 1, 2024"))
        #expect(
            outcome.output.contains("placebos") || outcome.output.contains("Nothing to compare with"))
        let unknown = try report("--change", "2024-07-01", "--of", "Potholes")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("did you mean “Pothole”?"))
    }

    @Test func `three years of months are foretold, fewer are refused`() throws {
        let outcome = try report("--ahead", "6")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("MASE"))
        let short = try report("--ahead", "6", "--since", "2024-01-01")
        #expect(short.status == 1)
        #expect(short.errors.contains("fewer than 36"))
    }

    @Test(arguments: [
        ["--change", "2024-07-01"], ["--of", "Pothole"], ["--ahead", "0"], ["--times", "1"],
        ["--by", "week"],
        ["--by", "month", "-o", "periods.geojson"], ["--weeks", "0"],
    ])
    func `what cannot be asked is an error of usage`(options: [String]) throws {
        #expect(
            try Wardline.run(["report", sample, "--city", city, "--layer", "district"] + options).status == 64
        )
    }
}
