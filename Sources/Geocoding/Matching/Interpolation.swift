import Geometry

/// Finds where along a segment a house number stands.
struct Interpolation {
    let settings: MatchSettings

    struct Place {
        var position: Coordinate
        /// The segment's length, metres.
        var length: Double
    }

    /// Returns the place of a number on a segment's side; a number beyond the range is placed at its end.
    func place(_ number: Int, _ record: SideRecord, side: StreetSide, in reference: StreetReference) -> Place
    {
        let (plane, points) = reference.line(record.segment)
        let path = Path(points)
        let inset = min(settings.endInset, path.length / 4)
        let share = share(number, record, length: path.length)
        let spot = path.spot(inset + share * (path.length - 2 * inset))
        let offset = offset(in: reference)
        return Place(
            position: plane.coordinate(spot.beside(side == .left ? offset : -offset)), length: path.length)
    }

    private func offset(in reference: StreetReference) -> Double {
        let recorded = reference.tables.sideOffset
        return settings.sideOffset ?? (recorded.isNaN ? MatchSettings.defaultSideOffset : recorded)
    }

    /// Returns how far along the segment the number is, 0…1.
    private func share(_ number: Int, _ record: SideRecord, length: Double) -> Double {
        guard record.from != record.to else { return 0.5 }
        let width = Double(record.high - record.low)
        let fromLow = min(1, max(0, Double(number - record.low) / width))
        let share = crowded(fromLow, record, length: length)
        return record.from < record.to ? share : 1 - share
    }

    /// Moves a share towards the range's high end where the range promises more houses than there is room for.
    ///
    /// 1 − (1 − f)^k, where k falls from 6 to 2 as the room for a number grows: fitted to where Baltimore's parcels lie.
    private func crowded(_ share: Double, _ record: SideRecord, length: Double) -> Double {
        let width = record.high - record.low
        guard settings.rangeFilling == .fromLowEnd, record.high % 100 >= 98, width >= 20 else { return share }
        let room = length / (Double(width) / 2 + 1)
        guard room < 8 else { return share }
        let exponent = min(6, max(2, 6.5 / room))
        return 1 - Self.power(1 - share, exponent)
    }

    /// Powers of 0…1 by repeated multiplication, between whole exponents linearly.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        var result = 1.0
        for _ in 0..<Int(exponent) { result *= base }
        return result * (1 + (exponent - exponent.rounded(.down)) * (base - 1))
    }
}

/// A line on a plane with its length, to find places along it.
struct Path {
    let points: [ProjectedPoint]
    let length: Double

    init(_ points: [ProjectedPoint]) {
        self.points = points
        var length = 0.0
        for index in 1..<max(1, points.count) { length += points[index].distance(to: points[index - 1]) }
        self.length = length
    }

    /// A place on the line and the direction there.
    struct Spot {
        var point: ProjectedPoint
        /// Of length 1, or 0 where the line has no direction.
        var direction: ProjectedPoint

        /// Returns the point so many metres to the left.
        func beside(_ offset: Double) -> ProjectedPoint {
            ProjectedPoint(x: point.x - direction.y * offset, y: point.y + direction.x * offset)
        }
    }

    /// Returns the place so many metres from the start, or the line's end.
    func spot(_ distance: Double) -> Spot {
        var left = max(0, distance)
        var spot = Spot(point: points[0], direction: ProjectedPoint(x: 0, y: 0))
        for index in 1..<max(1, points.count) {
            let step = points[index].distance(to: points[index - 1])
            guard step > 0 else { continue }
            let dx = (points[index].x - points[index - 1].x) / step
            let dy = (points[index].y - points[index - 1].y) / step
            let along = min(left, step)
            spot = Spot(
                point: ProjectedPoint(
                    x: points[index - 1].x + dx * along, y: points[index - 1].y + dy * along),
                direction: ProjectedPoint(x: dx, y: dy))
            if left <= step { break }
            left -= step
        }
        return spot
    }

    /// Returns the place on the line nearest to a point: how far along, how far off, and on which side.
    func nearest(to point: ProjectedPoint) -> (along: Double, distance: Double, side: StreetSide) {
        var best = (along: 0.0, distance: Double.infinity, side: StreetSide.left)
        var start = 0.0
        for index in 1..<max(1, points.count) {
            let first = points[index - 1]
            let second = points[index]
            let step = second.distance(to: first)
            guard step > 0 else { continue }
            let dx = (second.x - first.x) / step
            let dy = (second.y - first.y) / step
            let along = min(step, max(0, (point.x - first.x) * dx + (point.y - first.y) * dy))
            let foot = ProjectedPoint(x: first.x + dx * along, y: first.y + dy * along)
            let distance = foot.distance(to: point)
            if distance < best.distance {
                let cross = dx * (point.y - first.y) - dy * (point.x - first.x)
                best = (start + along, distance, cross >= 0 ? .left : .right)
            }
            start += step
        }
        return best
    }
}
