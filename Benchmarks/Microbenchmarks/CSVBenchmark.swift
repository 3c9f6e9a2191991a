import Chronology
import DelimitedText
import ServiceRequests

/// Reads a requests file into a table and says how long it took.
enum CSVBenchmark {
    static func run(_ arguments: [String]) throws {
        guard let path = arguments.first, let clock = CityClock(timeZone: "America/New_York") else {
            print("usage: Microbenchmarks csv FILE [JOBS] [ASSIGNED COLUMNS]")
            return
        }
        let jobs = arguments.count > 1 ? Int(arguments[1]) ?? 1 : 1
        let layers = arguments.count > 2 ? Array(arguments[2...]) : ["assigned_zone", "assigned_district"]
        let start = ContinuousClock.now
        let table = try RequestReader(
            source: TextSource(argument: path), layers: layers, clock: clock, jobs: jobs
        ).read()
        let elapsed = ContinuousClock.now - start
        let milliseconds =
            elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
        print(
            "\(table.count) rows, \(table.rejections.count) rejections, \(table.notes.count) notes, "
                + "\(table.intake.bytesRead / 1_000_000) MB in \(milliseconds) ms with \(jobs) jobs")
        print(table.intake)
    }
}
