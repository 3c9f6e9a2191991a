import Geometry

/// Answers where the lines and nodes of single streets lie.
struct StreetGeometry {
    let reference: StreetReference

    struct Node {
        var index: UInt32
        var position: Coordinate
        /// How many of the street's segments end there: 1 where it ends or breaks off.
        var ends: Int
    }

    /// Returns the places where a street's segments end.
    func nodes(_ street: UInt32) -> some RandomAccessCollection<Node> {
        let tables = reference.tables
        return tables.streetNodeStarts.group(Int(street)).lazy.map { entry in
            let index = tables.streetNodes[entry]
            return Node(
                index: index, position: tables.nodes[Int(index)].coordinate,
                ends: Int(tables.streetNodeEnds[entry]))
        }
    }

    /// Returns the box around a street's nodes with so many metres to spare; `nil` where it has none.
    func extent(of street: UInt32, margin: Double) -> Box<Coordinate>? {
        guard let first = nodes(street).first?.position,
            let box = Box(enclosing: nodes(street).map { $0.position.written(near: first) })
        else { return nil }
        let plane = LocalPlane(origin: box.center)
        return box.expanded(byX: margin / plane.perLongitude, y: margin / plane.perLatitude)
    }

    /// Returns a street's segments that come near a place, as lines on a plane.
    func lines(
        of street: UInt32, within distance: Double, of place: Coordinate, _ plane: LocalPlane
    ) -> [[ProjectedPoint]] {
        segments(of: street, within: distance, of: place).map { segment in
            reference.tables.vertices[reference.tables.vertexStarts.group(Int(segment))].map {
                plane.point($0.coordinate)
            }
        }
    }

    /// Returns those of a street's segments of which a part lies so near to a place.
    func segments(of street: UInt32, reaching distance: Double, to place: Coordinate) -> [UInt32] {
        let plane = LocalPlane(origin: place)
        let point = plane.point(place)
        return segments(of: street, within: distance, of: place).filter { segment in
            let vertices = reference.tables.vertices[reference.tables.vertexStarts.group(Int(segment))]
            return Path(vertices.map { plane.point($0.coordinate) }).nearest(to: point).distance <= distance
        }
    }

    /// Returns the distance from a place to a street, at most `limit`, metres.
    func distance(from place: Coordinate, to street: UInt32, limit: Double) -> Double {
        let plane = LocalPlane(origin: place)
        let point = plane.point(place)
        return lines(of: street, within: limit, of: place, plane).reduce(limit) {
            min($0, Path($1).nearest(to: point).distance)
        }
    }

    /// Returns the place across a street; `nil` where none of its lines is near.
    func mirrored(_ place: Coordinate, at street: UInt32) -> Coordinate? {
        let plane = LocalPlane(origin: place)
        let point = plane.point(place)
        var best: (distance: Double, foot: ProjectedPoint)?
        for line in lines(of: street, within: 60, of: place, plane) {
            let path = Path(line)
            let near = path.nearest(to: point)
            if near.distance < best?.distance ?? 60 { best = (near.distance, path.spot(near.along).point) }
        }
        return best.map {
            plane.coordinate(ProjectedPoint(x: 2 * $0.foot.x - point.x, y: 2 * $0.foot.y - point.y))
        }
    }

    /// Returns a street's segments that end at a place, each as a line that starts there.
    func arms(of street: UInt32, at place: Coordinate, _ plane: LocalPlane) -> [[ProjectedPoint]] {
        let point = plane.point(place)
        return lines(of: street, within: 1, of: place, plane).compactMap { line in
            guard let first = line.first, let last = line.last, line.count > 1 else { return nil }
            let (start, end) = (first.distance(to: point), last.distance(to: point))
            guard min(start, end) < 1 else { return nil }
            return start < end ? line : line.reversed()
        }
    }

    /// Returns the directions, of length 1, in which a street's segments that end at a place would go on.
    func directions(of street: UInt32, at place: Coordinate, _ plane: LocalPlane) -> [ProjectedPoint] {
        arms(of: street, at: place, plane).compactMap { arm in
            let length = arm[0].distance(to: arm[1])
            guard length > 0 else { return nil }
            return ProjectedPoint(x: (arm[0].x - arm[1].x) / length, y: (arm[0].y - arm[1].y) / length)
        }
    }

    /// Returns a street's segments in the cells of the grid around a place, ascending.
    private func segments(of street: UInt32, within distance: Double, of place: Coordinate) -> [UInt32] {
        let box = LocalPlane(origin: place).box(within: distance)
        var found: [UInt32] = []
        let pieces = reference.tables.pieceStarts.group(Int(street))
        reference.tables.segmentGrid.forEachItem(in: box) { item in
            let segment = UInt32(item)
            if holds(segment, in: pieces), !found.contains(segment) { found.append(segment) }
        }
        return found.sorted()
    }

    private func holds(_ segment: UInt32, in pieces: Range<Int>) -> Bool {
        var low = pieces.lowerBound
        var high = pieces.upperBound
        while low < high {
            let middle = (low + high) / 2
            if reference.tables.pieces[middle] < segment { low = middle + 1 } else { high = middle }
        }
        return low < pieces.upperBound && reference.tables.pieces[low] == segment
    }
}
