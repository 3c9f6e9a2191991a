import Chronology
import City
import DelimitedText
import Records
import ServiceRequests
import Wording

/// Reads a city's requests as its city file describes them.
struct RequestLoader {
    let city: CityFile
    let clock: CityClock

    init(city: CityFile) throws {
        guard let clock = CityClock(timeZone: city.timeZone) else {
            throw Failure("\(city.path): “\(city.timeZone)” is no time zone")
        }
        self.city = city
        self.clock = clock
    }

    /// - Parameter layers: The layers whose assigned columns are wanted; each has to name one.
    func read(
        _ source: String, layers: [CityFile.LayerSettings], jobs: Int, progress: ProgressLine
    ) throws -> RequestTable {
        var assigned: [String] = []
        for layer in layers {
            guard let column = layer.assigned else {
                throw Failure(
                    "\(city.path): layer \(layer.name) names no column of the requests; add assigned: COLUMN")
            }
            assigned.append(column)
        }
        let reader = RequestReader(
            source: TextSource(argument: source), columns: try columns(), layers: assigned, clock: clock,
            jobs: jobs,
            statuses: StatusWordList(
                open: city.statuses.open, closed: city.statuses.closed, ignored: city.statuses.ignored))
        defer { progress.clear() }
        return try reader.read { progress.show(Self.text($0)) }
    }

    private func columns() throws -> ColumnSelection {
        var columns: [RequestField: String] = [:]
        for (key, name) in city.requests.columns {
            guard let field = RequestField(rawValue: key) else {
                let known = RequestField.allCases.map(\.rawValue)
                throw Failure(
                    "\(city.path): requests: columns: unknown key “\(key)”; did you mean "
                        + "\(Spelling.nearest(to: key, among: known))? Known here: \(known.joined(separator: ", "))"
                )
            }
            columns[field] = name
        }
        return ColumnSelection(
            profile: city.requests.profile, columns: columns, coordinateSystem: city.requests.referenceSystem)
    }

    private static func text(_ progress: ReadingProgress) -> String {
        let rows = "\(NumberText.count(progress.rows)) requests read"
        guard let all = progress.byteCount, all > 0 else { return rows }
        return "\(rows), \(min(100, 100 * progress.bytesRead / all)) %"
    }
}
