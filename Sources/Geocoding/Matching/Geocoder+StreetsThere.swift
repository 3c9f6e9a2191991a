package import AddressParsing
package import Geometry

/// Where the streets of an address are. One of the same name in another town or with another ZIP code than those that the line names
/// is another street, unless the address itself lies in none that the line names.
extension Geocoder {
    /// How far apart points along a street are taken, metres.
    private static let courseStep = 5.0

    /// Returns whether all streets of an address come within some metres of a position: streets may meet in more than
    /// one place, and not all of those are drawn with a common corner.
    ///
    /// - Parameter reading: That of the line which the address was found by; `nil` where a street of that name in any town counts.
    package func streetsMeet(
        _ address: AddressCandidate, of reading: AddressReading?, near position: Coordinate,
        within reach: Double
    ) -> Bool {
        let tables = reference.tables
        let tail = reading.flatMap { writtenTail(of: address, $0) }
        let plane = LocalPlane(origin: position)
        // For each street that is there what its ranges and houses say of their town and ZIP code.
        var found: [StreetName: [PlaceCodes]] = [:]
        func areThere() -> Bool {
            address.streets.allSatisfy { street in
                guard let codes = found[street] else { return false }
                guard let tail, !codes.isEmpty else { return true }
                return !tail.agreeing(codes).isEmpty
            }
        }
        for segment in segments(around: position, reach: reach) {
            let street = tables.street(tables.segmentStreets[segment])
            guard address.streets.contains(street) else { continue }
            let line = Path(points(of: segment, on: plane))
            guard line.nearest(to: ProjectedPoint(x: 0, y: 0)).distance <= reach else { continue }
            found[street, default: []] += tail == nil ? [] : codes(of: segment)
        }
        // A piece without numbers is in any town, unless the houses there say which.
        if tail == nil || !found.values.contains(where: \.isEmpty), areThere() { return true }
        // A street is where its houses are too: it may have address points alone.
        reference.forEachPoint(near: position, within: reach) { point, _ in
            let street = tables.street(tables.pointStreets[point])
            guard address.streets.contains(street) else { return }
            found[street, default: []].append(PlaceCodes(tables.points[point]))
        }
        return areThere()
    }

    /// Returns whether a street, or a house of it, lies within some metres of a position.
    package func isStreet(_ street: StreetName, near position: Coordinate, within reach: Double) -> Bool {
        let tables = reference.tables
        let plane = LocalPlane(origin: position)
        let origin = ProjectedPoint(x: 0, y: 0)
        for segment in segments(around: position, reach: reach)
        where tables.street(tables.segmentStreets[segment]) == street {
            if Path(points(of: segment, on: plane)).nearest(to: origin).distance <= reach { return true }
        }
        var hasHouse = false
        reference.forEachPoint(near: position, within: reach) { point, _ in
            if tables.street(tables.pointStreets[point]) == street { hasHouse = true }
        }
        return hasHouse
    }

    /// Returns points of an address's street near a position, a few metres apart along its centre line, and its houses.
    ///
    /// - Parameter reading: That of the line which the address was found by.
    package func course(
        ofStreetOf address: AddressCandidate, of reading: AddressReading, near position: Coordinate,
        within reach: Double
    ) -> [Coordinate] {
        guard let street = address.streets.first else { return [] }
        let tail = writtenTail(of: address, reading)
        let plane = LocalPlane(origin: position)
        let origin = ProjectedPoint(x: 0, y: 0)
        var course: [Coordinate] = []
        for segment in segments(around: position, reach: reach)
        where reference.tables.street(reference.tables.segmentStreets[segment]) == street {
            let path = Path(points(of: segment, on: plane))
            let foot = path.nearest(to: origin)
            guard foot.distance <= reach, !isElsewhere(segment, tail) else { continue }
            course.append(plane.coordinate(path.spot(foot.along).point))
            let ends = max(0, foot.along - reach)...min(path.length, foot.along + reach)
            for along in stride(from: ends.lowerBound, through: ends.upperBound, by: Self.courseStep) {
                let point = path.spot(along).point
                if point.distance(to: origin) <= reach { course.append(plane.coordinate(point)) }
            }
        }
        forEachHouse(onStreetOf: address, near: position, within: reach) { house in
            if tail?.contradicts(zip: house.zip, place: house.place) == true { return }
            course.append(house.position.coordinate)
        }
        return course
    }

    /// The town and ZIP code that a line names, where they tell the streets of its address from others of their names.
    private func writtenTail(of address: AddressCandidate, _ reading: AddressReading) -> WrittenTail? {
        guard !address.faults.contains(.zipWrong), !address.faults.contains(.cityElsewhere) else {
            return nil
        }
        let tail = WrittenTail(reading, reference)
        return tail.isWritten ? tail : nil
    }

    /// Whether the ranges of a segment are all in another town or ZIP code than the ones written.
    private func isElsewhere(_ segment: Int, _ tail: WrittenTail?) -> Bool {
        guard let tail else { return false }
        let codes = self.codes(of: segment)
        return !codes.isEmpty && tail.agreeing(codes).isEmpty
    }

    /// The towns and ZIP codes of a segment's ranges; none where it has no numbers.
    private func codes(of segment: Int) -> [PlaceCodes] {
        let tables = reference.tables
        return tables.sides[tables.sideStarts.group(Int(tables.segmentStreets[segment]))]
            .filter { Int($0.segment) == segment }.map { PlaceCodes($0) }
    }
}
