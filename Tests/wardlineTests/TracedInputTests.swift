import Foundation
import TestSupport
import Testing

/// What hostile inputs make the command do, seen at the system's calls: it reads, complains and ends.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"),
        "strace is missing: apt-get install strace"))
struct TracedInputTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private static let requests =
        "request_id,category,status,opened,closed,lon,lat,ward\n1,Pothole,Open,2024-05-01 10:00,,-76.6,39.3,1\n"

    private struct Case {
        let requests: [UInt8]
        var requestsName = "requests.csv"
        var areas = Array(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ward":"1"},"geometry":\
            {"type":"Polygon","coordinates":[[[-77,39],[-76,39],[-76,40],[-77,40],[-77,39]]]}}]}
            """.utf8)
        var areasName = "wards.geojson"
        var zone = "America/New_York"
        let words: String
    }

    private static func input(_ name: String) -> Case {
        let plain = Array(requests.utf8)
        let bomb = [UInt8](repeating: 0x0A, count: 65 << 20)
        let link = Array(
            """
            <?xml version="1.0"?><kml><Document><NetworkLink><Link><href>http://127.0.0.1:9/x.kml</href></Link>\
            </NetworkLink></Document></kml>
            """.utf8)
        switch name {
        case "unreadable archive":
            return Case(
                requests: Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0x41, count: 400),
                requestsName: "requests.zip", words: "requests.zip")
        case "zip bomb":
            return Case(
                requests: ArchiveFixture.zip([(name: "a.csv", bytes: bomb)]), requestsName: "requests.zip",
                words: "250 times its size")
        case "gzip bomb":
            return Case(
                requests: ArchiveFixture.gzip(bomb), requestsName: "requests.csv.gz",
                words: "requests.csv.gz")
        case "KML with network links":
            return Case(requests: plain, areas: link, areasName: "wards.kml", words: "wards.kml")
        case "workbook with macros":
            return Case(
                requests: ArchiveFixture.zip([
                    (name: "[Content_Types].xml", bytes: Array("<Types/>".utf8)),
                    (name: "xl/workbook.xml", bytes: Array("<workbook/>".utf8)),
                    (name: "xl/vbaProject.bin", bytes: [0x78]),
                ]), requestsName: "requests.xlsx", words: "macros")
        default: return Case(requests: plain, zone: "America/Nowhere", words: "America/Nowhere")
        }
    }

    @Test(arguments: [
        "unreadable archive", "zip bomb", "gzip bomb", "KML with network links", "workbook with macros",
        "time zone nowhere",
    ])
    func `hostile input is refused with a word, nothing is fetched and no file is left`(name: String) throws {
        let input = Self.input(name)
        let files: [(String, [UInt8])] = [
            (input.requestsName, input.requests), (input.areasName, input.areas),
            (
                "city.yaml",
                Array(
                    """
                    name: Test
                    timezone: \(input.zone)
                    layers: [{name: ward, assigned: ward, editions: [{file: \(input.areasName), code: ward}]}]

                    """.utf8)
            ),
        ]
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        let trace = try Wardline.scratchFolder().appending(path: "trace").path
        let outcome = try Wardline.shell(
            "strace -f -qq -e trace=network,openat,creat,rename,renameat,renameat2 -o '\(trace)' "
                + "\"$WARDLINE\" audit \(input.requestsName) --city city.yaml -o findings.csv --summary summary.json",
            in: folder)
        #expect(outcome.status == 1, "\(outcome.errors)")
        #expect(outcome.errors.contains(input.words), "\(outcome.errors)")
        let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
        #expect(calls.contains { $0.contains("openat(") })
        #expect(
            !calls.contains { $0.contains("connect(") || $0.contains("sendto(") || $0.contains("AF_INET") })
        #expect(!calls.contains { $0.contains("rename") && !$0.contains("ENOENT") })
        let left = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        #expect(left == Set(files.map(\.0)))
    }
}
