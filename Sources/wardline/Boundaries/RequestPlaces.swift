import WardlineKit
import Boundaries
import City
import Geometry
import ServiceRequests

/// Reads where requests are, to compare boundaries with.
struct RequestPlaces {
    let source: String
    /// The city file that says how the requests are written, where one is named.
    let cityFile: String?
    let jobs: Int
    let quiet: Bool

    /// - Parameter city: The city file, where it is read already.
    func check(city: CityFile?) throws -> PlacementCheck {
        let loader = try RequestLoader(city: try city ?? cityBesideRequests())
        let table = try loader.read(source, layers: [], jobs: jobs, progress: ProgressLine(quiet: quiet))
        guard let check = PlacementCheck(positions: table.recordedPositions(ofRows: 0..<table.count)) else {
            throw WardlineError(
                part: .requests,
                description:
                    "\(table.intake.sourceName) has no usable position to compare the boundaries with")
        }
        return check
    }

    /// Without a city file the columns are found by the header; the time zone does not matter for positions.
    private func cityBesideRequests() throws -> CityFile {
        if let found = try? CityFileLocation.find(named: cityFile, beside: source) {
            return try CityFile.read(found)
        }
        return CityFile(path: source, name: source, timeZone: "Etc/UTC")
    }
}
