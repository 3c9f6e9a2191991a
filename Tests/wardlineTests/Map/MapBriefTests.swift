import Foundation
import Testing

private let hasTools = OutsideTool.areHere("pdftotext", "pdfinfo")

/// The sample city's file with more in it.
private func city(_ more: String, replacing part: String = "\ncategories:\n") throws -> String {
    let path = try Wardline.scratchFolder().appending(path: "city.yaml")
    var text = try String(
        contentsOf: Wardline.package.appending(path: "SampleData/city.yaml"), encoding: .utf8)
    text = text.replacing("../Boundaries", with: "\(Wardline.package.path)/Boundaries")
    for file in ["streets.geojson", "addresses.csv"] {
        text = text.replacing("file: \(file)", with: "file: \(Wardline.package.path)/SampleData/\(file)")
    }
    #expect(text.contains(part))
    text = text.replacing(part, with: more)
    try Data(text.utf8).write(to: path)
    return path.path
}

@Suite(.enabled(if: hasTools, "poppler-utils is not installed")) struct `A brief` {
    private func brief(_ area: String, _ options: String...) throws -> String {
        let path = try Wardline.scratchFolder().appending(path: "brief.pdf").path
        let outcome = try Wardline.run(
            ["map", "SampleData/requests.csv", "--layer", "district", "--area", area, "--brief", "-o", path]
                + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let info = try OutsideTool.run("pdfinfo", [path])
        #expect(info.contains(/Pages: +1\n/), "\(info)")
        return try OutsideTool.run("pdftotext", ["-layout", path, "-"])
    }

    @Test(arguments: [(2, 15), (7, 15), (9, 7)]) func `says it in a sentence, and lists the most overdue`(
        area: Int, rows: Int
    ) throws {
        let text = try brief("\(area)")
        #expect(text.contains("Council District \(area) has "))
        let listed = text.matches(of: /20\d\d-\d\d-\d\d +\d+ +(\d+|–)/)
        #expect(listed.count == rows)
        #expect(
            text.contains("The \(rows) most overdue of ")
                || text.contains("All cases, the most overdue first"))
        #expect(text.contains(/In the whole file: .*Encampment \d+ to \d+/), "what its figures leave out")
        let overdue = listed.compactMap { Int($0.1) }
        #expect(overdue.count > 2 && overdue == overdue.sorted(by: >))
    }

    @Test func `names whom to ask`() throws {
        let contact = """

            map:
              contact: {name: Office of District 7, telephone: 555-0100, mail: d7@example.org, url: "https://example.org/7"}
            categories:

            """
        let file = try city(
            contact,
            replacing:
                "\nmap:\n  water: {file: \(Wardline.package.path)/Boundaries/water.geojson}\ncategories:\n")
        let text = try brief("7", "--city", file)
        for word in ["Office of District 7", "555-0100", "d7@example.org", "https://example.org/7"] {
            #expect(text.contains(word), "\(word)")
        }
        // The densest district keeps symbols for two thirds of its cases beside it.
        for orientation in ["portrait", "landscape"] {
            let dense = try brief("2", "--city", file, "--orientation", orientation)
            let cases = try #require(dense.firstMatch(of: /has (\d+) open/).flatMap { Int($0.1) })
            let others = try #require(dense.firstMatch(of: /Other categories +(\d+)/).flatMap { Int($0.1) })
            #expect(others * 3 <= cases, "\(orientation): \(others) of \(cases)")
        }
    }

    @Test func `speaks Spanish`() throws {
        let text = try brief("7", "--language", "es", "--paper", "a4")
        #expect(text.contains("con retraso, y el más antiguo lleva"))
        #expect(text.contains("30 de junio de 2025"))
    }
}

@Suite struct `What a member asks next` {
    private func page(_ options: String...) throws -> String {
        let path = try Wardline.scratchFolder().appending(path: "district-4.html")
        let outcome = try Wardline.run(
            ["map", "SampleData/requests.csv", "--layer", "district", "--area", "4", "-o", path.path]
                + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try String(contentsOf: path, encoding: .utf8)
    }

    /// Counted here from GeoJSON of other questions: what is open or closed, since the day.
    @Test func `how many were opened and closed since a day`() throws {
        func count(_ options: String...) throws -> Int {
            let folder = try Wardline.scratchFolder()
            let outcome = try Wardline.run(
                [
                    "map", "SampleData/requests.csv", "--layer", "district", "--area", "4", "-o",
                    folder.appending(path: "district-4.geojson").path,
                ] + options)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try SampleAtlas(reading: folder).cases("4").count
        }
        let opened = try count("--status", "all", "--since", "2025-05-31")
        let closed = try count("--closed-since", "2025-05-31")
        #expect(opened > 5 && closed > 5)
        #expect(try page().contains("<h3>Since May 31</h3><p>\(opened) opened, \(closed) closed</p>"))
    }

    @Test func `only what was closed since a day, and not beside open ones`() throws {
        let since = try page("--closed-since", "2025-06-01")
        #expect(since.contains("closed since June 1, 2025"))
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--area", "4", "--status", "open",
            "--closed-since", "2025-06-01", "-o", "x.html")
        #expect(outcome.status == 64 && outcome.errors.contains("--closed-since shows closed requests"))
    }

    @Test(.enabled(if: hasTools, "poppler-utils is not installed"))
    func `streets, referrals and the area beside the others`() throws {
        let file = try city("[council office]", replacing: "[Council Office]")
        let path = try Wardline.scratchFolder().appending(path: "packet.pdf").path
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--city", file, "--layer", "district", "--area", "4", "-o", path
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try OutsideTool.run("pdftotext", ["-layout", path, "-"])
        #expect(text.contains("By street") && text.contains("Oldest, days"))
        let told = try #require(text.firstMatch(of: /offices: (\d+)\s+open\. Since May 31: (\d+)\s+closed/))
        let referred = SampleRequests.rows.filter {
            $0["channel"] == "Council Office"
                && !["Wellness Check", "Encampment"].contains($0["sr_type"] ?? "")
        }
        #expect(!referred.isEmpty)
        let section = text.components(separatedBy: "Referrals").last?
            .components(separatedBy: "Beside the others").first
        // The foot of a page that ends between them has dates of its own.
        let rows = section?.split(whereSeparator: \.isNewline).filter { !$0.contains("Made with Wardline") }
            .joined().matches(of: /20\d\d-\d\d-\d\d/).count
        #expect(rows == (Int(told.1) ?? 0) + (Int(told.2) ?? 0))
        #expect(text.contains("Beside the others") && text.contains("The whole city"))
    }

    @Test func `cases for a thousand people, where the layer has them`() throws {
        let file = try city(
            "assigned: assigned_district\n    people: addresses\n", replacing: "assigned: assigned_district\n"
        )
        let folder = try Wardline.scratchFolder()
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--city", file, "--layer", "district", "--all", "--format",
            "geojson", "-o", folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let index = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
        #expect(index.contains("Overdue for 1,000 people") && index.contains("For 1,000 people"))
        // 56 open cases and 1,085 addresses.
        #expect(index.contains(/Council District 1<\/th><td[^>]*>56<\/td>.*?<td[^>]*>51\.6<\/td>/))
        let wrong = try city(
            "assigned: assigned_district\n    people: peple\n", replacing: "assigned: assigned_district\n")
        let refused = try Wardline.run(
            "map", "SampleData/requests.csv", "--city", wrong, "--layer", "district", "--area", "1", "-o",
            "x.html")
        #expect(refused.status == 1 && refused.errors.contains("peple"), "\(refused.errors)")
    }

    @Test func `titles and groups of categories, and the CRM's names for programs`() throws {
        let file = try city(
            "  Missed Trash Pickup: {target: 3 d, title: Trash not collected, group: Collection}\n"
                + "  Missed Recycling Pickup: {target: 3 d, group: Collection}\n",
            replacing: "  Missed Trash Pickup: {target: 3 d}\n  Missed Recycling Pickup: {target: 3 d}\n")
        let folder = try Wardline.scratchFolder()
        for name in ["district-2.geojson", "district-2.html"] {
            let outcome = try Wardline.run(
                "map", "SampleData/requests.csv", "--city", file, "--layer", "district", "--area", "2", "-o",
                folder.appending(path: name).path)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let map = try String(contentsOf: folder.appending(path: "district-2.geojson"), encoding: .utf8)
        #expect(
            map.contains(
                "\"legend\":\"Collection\",\"category\":\"Missed Trash Pickup\",\"title\":\"Trash not collected\""
            ))
        let web = try String(contentsOf: folder.appending(path: "district-2.html"), encoding: .utf8)
        #expect(web.contains("\"title\":\"Collection\"") && !web.contains("Missed Trash Pickup"))
    }
}

@Suite struct `Pages in another language` {
    @Test func `pages and the index are Spanish throughout`() throws {
        let folder = try Wardline.scratchFolder()
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--all", "--language", "es", "--format",
            "html", "-o", folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("open cases"), "the terminal speaks English")
        #expect(outcome.output.contains("Council district maps of Fairhaven"))
        #expect(outcome.output.contains("outside every district"), "\(outcome.output)")
        let one = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--area", "7", "--language", "es", "-o",
            folder.appending(path: "one.svg").path)
        #expect(one.output.contains("Since May 31:") && !one.output.contains("Desde"), "\(one.output)")
        for name in ["index.html", "district-7.html"] {
            let whole = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            // The script's data hold the English words as keys.
            let page = whole.components(separatedBy: "<script")[0]
            #expect(page.contains("<html lang=\"es\" dir=\"ltr\">"))
            for word in [">Filter<", ">Files<", "Cases in view<", "Open service requests", "Overdue<"] {
                #expect(!page.contains(word), "\(name): \(word)")
            }
        }
    }

    @Test(.enabled(if: OutsideTool.areHere("pdftotext", "qpdf"), "poppler-utils or qpdf is not installed"))
    func `packets are Spanish throughout`() throws {
        let pdf = try Wardline.scratchFolder().appending(path: "district-7.pdf").path
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--area", "7", "--language", "es", "-o",
            pdf)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try OutsideTool.run("pdftotext", [pdf, "-"])
        for word in ["The list", "Category", "Days open", "overdue", "Page 1", "Remarks", "The whole city"] {
            #expect(!text.contains(word), "\(word)")
        }
        let plain = pdf + ".plain"
        _ = try OutsideTool.run("qpdf", ["--qdf", "--object-streams=disable", pdf, plain])
        #expect(try OutsideTool.run("grep", ["-a", "-c", "/Lang (es)", plain]).hasPrefix("1"))
    }

    @Test func `a language that is not there says what to do`() throws {
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--area", "7", "--language", "fr", "-o",
            "x.html")
        #expect(outcome.status == 1 && outcome.errors.contains("Docs/pages.pot"), "\(outcome.errors)")
    }
}

@Suite(
    .enabled(
        if: Wardline.realData != nil, "The real data are not there: name their folder in WARDLINE_REAL_DATA.")
)
struct `Maps of real cities` {
    private static let data = Wardline.realData ?? ""

    private static let cities = [
        (
            "\(data)/baltimore/baltimore_311_sample_10000.csv", "CouncilDistrict",
            "file: \(data)/baltimore/council_districts_4326.geojson, code: id", "baltimore", 14
        ),
        (
            "\(data)/washington-dc/dc_311_combined.csv", "WARD",
            "file: \(data)/washington-dc/ward-2012.geojson, code: WARD", "washington-dc", 8
        ),
    ]

    @Test(arguments: cities)
    func `at most 35 % are other categories in each district, and each brief is one page`(
        requests: String, assigned: String, edition: String, profile: String, areas: Int
    ) throws {
        let file = try Wardline.city(
            assigned: assigned, editions: [edition], columns: .profile(profile))
        for status in ["open", "all"] {
            let folder = try Wardline.scratchFolder()
            let outcome = try Wardline.run(
                "map", requests, "--city", file, "--all", "--status", status, "--brief", "--format",
                "geojson",
                "--format", "pdf", "-o", folder.path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names.count == 2 * areas + 1)
            for name in names where name.hasSuffix(".geojson") {
                let map = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                let cases = map.ranges(of: "\"kind\":\"case\"").count
                let others = map.ranges(of: "\"legend\":\"Other categories\"").count
                #expect(others * 100 <= cases * 35, "\(name), \(status): \(others) of \(cases)")
            }
            guard hasTools else { continue }
            for name in names where name.hasSuffix(".pdf") {
                let info = try OutsideTool.run("pdfinfo", [folder.appending(path: name).path])
                #expect(info.contains(/Pages: +1\n/), "\(name), \(status)")
            }
        }
    }
}
