package import AddressParsing
import Geometry

/// Places addresses on a city's streets. A value that any number of workers may use at once.
package struct Geocoder: Sendable {
    /// Lines with a better candidate are not searched for other readings or spellings.
    private static let goodPenalty = 7.0
    private static let readingLimit = 4

    package let reference: StreetReference
    package let parser: AddressParser
    package let settings: MatchSettings

    package init(
        reference: StreetReference, parser: AddressParser? = nil,
        settings: MatchSettings = MatchSettings()
    ) {
        self.reference = reference
        self.parser = parser ?? reference.parser
        self.settings = settings
    }

    /// Returns where the address of a line is. Never fails: what cannot be placed says why.
    package func geocode(_ line: String) -> GeocodedAddress { geocode(parser.parse(line)) }

    /// Returns where an address already parsed is.
    package func geocode(_ address: ParsedAddress) -> GeocodedAddress {
        let found = geocodeAsWritten(address)
        if case .none(.streetNotFound) = found.status, let line = withRoadWordsPutRight(address.input) {
            let meant = geocodeAsWritten(parser.parse(line), isPutRight: true)
            if case .none = meant.status { return found }
            return withNamesakesNoted(meant)
        }
        return tiedWithCrossing(found, address.input) ?? withNamesakesNoted(found)
    }

    /// - Parameter isPutRight: Whether the line is not as it was written, but as its words are likely meant.
    func geocodeAsWritten(_ address: ParsedAddress, isPutRight: Bool = false) -> GeocodedAddress {
        let plain = result(of: address, isPutRight: isPutRight)
        let isGood = plain.match?.faults.isEmpty == true
        // A name that is read amiss does not match well, unless a street has the name that is left of it.
        guard !isGood || plain.reading.kind != .block && address.hasWordsBesideStreet(plain.reading),
            let named = reference.officialNames.reading(address, parser: parser, reference: reference)
        else { return plain }
        guard isGood else {
            // The street of another country's line says nothing where its number is not read: `Carrera 13 # 14-22`.
            let isElsewhere = plain.reason == .unplaceable(.otherCountry)
            if isElsewhere, named.address.withNumbersBehindStreets.best.number == nil { return plain }
            return result(of: named.address, isPutRight: isPutRight)
        }
        guard named.takesMore(than: plain.reading) else { return plain }
        return tied(result(of: named.byNames, isPutRight: isPutRight), with: plain) ?? plain
    }

    private func result(of written: ParsedAddress, isPutRight: Bool) -> GeocodedAddress {
        let address = written.withNumbersBehindStreets
        if isElsewhere(address.best) {
            return GeocodedAddress(
                status: .none(.unplaceable(.otherCountry)), candidates: [], tieCount: 0, reading: address.best
            )
        }
        var placements = placements(address)
        if isPutRight {
            for index in placements.indices {
                placements[index].faults.add(.nameMisspelled, settings.penalties.nameMisspelled(1))
                placements[index].uncertainty += settings.uncertainty.nameFault
                placements[index].streetDoubt += settings.uncertainty.nameFault
            }
        }
        let ranking = Ranking(placements, settings: settings)
        let reading = address.readings[ranking.best?.reading ?? 0]
        let status = ranking.status ?? .none(reasonForNothing(address))
        let wording = CandidateWording(reference: reference)
        return GeocodedAddress(
            status: status, candidates: ranking.ordered.map(wording.candidate), tieCount: ranking.tieCount,
            reading: reading)
    }

    /// Whether a street has the type of another country, which none of the reference's has, and nothing says that it lies here: `12 rue
    /// Main`, `Via Roma 12`. In Canada French types are those of its own.
    private func isElsewhere(_ reading: AddressReading) -> Bool {
        guard reading.kind == .street, ForeignTypes.contain(reading.street.preType), reading.state.isEmpty,
            reading.zip.isEmpty
        else { return false }
        return reference.towns.isOutsideCanada && reference.word(reading.street.preType) == .max
    }

    /// Returns the street and number of an address that lies in a range without a fault; `nil` for another.
    func house(_ line: String) -> (street: UInt32, number: Int)? {
        let ranking = Ranking(
            placements(parser.parse(line).withNumbersBehindStreets), settings: settings)
        guard ranking.status == .match, let best = ranking.best, best.precision == .range,
            best.faults.isEmpty,
            let number = best.number
        else { return nil }
        return (best.street, number)
    }

    /// Returns the other places that the address could mean: the same number on streets of the same name with another
    /// directional, type or postcode.
    package func alternatives(for line: String) -> [AddressCandidate] { alternatives(of: geocode(line)) }

    /// Returns those of the candidates that have the name and the number of the best one, in another place.
    package func alternatives(of result: GeocodedAddress) -> [AddressCandidate] {
        guard let best = result.candidates.first else { return [] }
        return result.candidates.dropFirst().filter {
            $0.precision <= .intersection && !$0.faults.contains(.numberOnOtherSide)
                && !$0.faults.contains(.eitherHouse)
                && $0.streets.first?.name == best.streets.first?.name
                && LocalPlane.distance($0.position, best.position) > settings.tieDistance
        }
    }

    private func placements(_ address: ParsedAddress) -> [Placement] {
        let matcher = ReadingMatcher(reference: reference, settings: settings)
        var all: [Placement] = []
        for spelling in [StreetMatcher.Spelling.asWritten, .resembling] {
            for (index, reading) in address.readings.prefix(Self.readingLimit).enumerated() {
                let reading = index == 0 ? reading : Self.completed(reading, by: address.best)
                for var placement in placements(reading, of: address.input, spelling, by: matcher) {
                    placement.reading = index
                    if reading.isOneOfTwo {
                        placement.faults.add(.eitherHouse, settings.penalties.eitherHouse)
                        all.append(placement)
                        continue
                    }
                    // Another reading of the town alone does not undo what the first one contradicts.
                    if index > 0,
                        address.readings.prefix(index).contains(where: {
                            placement.faults.contains(.cityUnknown) && Self.areAlike($0, reading)
                                || Self.dropsDirection($0, reading)
                        }),
                        all.contains(where: {
                            $0.faults.contradiction != nil && $0.position == placement.position
                        })
                    {
                        continue
                    }
                    if index > 0 || reading.isNumberOfWord {
                        placement.faults.add(.secondReading, settings.penalties.secondReading)
                    }
                    all.append(placement)
                }
                if all.contains(where: isGood), !address.best.isOneOfTwo { return all }
            }
            if all.contains(where: isGood) { return all }
        }
        return all
    }

    /// Gives a further reading the town, state and ZIP code of the first that it makes nothing of: what is written counts,
    /// also where a reading takes a ZIP code for a unit. A town or state whose words it takes into the street is used.
    private static func completed(_ reading: AddressReading, by first: AddressReading) -> AddressReading {
        var reading = reading
        if reading.zip.isEmpty { reading.zip = first.zip }
        let isLonger = length(reading) > length(first)
        if reading.city.isEmpty, !isLonger { reading.city = first.city }
        if reading.state.isEmpty, !isLonger { reading.state = first.state }
        return reading
    }

    /// Places a reading, with a type that belongs to the name, and a direction that stands where few look for it: `5421 Cherry Hill`,
    /// `620S Main St`, `620 Main St, South`.
    private func placements(
        _ reading: AddressReading, of line: String, _ spelling: StreetMatcher.Spelling,
        by matcher: ReadingMatcher
    ) -> [Placement] {
        var found = matcher.placements(reading, spelling)
        if spelling == .asWritten, !found.contains(where: \.faults.isEmpty),
            let whole = matcher.withTypesInNames(reading, of: line)
        {
            found += matcher.placements(whole, spelling)
        }
        guard found.contains(where: { $0.faults.contains(.directionalMissing) }),
            let directed = directed(reading)
        else { return found }
        return matcher.placements(directed, spelling)
    }

    /// Returns the reading with the letter after the house number, the town's name or, in Canada, the unit `O` taken for the
    /// direction; `nil` where none is one.
    private func directed(_ reading: AddressReading) -> AddressReading? {
        var reading = reading
        if let suffix = reading.number?.suffix, let direction = StreetStandard.directional(suffix) {
            reading.street.preDirectional = direction
            reading.number?.suffix = ""
            return reading
        }
        if reference.towns.isCanadian, let unit = reading.unit, unit.type.isEmpty, unit.id == "O" {
            reading.street.postDirectional = .west
            reading.unit = nil
            return reading
        }
        guard let direction = StreetStandard.directional(reading.city) else { return nil }
        reading.street.postDirectional = direction
        reading.city = ""
        return reading
    }

    /// Whether a further reading makes a unit or a part of the town of one of the directions of the first: `Main St N E`,
    /// `E St NW, Washington`.
    private static func dropsDirection(_ first: AddressReading, _ further: AddressReading) -> Bool {
        guard first.number?.key == further.number?.key, first.street.name == further.street.name,
            first.street.postType == further.street.postType, first.street.postDirectional != nil
        else { return false }
        return further.street.preDirectional == first.street.preDirectional
            && further.street.postDirectional != first.street.postDirectional
    }

    /// Whether two readings are of one address and differ in its town or unit alone.
    private static func areAlike(_ first: AddressReading, _ second: AddressReading) -> Bool {
        first.kind == second.kind && first.number?.key == second.number?.key
            && zip(first.streets, second.streets).allSatisfy { $0.standard == $1.standard }
    }

    private static func length(_ reading: AddressReading) -> Int {
        reading.streets.reduce(0) { $0 + $1.written.whole.range.count }
    }

    private func isGood(_ placement: Placement) -> Bool { placement.faults.penalty <= Self.goodPenalty }

    private func reasonForNothing(_ address: ParsedAddress) -> UnmatchedReason {
        switch address.best.kind {
        case .unplaceable(let reason): return .unplaceable(reason)
        case .street where address.best.number == nil:
            // A name that only another kind of street bears is a place's: `Elm Square` where there is an Elm St.
            let matcher = StreetMatcher(reference: reference, penalties: settings.penalties)
            return matcher.streets(address.best.street, .asWritten).isEmpty
                ? .streetNotFound : .unplaceable(.landmark)
        case .street, .block: return .streetNotFound
        case .intersection, .between:
            let matcher = StreetMatcher(reference: reference, penalties: settings.penalties)
            let areKnown = address.best.streets.allSatisfy { street in
                [.asWritten, .resembling].contains { !matcher.streets(street, $0).isEmpty }
            }
            return areKnown ? .streetsDoNotMeet : .streetNotFound
        }
    }
}
