import Chronology
import DelimitedText
import ServiceRequests
import Workspace

/// Workspaces, which other programs may have written into.
final class FuzzedWorkspace: FuzzedReader {
    let name = "workspace"
    let seeds: [[UInt8]]
    private let folder: InputFolder

    init() throws {
        folder = try InputFolder()
        let path = try folder.write(FuzzedRequests.table.utf8, to: "requests.csv")
        guard let clock = CityClock(timeZone: "America/New_York") else {
            throw Contradiction("no time zones")
        }
        let table = try RequestReader(
            source: .file(path), layers: ["assigned_zone"], clock: clock, descriptions: .skip
        ).read()
        _ = try RequestImport(
            table, layers: ["zone"], city: "T", timeZone: "America/New_York",
            day: CivilDate(daysSince1970: 20_000), isComplete: false
        ).run(into: "\(folder.path)/seed.gpkg", program: "0")
        seeds = [try folder.bytes(of: "seed.gpkg")]
    }

    func read(_ input: [UInt8]) throws {
        let path = try folder.write(input, to: "workspace.gpkg")
        guard Workspace.isWorkspace(path) else { return }
        let table = try Workspace(opening: path).requests(
            layers: ["zone"], statuses: StatusWordList())
        try Contradiction.unless(
            table.ids.count == table.count
                && table.opened.seconds.count == table.count,
            "a column is short")
    }
}
