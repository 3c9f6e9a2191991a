package import Chronology
package import City
import DelimitedText
package import ServiceRequests
import WorkSharing

/// Reads a city's requests as its city file describes them.
package struct RequestLoader: Sendable {
    package let city: CityFile
    package let clock: CityClock

    package init(city: CityFile) throws(WardlineError) {
        guard let clock = CityClock(timeZone: city.timeZone) else {
            throw WardlineError(
                part: .cityFile, description: "\(city.path): “\(city.timeZone)” is no time zone")
        }
        self.city = city
        self.clock = clock
    }

    /// - Parameter layers: The layers whose assigned columns are wanted; each has to name one.
    package func read(
        _ source: String, layers: [CityFile.LayerSettings], purpose: RequestReader.Purpose = .requests,
        options: WorkOptions
    ) throws -> RequestTable {
        var assigned: [String] = []
        for layer in layers {
            guard let column = layer.assigned else {
                throw WardlineError(
                    part: .cityFile,
                    description:
                        "\(city.path): layer \(layer.name) names no column of the requests; add assigned: COLUMN"
                )
            }
            assigned.append(column)
        }
        let reader = RequestReader(
            source: TextSource(argument: source), city: city, layers: assigned, clock: clock,
            jobs: options.jobs, purpose: purpose)
        let table = try reader.read { progress in
            let all = progress.byteCount.flatMap { $0 > 0 ? Double(progress.bytesRead) / Double($0) : nil }
            options.show(.reading(requests: progress.rows, share: all))
        }
        // What was read of cancelled work is not the whole.
        try Cancellation.check()
        return table
    }
}
