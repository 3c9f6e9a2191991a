import Chronology
import City
import Geocoding
import Geometry
import Hotspots
import RoutingAudit
import ServiceRequests

/// Finds out where cases are, what the audit says of them, and whether their problems came back.
struct CasePlacer {
    let table: RequestTable
    let city: CityFile
    let clock: CityClock
    let layer: MapLayer
    /// Where addresses are looked up; `nil` where the city file names no streets.
    let reference: StreetReference?
    let jobs: Int

    /// Returns the cases with their places, areas and routing.
    func placed(_ cases: [MapCase]) throws -> [MapCase] {
        let placeholders = PlaceholderFinder(named: city.requests.placeholders).find(
            in: table, jobs: jobs)
        let addresses = reference.map { reference in
            AddressLocator(Geocoder(reference: reference), jobs: jobs).locate(
                table, placeholders: placeholders)
        }
        let findings =
            table.assigned.isEmpty
            ? []
            : try layer.findings(
                table, placeholders: placeholders, addresses: addresses, clock: clock, jobs: jobs)
        let meanings = table.assigned.first.map(layer.meanings) ?? []
        var cases = cases
        var located: [Int] = []
        var positions: [Coordinate] = []
        for index in cases.indices {
            let row = cases[index].row
            if let assigned = table.assigned.first, assigned.indices[row] >= 0 {
                cases[index].assigned = meanings[Int(assigned.indices[row])]
            }
            let finding = findings.isEmpty ? nil : findings[row]
            cases[index].routing = Self.routing(finding)
            cases[index].positionSource = finding?.position?.source ?? .recorded
            switch position(row, finding, placeholders) {
            case .success(let position):
                located.append(index)
                positions.append(position)
            case .failure(let missing): cases[index].place = .missing(missing.why)
            }
        }
        for (index, (position, area)) in zip(
            located, zip(positions, try layer.areas(of: positions, jobs: jobs)))
        {
            cases[index].place = .located(position, area: area)
        }
        return cases
    }

    private static func routing(_ finding: Finding?) -> CaseRouting {
        switch finding?.verdict {
        case .misrouted: .misrouted
        case .uncertain: .uncertain
        default: .agreed
        }
    }

    private struct Missing: Error { let why: MissingPlace }

    /// The position that the audit judged by, else the recorded one.
    private func position(
        _ row: Int, _ finding: Finding?, _ placeholders: Placeholders
    ) -> Result<Coordinate, Missing> {
        if let position = finding?.position { return .success(position.coordinate) }
        switch table.positionStates[row] {
        case .blank: return .failure(Missing(why: .noPosition))
        case .unreadable: return .failure(Missing(why: .unreadable))
        case .outOfRange: return .failure(Missing(why: .impossible))
        case .zero: return .failure(Missing(why: .zero))
        case .recorded: break
        }
        if placeholders.placeholder(at: row) != nil { return .failure(Missing(why: .defaultPoint)) }
        return .success(Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row]))
    }

    /// Notes how often each case's problem came back at its place, by all requests until a day.
    func markReturns(_ cases: inout [MapCase], asOf: CivilDate) throws {
        var settings = HotspotSettings()
        settings.until = asOf
        let survey = try HotspotSurvey(
            table, city: city, clock: clock, settings: settings, reference: reference, jobs: jobs)
        var returns: [Int: Int] = [:]
        for cluster in survey.clusters where cluster.history.recurrences > 0 {
            for row in survey.rows(of: cluster) { returns[Int(row)] = cluster.history.recurrences }
        }
        for index in cases.indices { cases[index].timesReturned = returns[cases[index].row] ?? 0 }
    }
}
