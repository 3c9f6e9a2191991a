import AddressParsing
package import Geometry

/// Finds the street, crossing and address nearest to a position. A value that any number of workers may use at once.
package struct StreetFinder: Sendable {
    package let reference: StreetReference

    package init(_ reference: StreetReference) { self.reference = reference }

    /// Returns the stretch of street nearest to a position, with the house number that stands there by its ranges;
    /// `nil` where none is within reach.
    ///
    /// - Parameter reach: Metres.
    package func nearestStretch(to position: Coordinate, within reach: Double) -> NearbyStretch? {
        var best: (segment: UInt32, spot: SpotOnLine)?
        forEachSegment(around: position, reach) { segment in
            let (plane, points) = reference.line(segment)
            let path = Path(points)
            let near = path.nearest(to: plane.point(position))
            let least = best?.spot.distance ?? reach
            // Of two segments that end where the position is nearest, the first in the reference's order.
            guard near.distance < least || near.distance == least && segment < best?.segment ?? .max else {
                return
            }
            best = (segment, SpotOnLine(near.distance, near.side, share: near.along / max(path.length, 1e-9)))
        }
        guard let (segment, spot) = best else { return nil }
        return NearbyStretch(
            street: street(of: segment), side: spot.side, distance: spot.distance,
            number: number(on: segment, spot))
    }

    /// Returns the crossing of streets with different names nearest to a position; `nil` where none is within reach.
    package func nearestCrossing(to center: Coordinate, within reach: Double) -> NearbyCrossing? {
        var ends: [(position: Coordinate, streets: Set<StreetName>)] = []
        forEachSegment(around: center, reach) { segment in
            let range = reference.tables.vertexStarts.group(Int(segment))
            for vertex in [range.lowerBound, range.upperBound - 1] {
                let end = reference.tables.vertices[vertex].coordinate
                guard LocalPlane.distance(end, center) <= reach else { continue }
                if let known = ends.firstIndex(where: { LocalPlane.distance($0.position, end) <= Self.joint })
                {
                    ends[known].streets.insert(street(of: segment))
                } else {
                    ends.append((end, [street(of: segment)]))
                }
            }
        }
        let crossings = ends.filter { Set($0.streets.map(\.name)).count > 1 }.map { position, streets in
            (LocalPlane.distance(position, center), position, streets)
        }
        return crossings.min { ($0.0, $0.1.longitude, $0.1.latitude) < ($1.0, $1.1.longitude, $1.1.latitude) }
            .map { distance, position, streets in
                NearbyCrossing(
                    streets: streets.sorted { $0.standard < $1.standard }, position: position,
                    distance: distance)
            }
    }

    /// Lines that end this near to each other meet, metres.
    private static let joint = 1.0

    /// Returns the address point nearest to a position; `nil` where none is within reach.
    package func nearestAddress(to position: Coordinate, within reach: Double) -> NearbyAddress? {
        var best: (point: Int, distance: Double)?
        reference.forEachPoint(near: position, within: reach) { point, distance in
            let least = best?.distance ?? reach
            if distance < least || distance == least && point < best?.point ?? .max {
                best = (point, distance)
            }
        }
        guard let best else { return nil }
        let record = reference.tables.points[best.point]
        return NearbyAddress(
            street: reference.tables.street(reference.tables.pointStreets[best.point]),
            number: Int(record.number), suffix: reference.tables.words[Int(record.suffix)],
            position: record.position.coordinate, distance: best.distance)
    }

    /// Where on a line a position is nearest to it, and on which side it lies.
    private struct SpotOnLine {
        let distance: Double
        let side: StreetSide
        /// How far along the line, 0…1.
        let share: Double

        init(_ distance: Double, _ side: StreetSide, share: Double) {
            self.distance = distance
            self.side = side
            self.share = share
        }
    }

    private func street(of segment: UInt32) -> StreetName {
        reference.tables.street(reference.tables.segmentStreets[Int(segment)])
    }

    /// Returns the number that stands at a spot, by the range of its side or, where that has none, of the other.
    private func number(on segment: UInt32, _ spot: SpotOnLine) -> Int? {
        let street = Int(reference.tables.segmentStreets[Int(segment)])
        let sides = reference.tables.sides[reference.tables.sideStarts.group(street)]
            .filter { $0.segment == segment }
        guard let record = sides.first(where: { $0.side == spot.side.rawValue }) ?? sides.first else {
            return nil
        }
        let number = Double(record.from) + spot.share * Double(record.to - record.from)
        let whole = Int(number.rounded())
        guard !record.holds(whole) else { return whole }
        return whole < record.high ? whole + 1 : whole - 1
    }

    private func forEachSegment(around position: Coordinate, _ reach: Double, _ body: (UInt32) -> Void) {
        reference.tables.segmentGrid.forEachItem(in: LocalPlane(origin: position).box(within: reach)) {
            body(UInt32($0))
        }
    }
}
