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
        guard let other else { return addWithLetterAsDigit(number, on: found, from: start, to: &placements) }
        let own = start..<placements.count
        if other.isFarEnd { return reach(other.number, on: found, of: own, in: &placements) }
        let joined = number.joinedValue ?? number.openJoinedValue ?? number.farJoinedValue
        let isJoined = own.contains {
            placements[$0].number == joined && placements[$0].precision <= .range
        }
        let next = placements.count
        places(other.number, on: found, into: &placements)
        let isEither = other.isAsLikely && !isJoined
        if isEither {
            reach(from: number, to: other.number, own: own, others: next..<placements.count, in: &placements)
        }
        for index in (isEither ? start : next)..<placements.count {
            // A letter tells neither of two from the other.
            if isEither, placements[index].faults.contains(.numberSuffixDiffers) {
                placements[index].faults = placements[index].faults.without(
                    .numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
            }
            placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
        }
    }

    /// Takes the one house that is known of two numbers of different blocks for a place on its street, within a radius that holds the
    /// other as well: of `649-1949` no house can have both. A number of a digit or two may be a unit's.
    private func reach(
        from first: HouseNumber, to second: HouseNumber, own: Range<Int>, others: Range<Int>,
        in placements: inout [Placement]
    ) {
        let gap = abs(first.value - second.value)
        guard gap >= Self.block, min(first.value, second.value) >= Self.block else { return }
        func isKnown(_ index: Int) -> Bool { placements[index].precision <= .range }
        let (isFirst, isSecond) = (own.contains(where: isKnown), others.contains(where: isKnown))
        guard isFirst != isSecond else { return }
        for index in isFirst ? own : others where isKnown(index) {
            placements[index].precision = .street
            placements[index].uncertainty += Double(gap) * Self.metresPerNumber
        }
    }

    /// Numbers of one block.
    private static let block = 100
    /// A hundred of numbers is a block of some 130 m.
    private static let metresPerNumber = 1.3

    /// Widens the places of a range's first number so that they hold its far end.
    private func reach(
        _ end: HouseNumber, on found: StreetMatcher.Found, of own: Range<Int>,
        in placements: inout [Placement]
    ) {
        var ends: [Placement] = []
        places(end, on: found, into: &ends)
        for index in own {
            let position = placements[index].position
            let nearest = ends.map { LocalPlane.distance($0.position, position) }.min() ?? 0
            placements[index].uncertainty += nearest
            if nearest > settings.tieDistance {
                placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
            }
        }
    }

    /// Adds the house of `1201` for `120L` where the street has it and no `120L`: either may be meant.
    private func addWithLetterAsDigit(
        _ number: HouseNumber, on found: StreetMatcher.Found, from start: Int,
        to placements: inout [Placement]
    ) {
        guard let value = number.withLetterAsDigit,
            !placements[start...].contains(where: {
                $0.precision == .addressPoint && !$0.faults.contains(.numberSuffixDiffers)
            })
        else { return }
        var house = HouseNumber(value: value)
        house.hasLettersForDigits = true
        var others: [Placement] = []
        places(house, on: found, into: &others)
        others.removeAll { $0.precision > .range }
        guard !others.isEmpty else { return }
        placements += others
        for index in start..<placements.count {
            placements[index].faults = placements[index].faults.without(
                .numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
            placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
        }
    }

    /// Adds the house whose number's hyphen may be lost where the street has it, `155 28` for 155-28, with a fault: in place of those
    /// nearest to the second number, and beside the houses of each alone.
    func addJoined(
        _ joined: Int, on found: StreetMatcher.Found, from start: Int, to placements: inout [Placement]
    ) {
        func houses(_ value: Int) -> [Placement] {
            var houses: [Placement] = []
            places(HouseNumber(value: value), on: found, into: &houses)
            return houses.filter { $0.precision <= .range }
        }
        let whole = houses(joined)
        guard !whole.isEmpty else { return }
        let second = placements[start...].filter { $0.precision <= .range }
        placements.removeSubrange(start...)
        placements += whole + second + houses(joined / 100)
        for index in start..<placements.count {
            placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
        }
    }

    /// Adds the places of a number on a street. Where it is known in other towns and ZIP codes alone, the nearest numbers of the
    /// one that is written too.
    func places(_ number: HouseNumber, on found: StreetMatcher.Found, into placements: inout [Placement]) {
        let start = placements.count
        for (value, isOfBlock) in values(number) {
            points(value, number: number, found: found, placements: &placements)
            ranges(value, number: number, found: found, placements: &placements)
            guard placements.count > start else { continue }
            // Of `35 - 58`, one house where the street has neither of two.
            if number.isDashed, value == number.openJoinedValue {
                for index in start..<placements.count {
                    placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
                }
            }
            // Of `45-12`, only 45: the house within the block is not known. Of `12OO` 1200, and of `12QR` no more than 12.
            if isOfBlock || number.hasLettersForDigits || number.suffix.utf8.count > 1 {
                for index in start..<placements.count
                where !placements[index].faults.contains(.numberSuffixDiffers) {
                    placements[index].faults.add(
                        .numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
                }
            }
            if placements[start...].allSatisfy({ tail.contradicts(zip: $0.zip, place: $0.place) }) {
                nearest(number, found: found, isThere: true, placements: &placements)
            }
            return
        }
        // Letters are taken for digits only where the street has the house.
        if !number.hasLettersForDigits {
            nearest(number, found: found, isThere: false, placements: &placements)
        }
    }

    /// The number as files may keep it: of `45-12` 4512 first, of `94-98` the first of two houses, of `91-1121` both as one.
    private func values(_ number: HouseNumber) -> [(value: Int, isOfBlock: Bool)] {
        if let joined = number.joinedValue { return [(joined, false), (number.value, true)] }
        if let joined = number.farJoinedValue { return [(joined, false), (number.value, false)] }
        return [(number.value, false)] + (number.openJoinedValue.map { [($0, false)] } ?? [])
    }

    private func points(
        _ value: Int, number: HouseNumber, found: StreetMatcher.Found, placements: inout [Placement]
    ) {
        let tables = reference.tables
        let houses = Self.points(of: found.street, numbers: value...value, in: tables)
        guard !houses.isEmpty else { return }
        let affix = reference.word(
            NumberAffix.word(
                prefix: number.prefix, suffix: number.fraction.isEmpty ? number.suffix : number.fraction))
        for point in houses {
            var faults = found.faults
            if point.suffix != affix {
                if isOnOtherGrid(point, number) { continue }
                faults.add(.numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
            }
            placements.append(
                Placement(
                    precision: .addressPoint, street: found.street, numberPrefix: reference.prefix(of: point),
                    number: value, position: point.position.coordinate, faults: faults,
                    uncertainty: settings.uncertainty.addressPoint, zip: point.zip, place: point.place))
            if placements.count > 64 { break }
        }
    }

    /// Whether a point has another grid than the one that is written.
    func isOnOtherGrid(_ point: PointRecord, _ number: HouseNumber) -> Bool {
        point.suffix != 0 && reference.isOnOtherGrid(point, written: number.prefix)
    }

    /// Returns the houses of a street whose numbers lie in a range, by their numbers.
    static func points(
        of street: UInt32, numbers: ClosedRange<Int>, in tables: ReferenceTables
    ) -> ArraySlice<PointRecord> {
        let houses = tables.points[tables.pointStarts.group(Int(street))]
        return houses[lowerBound(numbers.lowerBound, houses)..<lowerBound(numbers.upperBound + 1, houses)]
    }

    private static func lowerBound(_ value: Int, _ houses: ArraySlice<PointRecord>) -> Int {
        var low = houses.startIndex
        var high = houses.endIndex
        while low < high {
            let middle = (low + high) / 2
            if Int(houses[middle].number) < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Ranges that hold the number: on its own side, or else only on the other one.
    private func ranges(
        _ value: Int, number: HouseNumber, found: StreetMatcher.Found, placements: inout [Placement]
    ) {
        var onOtherSide: [SideRecord] = []
        let start = placements.count
        let prefix = reference.word(number.prefix)
        for index in reference.tables.sideStarts.group(Int(found.street)) {
            let record = reference.tables.sides[index]
            if record.low > value { break }
            guard record.high >= value else { continue }
            var faults = found.faults
            if record.prefix != 0, record.prefix != prefix {
                if reference.isOnOtherGrid(record, written: number.prefix) { continue }
                faults.add(.numberSuffixDiffers, settings.penalties.numberSuffixDiffers)
            }
            if record.holds(value) {
                placements.append(
                    place(value, record: record, use: .own, faults: faults, street: found.street))
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

    enum SideUse { case own, opposite }

    func place(
        _ value: Int, record: SideRecord, use: SideUse, faults: MatchFaults, street: UInt32
    ) -> Placement {
        let recorded: StreetSide = record.side == 0 ? .left : .right
        let side = use == .own ? recorded : recorded.opposite
        let place = Interpolation(settings: settings).place(value, record, side: side, in: reference)
        return Placement(
            precision: .range, street: street, numberPrefix: reference.prefix(of: record), number: value,
            position: place.position, side: side,
            faults: faults, uncertainty: settings.uncertainty.range(length: place.length), zip: record.zip,
            place: record.place, span: record.high - record.low, segment: record.segment)
    }
}
