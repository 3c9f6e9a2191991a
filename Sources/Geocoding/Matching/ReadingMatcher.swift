import AddressParsing
import Geometry

/// Places one reading of an address line in each way that the reference allows.
struct ReadingMatcher {
    let reference: StreetReference
    let settings: MatchSettings

    /// Returns the places of a reading, in no order.
    func placements(_ reading: AddressReading, _ spelling: StreetMatcher.Spelling) -> [Placement] {
        var placements: [Placement] = []
        let tail = WrittenTail(reading, reference)
        switch reading.kind {
        case .street where reading.number?.isWholeBlocks == true:
            block(reading, spelling: spelling, tail: tail, placements: &placements)
        case .street: address(reading, spelling: spelling, tail: tail, placements: &placements)
        case .block: block(reading, spelling: spelling, tail: tail, placements: &placements)
        case .intersection: crossing(reading, spelling: spelling, tail: tail, placements: &placements)
        case .between: between(reading, spelling: spelling, tail: tail, placements: &placements)
        case .unplaceable: break
        }
        for index in placements.indices {
            noteAlias(&placements[index])
            tail.compare(with: &placements[index], settings.penalties)
            if reading.hasUnitOfName {
                placements[index].faults.add(.namePartial, settings.penalties.nameExceeded)
            }
            placements[index].uncertainty += settings.uncertainty.widening(placements[index].faults)
            placements[index].streetDoubt = settings.uncertainty.streetDoubt(placements[index].faults)
            if placements[index].precision == .street, placements[index].faults.contains(.numberFarFromRange)
            {
                placements[index].uncertainty = max(
                    placements[index].uncertainty, settings.uncertainty.farNumber)
            }
            relate(reading, &placements[index])
        }
        return placements
    }

    /// Returns a reading whose streets bear the word that was taken for their type as the last of their name, where the reference
    /// has such names: `Cherry Hill` for Cherry Hill Rd. `nil` where none does.
    func withTypesInNames(_ reading: AddressReading, of line: String) -> AddressReading? {
        let names = NameMatcher(reference: reference, penalties: settings.penalties)
        var reading = reading
        var hasFound = false
        func put(_ street: inout StreetName) {
            let span = street.written.postType.range
            let word = String(
                decoding: line.utf8.dropFirst(span.lowerBound).prefix(span.count), as: UTF8.self)
            let name = street.name + " " + word.uppercased()
            guard !street.postType.isEmpty, !word.isEmpty, !names.spelled(name).isEmpty else { return }
            street.name = name
            street.postType = ""
            hasFound = true
        }
        put(&reading.street)
        for index in reading.crossStreets.indices { put(&reading.crossStreets[index]) }
        return hasFound ? reading : nil
    }

    private var matcher: StreetMatcher { StreetMatcher(reference: reference, penalties: settings.penalties) }

    private func address(
        _ reading: AddressReading, spelling: StreetMatcher.Spelling, tail: WrittenTail,
        placements: inout [Placement]
    ) {
        let numbers = NumberMatcher(reference: reference, settings: settings, tail: tail)
        let stretches = StretchMatcher(reference: reference, settings: settings, tail: tail)
        for street in matcher.streets(reading.street, spelling) {
            let start = placements.count
            guard let number = reading.number else {
                if canBeWholeStreet(street) { stretches.street(street, into: &placements) }
                if reading.leavesNumberOut {
                    for index in start..<placements.count {
                        placements[index].faults.add(.numberNotRead, settings.penalties.numberNotRead)
                    }
                }
                continue
            }
            numbers.places(number, or: reading.otherHouse, on: street, into: &placements)
            if let joined = reading.joinedNumber {
                numbers.addJoined(joined, on: street, from: start, to: &placements)
            }
            guard placements.count == start else { continue }
            stretches.street(street, into: &placements)
            for index in start..<placements.count {
                placements[index].faults.add(.numberFarFromRange, settings.penalties.numberFarFromRange)
            }
        }
    }

    /// Whether a line without a number may mean the street. A name with another type is that of a square, a school or a
    /// park, and one without a type that is no street's name neither; `Ramp` is any ramp.
    private func canBeWholeStreet(_ street: StreetMatcher.Found) -> Bool {
        let faults = street.faults
        if faults.contains(.typeWrong) || faults.contains(.typeMissing) && faults.guessCount > 0 {
            return false
        }
        return RoadIdentity(reference: reference).hasName(street.street)
    }

    private func block(
        _ reading: AddressReading, spelling: StreetMatcher.Spelling, tail: WrittenTail,
        placements: inout [Placement]
    ) {
        guard let number = reading.number else {
            return address(reading, spelling: spelling, tail: tail, placements: &placements)
        }
        let stretches = StretchMatcher(reference: reference, settings: settings, tail: tail)
        let blocks = number.blocks
        for street in matcher.streets(reading.street, spelling) {
            let start = placements.count
            var isKnown = false
            for numbers in blocks.all where !isKnown || blocks.isSecondAsLikely {
                let first = placements.count
                stretches.block(numbers, prefix: number.prefix, on: street, into: &placements)
                let isRival = isKnown && placements.count > first
                isKnown = placements.count > start
                guard isRival else { continue }
                for index in start..<placements.count {
                    placements[index].faults.add(.eitherHouse, settings.penalties.eitherHouse)
                }
            }
            if !isKnown {
                NumberMatcher(reference: reference, settings: settings, tail: tail)
                    .places(number, on: street, into: &placements)
            }
        }
    }

    private func crossing(
        _ reading: AddressReading, spelling: StreetMatcher.Spelling, tail: WrittenTail,
        placements: inout [Placement]
    ) {
        let streets = reading.streets.map { candidates($0, spelling) }
        IntersectionMatcher(reference: reference, settings: settings, tail: tail)
            .places(streets, into: &placements)
    }

    /// In a misspelt crossing one street may yet be written well.
    private func candidates(_ street: StreetName, _ spelling: StreetMatcher.Spelling) -> [StreetMatcher.Found]
    {
        let written = matcher.streets(street, .asWritten)
        return written.isEmpty && spelling == .resembling ? matcher.streets(street, .resembling) : written
    }

    private func between(
        _ reading: AddressReading, spelling: StreetMatcher.Spelling, tail: WrittenTail,
        placements: inout [Placement]
    ) {
        guard reading.crossStreets.count > 1 else {
            return crossing(reading, spelling: spelling, tail: tail, placements: &placements)
        }
        let crossings = IntersectionMatcher(reference: reference, settings: settings, tail: tail)
        let corners = CornerCodes(reference: reference)
        let stretches = StretchMatcher(reference: reference, settings: settings, tail: tail)
        let ends = reading.crossStreets.prefix(2).map { candidates($0, spelling) }
        for street in candidates(reading.street, spelling).prefix(6) {
            let meetings = ends.map { end in
                end.prefix(6).lazy.map { crossings.meetings([[street], [$0]]) }.first { !$0.isEmpty }
                    ?? [end.first.flatMap { crossings.nearMeeting([[street], [$0]]) }].compactMap(\.self)
            }
            let isCompared = tail.isWritten || meetings.contains { $0.count > 1 }
            let found = meetings.map { meetings in
                meetings.map { crossing in
                    StretchMatcher.End(
                        position: crossing.position, spread: crossing.spread,
                        faults: faults(of: crossing, besides: street),
                        codes: isCompared
                            ? corners.codes(of: crossing.streets.map(\.street), at: crossing.position) : [])
                }
            }
            stretches.between(found[0], found[1], on: street, into: &placements)
        }
    }

    /// Returns what speaks against a crossing at which a stretch ends, apart from what the street of the stretch has against itself.
    private func faults(of crossing: Crossing, besides street: StreetMatcher.Found) -> MatchFaults {
        var faults = MatchFaults()
        if crossing.absence > 0 { faults.add(.streetsDoNotMeet, crossing.absence) }
        for found in crossing.streets where found.street != street.street { faults.add(found.faults) }
        return faults
    }

    private func noteAlias(_ placement: inout Placement) {
        if placement.segment != .max, reference.isAlias(placement.street, of: placement.segment) {
            placement.faults.add(.alias, settings.penalties.alias)
        }
    }

    /// Moves a place across the street, or widens its radius, where the line says that it lies there.
    private func relate(_ reading: AddressReading, _ placement: inout Placement) {
        switch reading.relation {
        case .at: return
        case .opposite:
            placement.faults.add(.acrossTheStreet, settings.penalties.acrossTheStreet)
            placement.uncertainty += settings.uncertainty.acrossTheStreet
            placement.side = placement.side?.opposite
            let geometry = StreetGeometry(reference: reference)
            guard placement.precision <= .range,
                let mirrored = geometry.mirrored(placement.position, at: placement.street)
            else { return }
            placement.position = mirrored
        case .near:
            placement.faults.add(.nearAddress, settings.penalties.nearAddress)
            placement.uncertainty += settings.uncertainty.nearAddress + reading.distance
            placement.side = nil
        }
    }
}
