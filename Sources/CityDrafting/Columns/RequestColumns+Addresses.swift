import ServiceRequests

extension RequestColumns {
    mutating func chooseAddress() {
        let singles = candidates(.address)
        if let best = singles.first, best.merit >= Self.leastMerit,
            traits[best.column].addressShare >= 0.5
        {
            return take(singles, for: .address)
        }
        let unnameable = traits.indices.filter { !isFirstOfItsName($0) }
        let parts = AddressParts(traits: traits, used: used.union(unnameable)).columns
        if parts.count > 1 {
            choices[.address] = ColumnChoice(
                columns: parts, evidence: "the address in parts, by their names",
                alternatives: singles.prefix(1).map(\.column))
            return
        }
        if let best = singles.first, best.merit >= 45 { return take(singles, for: .address) }
        let used = used
        let unnamed = traits.indices.filter {
            !used.contains($0) && traits[$0].hasName && traits[$0].addressShare > 0.8
                && !traits[$0].name.says(anyOf: [.person, .contact, .citizen]) && !traits[$0].areDates
                && traits[$0].distinctness > 0.5
        }
        guard let first = unnamed.first else { return }
        let isPlain = unnamed.count == 1 && traits[first].share(where: AddressShape.hasStreetType) > 0.8
        choices[.address] = ColumnChoice(
            columns: [first],
            evidence: isPlain
                ? "not by its name: \(filled(first)) are filled, nearly all with a number and a street"
                : "looks like an address, but its name says nothing",
            alternatives: Array(unnamed.dropFirst().prefix(3)), isDoubtful: !isPlain)
    }
}
