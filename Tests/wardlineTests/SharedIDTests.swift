import Foundation
import TestSupport
import Testing

/// Requests that share an id: whole, by facts, in parts and in a workspace they are the same ones.
struct SharedIDTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        try write(
            "city.yaml",
            """
            name: N
            timezone: America/Chicago
            requests:
              columns: {id: id, category: cat, status: st, opened: opened, closed: closed, longitude: lon, latitude: lat}
            layers:
              - name: zone
                assigned: zone
                editions:
                  - {file: zones.geojson, code: code}

            """)
        let areas = [("1", -98), ("2", -97)].map { code, west in
            let ring = "[\(west),37],[\(west + 1),37],[\(west + 1),38],[\(west),38],[\(west),37]"
            return """
                {"type":"Feature","properties":{"code":"\(code)"},"geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
                """
        }
        try write(
            "zones.geojson",
            #"{"type":"FeatureCollection","features":["# + areas.joined(separator: ",") + "]}")
        try write("whole.csv", Self.header + Self.rows.joined())
    }

    private static let header = "id,cat,st,opened,closed,lon,lat,zone\n"
    private static func row(_ id: String, _ category: String, day: Int = 1, closed: Int = 5) -> String {
        "\(id),\(category),Closed,2024-03-0\(day)T10:00:00,2024-03-0\(closed)T10:00:00,-97.5,37.5,2\n"
    }
    private static let rows = [
        row("5", "Pothole"), row("6", "Pothole", day: 2), row("5", "Graffiti"),
        row("5", "Graffiti", closed: 9),
    ]

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    private func makeFacts() throws {
        _ = try Wardline.succeed(["facts", path("whole.csv"), "-o", path("facts.json")])
    }

    @Test
    func `requests that share an id are told alike by the rows, by facts and from a workspace`()
        throws
    {
        try makeFacts()
        let workspace = path("city.gpkg")
        _ = try Wardline.succeed(["import", path("whole.csv"), "--into", workspace])
        for arguments in [
            [path("whole.csv")], [path("whole.csv"), "--facts", path("facts.json")], [workspace],
        ] {
            let told = try Wardline.succeed(["audit"] + arguments + ["--city", path("city.yaml")]).output
            #expect(told.contains("  1 row with an id that an earlier row has"), "\(arguments): \(told)")
        }
    }

    @Test
    func `repairs of requests that share an id are joined by facts, and a part that is there twice is not`()
        throws
    {
        try makeFacts()
        let facts = ["--facts", path("facts.json")]
        let repairs = ["--all-repairs", "--repairs"]
        _ = try Wardline.succeed(
            ["audit", path("whole.csv"), "-o", path("f.csv")] + repairs + [path("all.csv")])
        for (part, rows) in [Self.rows[..<1], Self.rows[2...], Self.rows[..<2]].enumerated() {
            try write("part-\(part).csv", Self.header + rows.joined())
            _ = try Wardline.succeed(
                ["audit", path("part-\(part).csv"), "-o", path("f-\(part).csv")] + facts + repairs
                    + [path("r-\(part).csv")])
        }
        let six = try #require(try text("all.csv").split(separator: "\n").first { $0.hasPrefix("6,") })
        try write("s-1.csv", text("r-0.csv") + six + "\n")
        try write("s-2.csv", text("r-1.csv"))
        let join = ["merge", "rows", "--of", "2"]
        let parts = [path("s-1.csv"), path("s-2.csv")]
        let joined = try Wardline.succeed(join + parts + facts)
        #expect(
            joined.output.split(separator: "\n").sorted()
                == (try text("all.csv")).split(separator: "\n").sorted())
        #expect(joined.errors.contains("requests that share an id"))

        // Without facts nobody can know.
        let unsaid = try Wardline.run(join + parts)
        #expect(
            unsaid.status == 1 && unsaid.errors.contains("with wardline merge rows --facts FILE"))
        try write("s-2.csv", text("s-1.csv"))
        let twice = try Wardline.run(join + parts + facts)
        #expect(twice.status == 1 && twice.errors.contains("request 6 in zone is in"), "\(twice.errors)")
        // Of findings, which say category and opening, facts excuse no row that is there twice.
        let findings = try Wardline.run(join + [path("f-0.csv"), path("f-2.csv")] + ["--as-given"] + facts)
        #expect(
            findings.status == 1 && findings.errors.contains("request 5 in zone is in"), "\(findings.errors)")
    }

    @Test func `a workspace that is filled week by week has the requests of the whole`() throws {
        let weeks = [
            (7..<30).map { Self.row("\($0)", "Pothole") } + [Self.row("5", "Pothole")], Self.rows,
            // Another counter's ids
            [
                "5,Noise,Open,2024-04-01T10:00:00,,-97.5,37.5,2\n",
                "6,Pothole,Open,2024-04-02T10:00:00,,-97.5,37.5,1\n",
            ],
        ]
        try write("whole.csv", Self.header + weeks.joined().joined())
        for week in weeks {
            try write("week.csv", Self.header + week.joined())
            _ = try Wardline.succeed(
                ["import", path("week.csv"), "--into", path("city.gpkg"), "--city", path("city.yaml")])
        }
        let findings = try [path("whole.csv"), path("city.gpkg")].map { requests in
            try Wardline.succeed(["audit", requests, "--city", path("city.yaml"), "--all", "-o", "-"]).output
                .split(separator: "\n").sorted()
        }
        #expect(findings[0].count == 29)
        #expect(findings[0] == findings[1])
    }
}
