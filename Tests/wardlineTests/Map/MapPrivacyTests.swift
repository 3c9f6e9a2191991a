import Foundation
import Testing

@Suite(.enabled(if: PublishedTexts.hasTools, "poppler-utils, qpdf or grep is not installed"))
struct `A public map` {
    @Test func `tells no house number of an open case`() throws {
        let houses = Set(SampleRequests.open.compactMap { SampleRequests.house($0["address"] ?? "") })
        #expect(houses.count > 500)
        let told = try PublishedTexts.all.get().lines(holdingAnyOf: houses, "-w", "-i")
        #expect(told.isEmpty, "\(told.count) lines")
    }

    @Test func `tells no recorded position of a house and none of the truth`() throws {
        let truth = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/truth.csv"), encoding: .utf8)
        let houses = SampleRequests.rows.filter { SampleRequests.house($0["address"] ?? "") != nil }
        var secret = Set(houses.map { "\($0["lon"] ?? ""),\($0["lat"] ?? "")" })
        for line in truth.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            secret.insert("\(fields[8].dropLast()),\(fields[9].dropLast())")
        }
        let pairs = try PublishedTexts.all.get().parts(fitting: #"-?[0-9]+\.[0-9]{5,},-?[0-9]+\.[0-9]{5,}"#)
        #expect(pairs.count > 900)
        for pair in pairs {
            let degrees = pair.split(separator: ",").compactMap { Double($0) }
            let text = degrees.map { String(format: "%.6f", $0) }.joined(separator: ",")
            #expect(!secret.contains(text), "\(pair)")
        }
    }

    @Test func `draws web markers only in the middles of blocks`() throws {
        let atlas = try SampleAtlas.open.get()
        let drawn = try atlas.cases("7").map { $0.geometry.coordinates.map { $0 * 1e6 } }
        let page = try atlas.text("district-7.html")
        let columns = try ["longitude", "latitude"].map { name -> [Double] in
            let start = try #require(page.firstRange(of: "\"\(name)\":["))
            let numbers = page[start.upperBound...].prefix { $0 != "]" }.split(separator: ",")
            var sum = 0.0
            return numbers.compactMap { Double($0) }.map {
                sum += $0
                return sum
            }
        }
        #expect(columns[0].count == drawn.count && drawn.count > 80)
        for (place, middle) in zip(zip(columns[0], columns[1]), drawn) {
            #expect(abs(place.0 - middle[0]) < 1 && abs(place.1 - middle[1]) < 1)
        }
    }

    @Test func `tells no free text and no request's id`() throws {
        let texts = Set(SampleRequests.open.compactMap { $0["description"] }.filter { $0.count > 6 })
        let ids = SampleRequests.open.compactMap { $0["sr_number"] }
        #expect(texts.count > 20 && ids.count > 900)
        let told = try PublishedTexts.all.get().lines(holdingAnyOf: Array(texts) + ids)
        #expect(told.isEmpty, "\(told.count) lines")
    }

    @Test func `counts private categories without drawing or listing one`() throws {
        let atlas = try SampleAtlas.open.get()
        let categories = Set(try (1...9).flatMap { try atlas.cases("\($0)") }.map(\.properties.category))
        #expect(categories.count > 30)
        #expect(categories.isDisjoint(with: ["Encampment", "Wellness Check"]))
        let page = try atlas.text("index.html")
        let line = "In the whole file: Encampment 50 to 199, Wellness Check 50 to 199."
        #expect(page.contains(line))
        let counts = Set(
            try PublishedTexts.all.get().parts(fitting: "Encampment[^a-zA-Z]{1,12}[0-9]+[^a-z]*[a-z]+ [0-9]*")
        )
        #expect(counts == ["Encampment 50 to 199"], "\(counts)")
    }

    @Test func `the internal edition tells all, and says on each page that it does`() throws {
        let atlas = try SampleAtlas.restricted.get()
        let found = try (1...9).flatMap { try atlas.cases("\($0)") }
        #expect(found.contains { $0.properties.category == "Encampment" })
        #expect(found.allSatisfy { $0.properties.requestID != nil })
        let pages = try OutsideTool.run(
            "pdftotext", [atlas.folder.appending(path: "district-7.pdf").path, "-"]
        ).split(separator: "\u{0C}").filter { !$0.allSatisfy(\.isWhitespace) }
        #expect(pages.count > 2)
        for page in pages { #expect(page.contains("INTERNAL")) }
        for name in ["district-7.html", "district-7.geojson", "index.html"] {
            #expect(try atlas.text(name).contains(/INTERNAL|"edition":"internal"/), "\(name)")
        }
    }
}

@Test func `without streets and without an assigned column, cases stand in the middles of squares`() throws {
    let folder = try Wardline.scratchFolder()
    let city = folder.appending(path: "city.yaml")
    let text = """
        name: Bare
        timezone: America/New_York
        requests:
          columns: {id: sr_number, category: sr_type, status: status, opened: created, closed: closed,
                    address: address, longitude: lon, latitude: lat}
        layers:
          - {name: district, editions: [{file: \(Wardline.package.path)/Boundaries/council-districts.geojson}]}
        """
    try Data(text.utf8).write(to: city)
    let outcome = try Wardline.run(
        "map", "SampleData/requests.csv", "--city", city.path, "--area", "7", "-o",
        folder.appending(path: "district-7.geojson").path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let cases = try SampleAtlas(reading: folder).cases("7")
    #expect(cases.count > 80)
    let middles = Set(cases.map(\.geometry.coordinates))
    #expect(middles.count < cases.count, "cases of a square stand together")
    let requests = try String(
        contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
    for middle in middles {
        // The file writes seven decimals, and a middle of a square is nobody's position.
        let written = middle.map { String(format: "%.7f", $0) }.joined(separator: ",")
        #expect(!requests.contains(written), "\(written)")
    }
}
