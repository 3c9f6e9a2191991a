import AddressParsing
import Geometry

extension NumberMatcher {
    /// How far a number may lie beyond those of a street and still be looked for at their end.
    private static let farthest = 200

    /// Adds the nearest numbers of the street: in the number's hundred block, at the street's end or, for a number that is
    /// far from all, the whole street; in each town that has such a block, where they lie apart.
    ///
    /// - Parameter isThere: Whether those of other towns and ZIP codes than the written ones are none.
    func nearest(
        _ number: HouseNumber, found: StreetMatcher.Found, isThere: Bool, placements: inout [Placement]
    ) {
        let ranges = reference.tables.sides[reference.tables.sideStarts.group(Int(found.street))]
        let sides = records(
            number.prefix.isEmpty
                ? ranges : ranges.filter { !reference.isOnOtherGrid($0, written: number.prefix) }[...],
            isThere)
        let houses = reference.tables.points[reference.tables.pointStarts.group(Int(found.street))]
        let onGrid = number.prefix.isEmpty ? houses : houses.filter { !isOnOtherGrid($0, number) }[...]
        let points = records(onGrid, isThere)
        let value = key(of: number, sides: sides, points: points)
        let blocks = blocksOfTowns(value, found: found, sides: sides, points: points)
        placements += blocks ?? nearest(value, found: found, sides: sides, points: points)
    }

    /// Returns of the numbers that a hyphen between two may mean the one nearest to those of the street: of `14-27` 1427 where
    /// these are 1401 to 1499.
    private func key(of number: HouseNumber, sides: [SideRecord], points: [PointRecord]) -> Int {
        guard let joined = number.openJoinedValue ?? number.farJoinedValue else { return number.key }
        func gap(_ value: Int) -> Int {
            let toSide = sides.map { max($0.low - value, value - $0.high, 0) }.min() ?? .max
            return min(toSide, points.map { abs(Int($0.number) - value) }.min() ?? .max)
        }
        return gap(joined) < gap(number.key) ? joined : number.key
    }

    /// Returns the blocks that a number may be of in several towns that have the street; `nil` where there is one block at most.
    private func blocksOfTowns(
        _ value: Int, found: StreetMatcher.Found, sides: [SideRecord], points: [PointRecord]
    ) -> [Placement]? {
        let towns = Set(sides.map(\.place)).union(points.map(\.place)).sorted()
        guard towns.count > 1 else { return nil }
        let blocks = towns.flatMap { town in
            nearest(
                value, found: found, sides: sides.filter { $0.place == town },
                points: points.filter { $0.place == town })
        }.filter { $0.precision == .block }
        return Self.areApart(blocks) ? blocks : nil
    }

    /// Whether blocks lie apart.
    private static func areApart(_ blocks: [Placement]) -> Bool {
        blocks.dropFirst().contains {
            LocalPlane.distance($0.position, blocks[0].position) > NearGroups<SideRecord>.reach
        }
    }

    private func nearest(
        _ value: Int, found: StreetMatcher.Found, sides: [SideRecord], points houses: [PointRecord]
    ) -> [Placement] {
        let range = nearestRange(value, sides)
        let points = NeighboringPoints(value, among: houses)
        let isPoint = points.map { $0.gap < range?.gap ?? .max } ?? false
        guard let gap = isPoint ? points?.gap : range?.gap else { return [] }
        let isOnBlock = isPoint ? points?.isOnBlock == true : range.map { self.isOnBlock(value, $0) } == true
        var faults = found.faults
        if isOnBlock {
            faults.add(.numberNotInRange, settings.penalties.numberNotInRange)
        } else {
            faults.add(.numberFarFromRange, settings.penalties.numberFarFromRange)
        }
        guard isOnBlock || gap <= 2 * Self.farthest else {
            var whole: [Placement] = []
            StretchMatcher(reference: reference, settings: settings, tail: tail).street(
                StreetMatcher.Found(street: found.street, faults: faults), into: &whole)
            return whole
        }
        let beyond = isOnBlock ? 0 : Double(gap) * 3
        if isPoint, let points {
            var placement = Placement(
                precision: isOnBlock ? .block : .street, street: found.street, number: value,
                position: points.position, faults: faults, uncertainty: points.radius + beyond)
            placement.uncertainty +=
                points.isBetween ? settings.uncertainty.blockBase : settings.uncertainty.besideRange
            placement.zip = points.zip
            placement.place = points.place
            return [placement]
        } else if let record = range?.record {
            let end = min(max(value, record.low), record.high)
            var placement = place(
                end, record: record, use: record.holds(value) ? .own : .opposite, faults: faults,
                street: found.street)
            placement.precision = isOnBlock ? .block : .street
            placement.number = value
            placement.uncertainty += settings.uncertainty.besideRange + beyond
            return [placement]
        }
        return []
    }

    private func isOnBlock(_ value: Int, _ range: (gap: Int, record: SideRecord)) -> Bool {
        min(max(value, range.record.low), range.record.high) / 100 == value / 100 || range.gap <= 40
    }

    /// Returns the records in the town and ZIP code that are written, or all where there is none and all may be meant.
    private func records<Record: PlacedRecord>(_ all: ArraySlice<Record>, _ isThere: Bool) -> [Record] {
        let agreeing = tail.agreeing(all)
        return agreeing.isEmpty && !isThere ? Array(all) : agreeing
    }

    private func nearestRange(_ value: Int, _ sides: [SideRecord]) -> (gap: Int, record: SideRecord)? {
        sides.map { record in
            let gap = max(record.low - value, value - record.high, 0) * 2 + (record.holds(value) ? 0 : 1)
            return (gap, record)
        }.min { $0.gap < $1.gap }
    }
}
