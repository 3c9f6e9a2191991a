import Chronology
import City
import Geocoding
import Geometry
import RoutingAudit
import ServiceRequests

/// Where one request is, and what the CRM made of it.
struct RequestPlacement: Sendable {
    var place = RequestPlace.missing(.noPosition)
    /// The area that the CRM recorded, by the layer's edition; −1 for none.
    var assigned = -1
    var routing = Routing.agreed
    var positionSource = Position.Source.recorded

    /// The area that the request is counted in: where it lies or, without a position, where the CRM put it; −1 for none.
    var home: Int {
        switch place {
        case .located(_, let area): area
        case .missing: assigned
        }
    }

    var position: Coordinate? {
        if case .located(let position, _) = place { position } else { nil }
    }
}

/// Where a request is.
enum RequestPlace: Sendable, Hashable {
    /// Within an area; −1 outside of all of them.
    case located(Coordinate, area: Int)
    case missing(MissingPlace)
}

/// Why a request cannot be located.
enum MissingPlace: Int, Sendable, CaseIterable {
    case noPosition, unreadable, impossible, zero, defaultPoint

    /// The reason as people read it after a count.
    var reason: String {
        switch self {
        case .noPosition: "without a position"
        case .unreadable: "with a position that cannot be read"
        case .impossible: "with a position that is nowhere on a map"
        case .zero: "with the position 0, 0"
        case .defaultPoint: "at a default point that many addresses share"
        }
    }
}

/// What the audit says of a request's assigned area.
enum Routing: Sendable {
    case agreed, uncertain, misrouted
}

/// Finds out where requests are and what the audit says of them.
struct RequestPlacer {
    let table: RequestTable
    let city: CityFile
    let clock: CityClock
    let layer: AreaLayer
    /// Where addresses are looked up; `nil` where the city file names no streets.
    let reference: StreetReference?
    let jobs: Int

    /// Returns the placement of each of the rows.
    func placements(of rows: [Int]) throws -> [RequestPlacement] {
        let placeholders = PlaceholderFinder(named: city.requests.placeholders).find(in: table, jobs: jobs)
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
        var placements = [RequestPlacement](repeating: RequestPlacement(), count: rows.count)
        var located: [Int] = []
        var positions: [Coordinate] = []
        for (index, row) in rows.enumerated() {
            if let assigned = table.assigned.first, assigned.indices[row] >= 0 {
                placements[index].assigned = meanings[Int(assigned.indices[row])]
            }
            let finding = findings.isEmpty ? nil : findings[row]
            placements[index].routing = Self.routing(finding)
            placements[index].positionSource = finding?.position?.source ?? .recorded
            switch position(row, finding, placeholders) {
            case .success(let position):
                located.append(index)
                positions.append(position)
            case .failure(let missing): placements[index].place = .missing(missing.why)
            }
        }
        for (index, (position, area)) in zip(
            located, zip(positions, try layer.areas(of: positions, jobs: jobs)))
        {
            placements[index].place = .located(position, area: area)
        }
        return placements
    }

    private static func routing(_ finding: Finding?) -> Routing {
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
}
