import AddressParsing
import Geometry

/// Places a house number on a street: at its own point, in a range, or beside the nearest number.
struct NumberMatcher {
    let reference: StreetReference
    let settings: MatchSettings
    /// The town and ZIP code that are written: of the nearest numbers those that lie there come first.
    let tail: WrittenTail

    /// Adds the places of a number on a street, and of the other one that may be the house.
    ///
    /// A number that joins both, as in Queens, is the likelier one where the street has it. Where nothing tells which is the
    /// house, both are equally good, and the places of each say so.
    func places(
        _ number: HouseNumber, or other: OtherHouse?, on found: StreetMatcher.Found,
        into placements: inout [Placement]
    ) {
        let start = placements.count
        places(number, on: found, into: &placements)
        guard let other else { return }
        let own = start..<placements.count
        let joined = number.joinedValue ?? number.openJoinedValue
        let isJoined = own.contains {
            placements[$0].number == joined && placements[$0].precision <= .range
        }
        if other.isAsLikely, !isJoined {
            for index in own {
                if placements[index].faults.contains(.numberSuffixDiffers), number.joinedValue != nil {
                    placements[index].faults = placements[index].faults.without(
                        .numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
                }
                placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
            }
        }
        let next = placements.count
        places(other.number, on: found, into: &placements)
        for index in next..<placements.count {
            placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
        }
    }

    /// Adds the places of a number on a street. Where it is known in other towns and ZIP codes alone, the nearest numbers of the
    /// one that is written too.
    func places(_ number: HouseNumber, on found: StreetMatcher.Found, into placements: inout [Placement]) {
        let start = placements.count
        for (value, isOfBlock) in values(number) {
            points(value, number: number, found: found, placements: &placements)
            ranges(value, found: found, placements: &placements)
            guard placements.count > start else { continue }
            // Of `45-12`, only 45: the house within the block is not known.
            if isOfBlock {
                for index in start..<placements.count {
                    placements[index].faults.add(
                        .numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
                }
            }
            if placements[start...].allSatisfy({ tail.contradicts(zip: $0.zip, place: $0.place) }) {
                nearest(number.key, found: found, isThere: true, placements: &placements)
            }
            return
        }
        nearest(number.key, found: found, isThere: false, placements: &placements)
    }

    /// The number as files may keep it: of `45-12` 4512 first, of `94-98` the first of two houses.
    private func values(_ number: HouseNumber) -> [(value: Int, isOfBlock: Bool)] {
        if let joined = number.joinedValue { return [(joined, false), (number.value, true)] }
        return [(number.value, false)] + (number.openJoinedValue.map { [($0, false)] } ?? [])
    }

    private func points(
        _ value: Int, number: HouseNumber, found: StreetMatcher.Found, placements: inout [Placement]
    ) {
        let tables = reference.tables
        let range = tables.pointStarts.group(Int(found.street))
        guard !range.isEmpty else { return }
        let suffix = reference.word(number.fraction.isEmpty ? number.suffix : number.fraction)
        for index in lowerBound(value, range)..<range.upperBound {
            let point = tables.points[index]
            guard Int(point.number) == value else { break }
            var faults = found.faults
            if point.suffix != suffix {
                faults.add(.numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
            }
            placements.append(
                Placement(
                    precision: .addressPoint, street: found.street, number: value,
                    position: point.position.coordinate, faults: faults,
                    uncertainty: settings.uncertainty.addressPoint, zip: point.zip, place: point.place))
            if placements.count > 64 { break }
        }
    }

    private func lowerBound(_ value: Int, _ range: Range<Int>) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if Int(reference.tables.points[middle].number) < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Ranges that hold the number: on its own side, or else only on the other one.
    private func ranges(_ value: Int, found: StreetMatcher.Found, placements: inout [Placement]) {
        var onOtherSide: [SideRecord] = []
        let start = placements.count
        for index in reference.tables.sideStarts.group(Int(found.street)) {
            let record = reference.tables.sides[index]
            if record.low > value { break }
            guard record.high >= value else { continue }
            if record.holds(value) {
                placements.append(
                    place(value, record: record, use: .own, faults: found.faults, street: found.street))
            } else if onOtherSide.count < 16 {
                onOtherSide.append(record)
            }
        }
        guard placements.count == start else { return }
        for record in onOtherSide {
            var faults = found.faults
            faults.add(.numberOnOtherSide, settings.penalties.numberOnOtherSide)
            placements.append(
                place(value, record: record, use: .opposite, faults: faults, street: found.street))
        }
    }

    private enum SideUse { case own, opposite }

    private func place(
        _ value: Int, record: SideRecord, use: SideUse, faults: MatchFaults, street: UInt32
    ) -> Placement {
        let recorded: StreetSide = record.side == 0 ? .left : .right
        let side = use == .own ? recorded : recorded.opposite
        let place = Interpolation(settings: settings).place(value, record, side: side, in: reference)
        return Placement(
            precision: .range, street: street, number: value, position: place.position, side: side,
            faults: faults, uncertainty: settings.uncertainty.range(length: place.length), zip: record.zip,
            place: record.place, span: record.high - record.low, segment: record.segment)
    }

    /// How far a number may lie beyond those of a street and still be looked for at their end.
    private static let farthest = 200

    /// The nearest numbers of the street: in the number's hundred block, at the street's end or, for a number that is
    /// far from all, the whole street.
    ///
    /// - Parameter isThere: Whether those of other towns and ZIP codes than the written ones are none.
    private func nearest(
        _ value: Int, found: StreetMatcher.Found, isThere: Bool, placements: inout [Placement]
    ) {
        let sides = reference.tables.sides[reference.tables.sideStarts.group(Int(found.street))]
        let range = nearestRange(value, records(sides, isThere))
        let houses = reference.tables.points[reference.tables.pointStarts.group(Int(found.street))]
        let points = NeighboringPoints(value, among: records(houses, isThere))
        let isPoint = points.map { $0.gap < range?.gap ?? .max } ?? false
        guard let gap = isPoint ? points?.gap : range?.gap else { return }
        let isOnBlock = isPoint ? points?.isOnBlock == true : range.map { self.isOnBlock(value, $0) } == true
        var faults = found.faults
        if isOnBlock {
            faults.add(.numberNotInRange, settings.penalties.numberNotInRange)
        } else {
            faults.add(.numberFarFromRange, settings.penalties.numberFarFromRange)
        }
        guard isOnBlock || gap <= 2 * Self.farthest else {
            return StretchMatcher(reference: reference, settings: settings).street(
                StreetMatcher.Found(street: found.street, faults: faults), into: &placements)
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
            placements.append(placement)
        } else if let record = range?.record {
            let end = min(max(value, record.low), record.high)
            var placement = place(
                end, record: record, use: record.holds(value) ? .own : .opposite, faults: faults,
                street: found.street)
            placement.precision = isOnBlock ? .block : .street
            placement.number = value
            placement.uncertainty += settings.uncertainty.besideRange + beyond
            placements.append(placement)
        }
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
