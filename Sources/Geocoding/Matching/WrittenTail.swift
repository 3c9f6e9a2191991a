import AddressParsing

/// The town, state and ZIP code that a reading has, to be compared with those of places. What the reference lacks is no
/// fault.
struct WrittenTail {
    private let reference: StreetReference
    private let code: PostalCode?
    /// Whether the reference may lie in the state of the code.
    private let isCodeNear: Bool
    private let isStateElsewhere: Bool
    private let town: String
    /// Whether nothing but the line's own word says that it is a town: no state and no ZIP code stands behind it.
    private let isBareWord: Bool

    init(_ reading: AddressReading, _ reference: StreetReference) {
        self.reference = reference
        let written = reading.zip.isEmpty ? nil : PostalCode(reading.zip)
        let states = written.map(StateFinder.states) ?? []
        // Four digits behind a state without ZIP codes that begin with zero are a code cut short, which says nothing.
        let isCutShort =
            reading.zip.hasPrefix("0") && !reading.state.isEmpty && !states.contains(reading.state)
        code = isCutShort ? nil : written
        isCodeNear = states.isEmpty || states.contains { reference.towns.state($0) != .contradicts }
        isStateElsewhere = !reading.state.isEmpty && reference.towns.state(reading.state) == .contradicts
        isBareWord = reading.state.isEmpty && reading.zip.isEmpty
        town = reading.city.isEmpty ? "" : TownName.key(reading.city)
    }

    func compare(with placement: inout Placement, _ penalties: FaultPenalties) {
        if isOfOtherCode(placement.zip) { placement.faults.add(.zipWrong, penalties.zipWrong) }
        if isStateElsewhere { placement.faults.add(.stateElsewhere, penalties.stateElsewhere) }
        switch verdict(zip: placement.zip, place: placement.place) {
        case .agrees: break
        case .contradicts: placement.faults.add(.cityElsewhere, penalties.cityElsewhere)
        case .unknown: placement.faults.add(.cityUnknown, penalties.cityUnknown)
        }
    }

    /// Whether the town or ZIP code of a place is another than the one written.
    func contradicts(zip: UInt32, place: UInt16) -> Bool {
        isOfOtherCode(zip) || verdict(zip: zip, place: place) == .contradicts
    }

    /// Whether the line has a town or a ZIP code that places are to be compared with.
    var isWritten: Bool { code != nil || !town.isEmpty }

    /// Returns the town and ZIP code of a place that several records make up: what those that agree with the line have in common, or
    /// where none agrees those of the first, which contradict it.
    func codes(of records: [some PlacedRecord]) -> PlaceCodes {
        let agreeing = agreeing(records)
        return agreeing.isEmpty
            ? records.first.map { PlaceCodes($0) } ?? PlaceCodes() : PlaceCodes(common: agreeing)
    }

    /// Returns those of a street's records that lie in the town and ZIP code that are written, as far as is known.
    func agreeing<Record: PlacedRecord>(_ records: some Sequence<Record>) -> [Record] {
        guard isWritten else { return Array(records) }
        var known: [UInt64: Bool] = [:]
        return records.filter { record in
            let key = UInt64(record.zip) << 16 | UInt64(record.place)
            if let isOther = known[key] { return !isOther }
            let isOther = contradicts(zip: record.zip, place: record.place)
            known[key] = isOther
            return !isOther
        }
    }

    private func isOfOtherCode(_ zip: UInt32) -> Bool {
        guard let code else { return false }
        return !(PostalCode(number: zip).map { $0.agrees(with: code) } ?? isCodeNear)
    }

    private func verdict(zip: UInt32, place: UInt16) -> TownKnowledge.Verdict {
        guard !town.isEmpty else { return .agrees }
        let isZipWritten = code != nil && PostalCode(number: zip) != nil && !isOfOtherCode(zip)
        let verdict = reference.towns.town(town, of: place, zip: zip, isZipWritten: isZipWritten)
        // Nothing but the word itself says that it is a town.
        return verdict == .contradicts && isBareWord && !reference.towns.isTown(town) ? .unknown : verdict
    }
}
