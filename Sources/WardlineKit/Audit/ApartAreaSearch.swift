import Boundaries
import City
import Foundation
import ServiceRequests

/// Looks through all requests for areas that lie apart and have none: ``Boundaries/ApartAreas``.
struct ApartAreaSearch {
    private var editions: [(layer: Int, edition: Edition, areas: ApartAreas)] = []
    private let settings: [CityFile.LayerSettings]

    init(_ ground: AuditGround) {
        settings = ground.city.layers
        for (index, layer) in ground.read.enumerated() {
            for edition in layer.editions {
                if let areas = ApartAreas(edition) { editions.append((index, edition, areas)) }
            }
        }
    }

    /// Takes up where the requests of a slice, or all of them, are recorded.
    mutating func look(at table: RequestTable) {
        guard !editions.isEmpty else { return }
        let positions = table.recordedPositions(ofRows: 0..<table.count)
        for index in editions.indices { editions[index].areas.look(at: positions) }
    }

    /// Returns what is to be told, one sentence for each area.
    ///
    /// - Parameter texts: Has the texts of all requests.
    func warnings(texts: RequestTable) -> [String] {
        editions.flatMap { entry -> [String] in
            guard texts.assigned.indices.contains(entry.layer) else { return [] }
            let codes = EditionCodes(entry.edition, aliases: settings[entry.layer].aliases)
            let named = Set(texts.assigned[entry.layer].values.compactMap(codes.area))
            let file = URL(fileURLWithPath: entry.edition.path).lastPathComponent
            return entry.areas.warnings(named: named).map { "\(file): \($0)" }
        }
    }
}
