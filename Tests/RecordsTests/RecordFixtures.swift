import Chronology
import Foundation
import Geometry
import Records
import Testing

/// A small document with a value of each kind, and what each kind has of the awkward.
enum RecordFixtures {
    static let columns = [
        RecordColumn("request_id", "id of the request"), RecordColumn("reports", .whole, "requests in it"),
        RecordColumn("distance_m", .number, "metres to the area"),
        RecordColumn("opened", .moment, "when it was opened"), RecordColumn("day", .day, "a day"),
        RecordColumn("address", "its address"),
    ]

    /// Ids that a spreadsheet likes to rewrite, a formula, a link, a line break, letters beyond ASCII.
    static let texts = [
        "0012345678901100000", "07", "=1+1", "https://example.org/a", "two\nlines", "Ñandú “é” 🚧", "_x0041_",
        "1E5",
        "'quoted", "+1 555 0100",
    ]

    static func clock() throws -> CityClock { try #require(CityClock(timeZone: "America/New_York")) }

    static func record(_ index: Int, _ clock: CityClock) -> TableRecord {
        let position = Coordinate(longitude: -70.8570778 + Double(index) / 1000, latitude: 41.6095634)
        return TableRecord(
            values: [
                .text(texts[index % texts.count]), .whole(index - 2),
                .number(Double(index) * 12.36, decimals: 1),
                .moment(Timestamp(secondsSince1970: 1_720_000_000 + Int64(index) * 86_401), clock),
                .day(CivilDate(daysSince1970: 19_800 + index)),
                index == 3 ? .text(nil) : .text("\(index) Main St, \(texts[(index + 3) % texts.count])"),
            ], geometry: index == 4 ? .none : .point(position))
    }

    static func document(count: Int = 10, summary: String = "") throws -> RecordDocument {
        let clock = try clock()
        let table = RecordTable(
            name: "findings", title: "Findings", columns: columns, shape: .points,
            style: .categories(column: "address", colors: [.init("a & b", "#c62828")]), count: count
        ) { record($0, clock) }
        return RecordDocument(
            title: "Audit of a city", tables: [table], summary: summary, timeZone: clock.timeZone)
    }

    /// Runs a tool, or returns `nil` where the machine has none of its name.
    static func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String)? {
        guard let path = path(of: tool) else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    static func isThere(_ tool: String) -> Bool { path(of: tool) != nil }

    /// Looks for a tool where the shell does; a path is taken as it stands.
    private static func path(of tool: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let candidates = tool.hasPrefix("/") ? [tool] : folders.map { "\($0)/\(tool)" }
        return candidates.first(where: FileManager.default.isExecutableFile)
    }
}
