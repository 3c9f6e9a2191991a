import AddressParsing
import Geometry

/// Places a house number on a street: at its own point, in a range, or beside the nearest number.
struct NumberMatcher {
    let reference: StreetReference
    let settings: MatchSettings

    /// Adds the places of a number on a street.
    func places(_ number: HouseNumber, on found: StreetMatcher.Found, into placements: inout [Placement]) {
        let start = placements.count
        for value in values(number) {
            points(value, number, found, &placements)
            ranges(value, found, &placements)
            if placements.count > start { return }
        }
        nearest(number.value, found, &placements)
    }

    /// The number as files may keep it: of `45-12`, 4512 first.
    private func values(_ number: HouseNumber) -> [Int] {
        guard let joined = number.joinedValue else { return [number.value] }
        return [joined, number.value]
    }

    private func points(
        _ value: Int, _ number: HouseNumber, _ found: StreetMatcher.Found, _ placements: inout [Placement]
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
    private func ranges(_ value: Int, _ found: StreetMatcher.Found, _ placements: inout [Placement]) {
        var onOtherSide: [SideRecord] = []
        let start = placements.count
        for index in reference.tables.sideStarts.group(Int(found.street)) {
            let record = reference.tables.sides[index]
            if record.low > value { break }
            guard record.high >= value else { continue }
            if record.holds(value) {
                placements.append(place(value, record, .own, found.faults, found.street))
            } else if onOtherSide.count < 16 {
                onOtherSide.append(record)
            }
        }
        guard placements.count == start else { return }
        for record in onOtherSide {
            var faults = found.faults
            faults.add(.numberOnOtherSide, settings.penalties.numberOnOtherSide)
            placements.append(place(value, record, .opposite, faults, found.street))
        }
    }

    private enum SideUse { case own, opposite }

    private func place(
        _ value: Int, _ record: SideRecord, _ use: SideUse, _ faults: MatchFaults, _ street: UInt32
    ) -> Placement {
        let recorded: StreetSide = record.side == 0 ? .left : .right
        let side = use == .own ? recorded : recorded.opposite
        let place = Interpolation(settings: settings).place(value, record, side: side, in: reference)
        return Placement(
            precision: .range, street: street, number: value, position: place.position, side: side,
            faults: faults, uncertainty: settings.uncertainty.range(length: place.length), zip: record.zip,
            place: record.place, span: record.high - record.low, segment: record.segment)
    }

    /// The end of the nearest range: in the number's hundred block, or farther off.
    private func nearest(_ value: Int, _ found: StreetMatcher.Found, _ placements: inout [Placement]) {
        var best: (gap: Int, record: SideRecord)?
        for index in reference.tables.sideStarts.group(Int(found.street)) {
            let record = reference.tables.sides[index]
            let isOwn = record.holds(value)
            let gap = max(record.low - value, value - record.high, 0) * 2 + (isOwn ? 0 : 1)
            if gap < best?.gap ?? .max { best = (gap, record) }
        }
        guard let (gap, record) = best else { return }
        let end = min(max(value, record.low), record.high)
        let isOnBlock = end / 100 == value / 100 || gap <= 40
        var faults = found.faults
        if isOnBlock {
            faults.add(.numberNotInRange, settings.penalties.numberNotInRange)
        } else {
            faults.add(.numberFarFromRange, settings.penalties.numberFarFromRange)
        }
        var placement = place(end, record, record.holds(value) ? .own : .opposite, faults, found.street)
        placement.precision = isOnBlock ? .block : .street
        placement.number = value
        placement.uncertainty += settings.uncertainty.besideRange + (isOnBlock ? 0 : Double(gap) * 3)
        placements.append(placement)
    }
}
