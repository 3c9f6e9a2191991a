import Geometry

/// The streets that a web page shows: near the area, joined by name and thinned; alleys stay out.
struct WebStreets {
    struct Street {
        var name: String
        var importance: StreetImportance
        var lines: [[Coordinate]]
    }

    private(set) var streets: [Street] = []
    /// What thinning may move a line, metres.
    private static let tolerance = 1.5

    init(_ scene: MapScene) {
        guard let box = scene.area.shape.box else { return }
        let scale = PageBox(x: 0, y: 0, width: 10_000, height: 10_000)
        let projection = PageProjection(showing: box, in: scale, margin: 0)
        let reach = scale.expanded(byX: 6_000, y: 6_000)
        let near = scene.streets.compactMap { street -> (street: MapStreet, path: PagePath)? in
            guard street.importance > .alley else { return nil }
            let path = PagePath(points: street.line.positions.map(projection.point))
            guard let extent = path.box, extent.intersects(reach) else { return nil }
            return (street, path)
        }
        let nameless = near.filter { $0.street.name.isEmpty }.map {
            StreetChain(name: "", importance: $0.street.importance, path: $0.path)
        }
        gather(StreetChains.joined(near) + nameless, projection)
    }

    private mutating func gather(_ chains: [StreetChain], _ projection: PageProjection) {
        var indices: [String: Int] = [:]
        for chain in chains {
            let key = "\(chain.importance.rawValue)\(chain.name)"
            let index = indices[key] ?? streets.count
            if index == streets.count {
                indices[key] = index
                streets.append(Street(name: chain.name, importance: chain.importance, lines: []))
            }
            let thin = chain.path.simplified(tolerance: Self.tolerance * projection.pointsPerMeter)
            streets[index].lines.append(thin.points.map(projection.coordinate))
        }
    }
}
