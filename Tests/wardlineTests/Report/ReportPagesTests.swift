import Foundation
import Testing

/// `wardline report -o` and `wardline closures -o` as pages, over the sample city.
struct ReportPagesTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func file(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ command: String, _ name: String, _ more: [String] = []) throws -> Wardline.Outcome {
        try Wardline.run(
            [command, "SampleData/requests.csv", "--layer", "district", "-o", file(name)] + more)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: file(name), encoding: .utf8)
    }

    @Test(arguments: ["report", "closures"])
    func `pages begin with five sentences at most and end with formulas`(command: String) throws {
        let outcome = try write(command, "a.html")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try text("a.html")
        let list = try #require(
            page.components(separatedBy: "<ol class=\"sentences\">").last?
                .components(separatedBy: "</ol>").first)
        let sentences = list.ranges(of: "<li>").count
        #expect((3...5).contains(sentences))
        let headings = page.matches(of: /<h2 [^>]*>([^<]*)</).map { String($0.1) }
        #expect(headings.count >= 6)
        #expect(headings.last == "Formulas and sources")
        // A table behind each picture.
        #expect(page.ranges(of: "<figure>").count == page.ranges(of: "<details>").count)
        #expect(!page.contains("http://") && !page.contains("https://"))
    }

    @Test(arguments: ["report", "closures"])
    func `pages are public where nothing else is said, and say what they are`(command: String) throws {
        #expect(try write(command, "public.html").status == 0)
        #expect(try write(command, "internal.html", ["--edition", "internal"]).status == 0)
        let (open, own) = (try text("public.html"), try text("internal.html"))
        #expect(open.contains("Public edition") && own.contains("Internal edition"))
        // Private categories are told by bands only, and no id of a request is told.
        for name in ["Wellness Check", "Encampment"] {
            #expect(open.ranges(of: name).count == open.ranges(of: "\(name) 50 to 199").count, "\(name)")
            #expect(!own.contains("\(name) 50 to 199"), "\(name)")
        }
        let ids = try Set(
            String(contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
                .split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) })
        let words = Set(open.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
        #expect(words.isDisjoint(with: ids))
    }

    @Test func `the figures of a page are those of the rows`() throws {
        #expect(try write("report", "a.html", ["--by", "quarter", "--edition", "internal"]).status == 0)
        #expect(try write("report", "a.csv", ["--by", "quarter", "--edition", "internal"]).status == 0)
        // Cells of tables that a phone has no room for say more.
        let page = try text("a.html").replacing(/<t([hd]) [^>]*>/) { "<t\($0.1)>" }
        let rows = try text("a.csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let city = rows.filter { $0[0] == "city" && $0[7] == "all" }
        #expect(city.count >= 8)
        func told(_ count: Substring) -> String {
            count.count > 3 ? "\(count.dropLast(3)),\(count.suffix(3))" : String(count)
        }
        for row in city {
            #expect(page.contains("<th>\(row[2])</th><td>\(told(row[10]))</td>"), "\(row[2])")
            #expect(
                page.contains(
                    "<th>\(row[2])</th><td>\(told(row[8]))</td><td>\(told(row[9]))</td>"),
                "\(row[2])")
        }
    }

    @Test(arguments: [("report", "html"), ("closures", "pdf")])
    func `the same requests give the same pages, whatever the number of threads`(
        command: String, ending: String
    ) throws {
        var pages: [Data] = []
        for jobs in ["1", "3"] {
            #expect(try write(command, "\(jobs).\(ending)", ["--jobs", jobs]).status == 0)
            pages.append(try Data(contentsOf: folder.appending(path: "\(jobs).\(ending)")))
        }
        #expect(pages[0] == pages[1])
    }

    @Test(arguments: ["report", "closures"])
    func `an ending that is none of tables and pages is refused before the work`(command: String) throws {
        let outcome = try write(command, "a.docx")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("html") && outcome.errors.contains("csv"), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: file("a.docx")))
    }

    @Test func `the months to come are told for each area, and add up to the categories'`() throws {
        // The sample has three years, of which the months to come take all.
        let outcome = try write(
            "report", "a.xlsx", ["--by", "month", "--ahead", "3", "--edition", "internal"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Months to come by area, 3 in all"))
    }

    @Test
    func `a file of private requests alone has none that the public edition tells of, and says no more`()
        throws
    {
        let lines = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8
        ).split(separator: "\n")
        let own = [lines[0]] + lines.filter { $0.contains("Wellness Check") }
        try own.joined(separator: "\n").write(toFile: file("own.csv"), atomically: true, encoding: .utf8)
        let city = Wardline.package.appending(path: "SampleData/city.yaml").path
        for command in ["report", "closures"] {
            let question = [
                command, file("own.csv"), "--city", city, "--layer", "district", "-o", file("p.html"),
            ]
            let outcome = try Wardline.run(question)
            #expect(outcome.status == 0)
            #expect(
                outcome.errors == "warning: own.csv has no requests that the public edition tells of\n",
                "\(outcome.errors)")
            #expect(try Wardline.run(question + ["--edition", "internal"]).status == 0)
        }
    }

    @Test(.enabled(if: Wardline.realData != nil, "WARDLINE_REAL_DATA or ../shared/data is missing"))
    func `who lies outside 99.8 % in the picture is named with the reason, and who is left out by name`()
        throws
    {
        let data = try #require(Wardline.realData)
        let city = try Wardline.city(
            assigned: "CouncilDistrict",
            editions: ["file: \(data)/baltimore/council_districts_4326.geojson, code: id"],
            columns: .profile("baltimore"))
        let outcome = try Wardline.run(
            "report", "\(data)/baltimore/baltimore_311_sample_10000.csv", "--city", city, "-o",
            file("baltimore.html"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try text("baltimore.html")
        #expect(page.contains("9 lies outside 99.8 % in its share on time, yet does not stand apart</h2>"))
        #expect(page.contains("9 by 4.5 points, fewer than five."))
        #expect(page.contains("Left out, for their small counts or what could tell another"))
        #expect(page.contains("Not drawn, with small counts in all quarters: "))
    }

    // Few of staff's were late in some quarter, so that residents' share is hidden: the worst sentence vanished with it.
    @Test(.enabled(if: Wardline.realData != nil, "WARDLINE_REAL_DATA or ../shared/data is missing"))
    func `where residents' share is hidden that of all is told, and each heading says whose it is`() throws {
        let data = try #require(Wardline.realData)
        let city = try Wardline.city(
            assigned: "CouncilDistrict",
            editions: ["file: \(data)/baltimore/council_districts_4326.geojson, code: id"],
            columns: .profile("baltimore"))
        let requests = "\(data)/baltimore/baltimore_311_sample_10000.csv"
        func page(_ command: String, _ edition: String) throws -> String {
            let name = "\(command)-\(edition).html"
            let by = command == "report" ? ["--by", "quarter"] : []
            let outcome = try Wardline.run(
                [command, requests, "--city", city, "--edition", edition, "-o", file(name)] + by)
            #expect(outcome.status == 0, "\(outcome.errors)")
            // Numbers are bound to their units, and apostrophes are written for markup.
            return try text(name).replacing("\u{A0}", with: " ").replacing("&#39;", with: "'")
        }
        let open = try page("report", "public")
        #expect(open.contains("<li><span>Of what came due in 2018Q4 75.4 % was closed in time (377 of 500)"))
        #expect(open.contains(">On time: 75.4 % of all that came due in 2018Q4</h2>"))
        #expect(open.contains("–: not shown, since it would tell a small count, its own or another's."))
        let own = try page("report", "internal")
        #expect(own.contains("Of what came due of residents' requests in 2018Q4 69.5 % was closed in time"))
        #expect(own.contains(">On time: 69.5 % of residents' requests that came due in 2018Q4</h2>"))
        let closures = try page("closures", "public")
        #expect(closures.contains(">On time: 76.4 % of residents' requests that came due in 2018</h2>"))
        #expect(closures.contains(">Reported again: a sample does not tell how often</h2>"))
        #expect(closures.contains("–: not shown, since it would tell a small count"))
        #expect(!closures.contains("call-back.csv"))
    }
}
