import Foundation
import Testing

/// What everybody may see of the places that keep coming back.
struct HotspotsPublicTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func run(_ arguments: String...) throws -> Wardline.Outcome {
        try Wardline.run(["hotspots", "SampleData/requests.csv"] + arguments)
    }

    private func rows(_ edition: String) throws -> [[String: String]] {
        let path = folder.appending(path: "\(edition).csv").path
        let outcome = try run("--edition", edition, "-o", path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    @Test func `the public edition has the same places, by their blocks, without ids and times of day`()
        throws
    {
        let (told, own) = (try rows("public"), try rows("internal"))
        #expect(told.map { $0["reports"] } == own.map { $0["reports"] })
        #expect(told.map { $0["category"] } == own.map { $0["category"] })
        for place in told {
            #expect(place["first_request"] == "")
            let name = place["place"] ?? ""
            let isHouse = name.first?.isNumber == true && !name.contains("block") && !name.contains("&")
            let isOrdinal = name.prefix(while: { $0 != " " }).last?.isLetter == true
            #expect(!isHouse || isOrdinal, "\(name)")
            #expect(place["first_opened"]?.contains("T00:00:00") == true)
            #expect(Double(place["diameter_m"] ?? "").map { $0.remainder(dividingBy: 10) == 0 } == true)
        }
        // All clusters of a block have one position, the same to the last digit.
        for (name, places) in Dictionary(grouping: told, by: { $0["place"] ?? "" })
        where name.contains("block of") {
            #expect(
                Set(places.map { "\($0["longitude"] ?? "") \($0["latitude"] ?? "")" }).count == 1, "\(name)")
        }
    }

    /// Cells may be as small as houses: they are counted where each request may be shown. Crossings stand where they are.
    @Test func `small cells of a test of significance lie at public places`() throws {
        func cells(_ edition: String) throws -> Set<String> {
            let path = folder.appending(path: "cells-\(edition).csv").path
            let outcome = try run(
                "--edition", edition, "--significance", "gi-star", "--cell-size", "5", "--category",
                "Pothole",
                "--replications", "0", "-o", path)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let count = try #require(lines[0].firstIndex(of: "requests"))
            return Set(lines.dropFirst().filter { $0[count] != "0" }.map { $0[0] })
        }
        let (told, own) = (try cells("public"), try cells("internal"))
        #expect(told.count * 10 < own.count * 9 && told.intersection(own).count * 4 < told.count)
    }

    @Test
    func `of private categories the public edition tells bands, and of all requests nothing to subtract`()
        throws
    {
        let summary = try run("--edition", "public").output
        #expect(summary.contains("Private, in no figure; in the whole file: Encampment 50 to 199"))
        #expect(!summary.contains("requests read"))
        #expect(!summary.contains("marks private"))
        let tested = try run(
            "--edition", "public", "--category", "Pothole", "--significance", "gi-star", "--replications", "9"
        )
        #expect(tested.output.contains("private, in no figure"))
    }

    @Test func `what tells of single requests or of a private category needs the internal edition`() throws {
        let list = folder.appending(path: "assignments.csv").path
        for arguments in [["--assignments", list], ["--explain", "1"]] {
            let outcome = try Wardline.run(
                ["hotspots", "SampleData/requests.csv", "--edition", "public"] + arguments)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("ask for it with --edition internal"))
        }
        let named = try run("--edition", "public", "--category", "wellness check")
        #expect(named.status == 1 && named.errors.contains("--edition internal"))
        let tested = try run(
            "--edition", "public", "--category", "Wellness Check", "--significance", "gi-star")
        #expect(tested.status == 1 && tested.errors.contains("--edition internal"))
    }

    @Test func `a city without streets is shown in squares and by the streets that many requests name`()
        throws
    {
        let city = folder.appending(path: "city.yaml").path
        try Data(
            """
            name: T
            timezone: America/New_York
            requests:
              columns: {id: sr_number, category: sr_type, status: status, opened: created, closed: closed, address: address,
                        longitude: lon, latitude: lat}

            """.utf8
        ).write(to: URL(filePath: city))
        let path = folder.appending(path: "places.csv").path
        let outcome = try run("--city", city, "--edition", "public", "-o", path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("block of"))
        #expect(text.split(separator: "\n").count > 50)
    }

    @Test func `plain titles of categories are shown, and the column keeps the category`() throws {
        let city = folder.appending(path: "city.yaml").path
        try Data(
            """
            name: T
            timezone: America/New_York
            requests:
              columns: {id: sr_number, category: sr_type, status: status, opened: created, closed: closed, address: address,
                        longitude: lon, latitude: lat}
            categories:
              Pothole: {title: Hole in the road}

            """.utf8
        ).write(to: URL(filePath: city))
        let outcome = try run(
            "--city", city, "--category", "Pothole", "-o", folder.appending(path: "t.csv").path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Hole in the road"))
        let rows = try String(contentsOf: folder.appending(path: "t.csv"), encoding: .utf8)
        #expect(rows.contains(",Pothole,") && !rows.contains("Hole in"))
    }
}
