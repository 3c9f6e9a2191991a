import AddressParsing

/// The town, state and ZIP code that a reading has, to be compared with those of places. What the reference lacks is no
/// fault.
struct WrittenTail {
    private let code: PostalCode?
    /// Whether the reference may lie in the state of the code.
    private let isCodeNear: Bool
    private let isStateElsewhere: Bool
    private let town: String
    /// Whether nothing but the line's own word says that it is a town: no state and no ZIP code stands behind it.
    private let isBareWord: Bool

    init(_ reading: AddressReading, _ reference: StreetReference) {
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

    func compare(
        with placement: inout Placement, _ reference: StreetReference, _ penalties: FaultPenalties
    ) {
        let own = PostalCode(number: placement.zip)
        if let code, !(own.map { $0.agrees(with: code) } ?? isCodeNear) {
            placement.faults.add(.zipWrong, penalties.zipWrong)
        }
        if isStateElsewhere { placement.faults.add(.stateElsewhere, penalties.stateElsewhere) }
        guard !town.isEmpty else { return }
        let isZipWritten = code != nil && own != nil && !placement.faults.contains(.zipWrong)
        switch reference.towns.town(
            town, of: placement.place, zip: placement.zip, isZipWritten: isZipWritten)
        {
        case .agrees: break
        case .contradicts where isBareWord && !reference.towns.isTown(town):
            placement.faults.add(.cityUnknown, penalties.cityUnknown)
        case .contradicts: placement.faults.add(.cityElsewhere, penalties.cityElsewhere)
        case .unknown: placement.faults.add(.cityUnknown, penalties.cityUnknown)
        }
    }
}
