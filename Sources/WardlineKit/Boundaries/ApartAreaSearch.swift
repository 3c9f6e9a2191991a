import Boundaries
import City
import Foundation
import Geometry
import ServiceRequests

/// Looks through all requests for areas that lie apart and have none: ``Boundaries/ApartAreas``.
struct ApartAreaSearch {
    private var editions: [(layer: Int, edition: Edition, areas: ApartAreas)] = []
    private let settings: [CityFile.LayerSettings]

    /// - Parameters:
    ///   - layers: In the order of the assigned columns that the requests have.
    ///   - editions: Of each layer those that are asked for.
    init(_ layers: [CityFile.LayerSettings], editions: [[Edition]]) {
        settings = layers
        for (index, own) in editions.enumerated() {
            for edition in own {
                if let areas = ApartAreas(edition) { self.editions.append((index, edition, areas)) }
            }
        }
    }

    /// Returns what is to be told where all requests are in one table.
    static func warnings(
        _ layers: [CityFile.LayerSettings], editions: [[Edition]], requests table: RequestTable
    ) -> [String] {
        var search = Self(layers, editions: editions)
        search.look(at: table)
        return search.warnings(texts: table)
    }

    /// Takes up where the requests of a slice, or all of them, are recorded.
    mutating func look(at table: RequestTable) {
        // Where requests lie in all areas of an edition, what the rest would say is not asked for.
        func isWanted(_ index: Int) -> Bool { !editions[index].areas.areAllWithRequests }
        var wanted = editions.indices.filter(isWanted)
        for row in 0..<table.count where table.positionStates[row] == .recorded {
            if wanted.isEmpty { return }
            let position = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
            for index in wanted { editions[index].areas.look(at: position) }
            if !wanted.allSatisfy(isWanted) { wanted = wanted.filter(isWanted) }
        }
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
