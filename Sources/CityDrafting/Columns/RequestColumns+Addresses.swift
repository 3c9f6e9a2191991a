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
        if let streets = crossingStreets() {
            choices[.address] = ColumnChoice(
                columns: streets, evidence: "two streets that meet, by their names", isCrossing: true)
            return
        }
        if let best = singles.first, best.merit >= 45 {
            take(singles, for: .address)
            if traits[best.column].share(where: { $0.hasPrefix("{") }) > 0.5 {
                doubt(.address, because: "by its name, but its texts are objects and no addresses")
            }
            return
        }
        let used = used
        let unnamed = traits.indices.filter {
            !used.contains($0) && traits[$0].hasName && traits[$0].addressShare > 0.8
                && !traits[$0].name.isPlaceOfAnother && !traits[$0].areDates
                && traits[$0].distinctness > 0.5
        }
        guard let first = unnamed.first else { return offerAddressOfAnother() }
        let isPlain = unnamed.count == 1 && traits[first].share(where: AddressShape.hasStreetType) > 0.8
        choices[.address] = ColumnChoice(
            columns: [first],
            evidence: isPlain
                ? "not by its name: \(filled(first)) are filled, nearly all with a number and a street"
                : "looks like an address, but its name says nothing",
            alternatives: Array(unnamed.dropFirst().prefix(3)), isDoubtful: !isPlain)
    }

    /// Returns two columns of streets that meet and are told apart by a number alone: `Intersection Street 1` and `2`.
    private func crossingStreets() -> [Int]? {
        let used = used
        let streets = traits.indices.filter {
            let column = traits[$0]
            return !used.contains($0) && column.hasName && isFirstOfItsName($0) && column.name.says(.crossing)
                && !column.name.isPlaceOfAnother && column.share(where: AddressShape.isStreet) > 0.6
                && column.addressShare < 0.5
        }
        func beginning(_ column: Int) -> [String] {
            traits[column].name.words.filter { $0 != "1" && $0 != "2" }
        }
        func ends(_ column: Int, in number: String) -> Bool { traits[column].name.words.last == number }
        for first in streets where ends(first, in: "1") {
            let second = streets.first { ends($0, in: "2") && beginning($0) == beginning(first) }
            if let second { return [first, second] }
        }
        return nil
    }

    /// Offers a column of addresses of which the name says that they are a person's, a bill's or a photo's.
    private mutating func offerAddressOfAnother() {
        let named = traits.indices.filter {
            let name = traits[$0].name
            return traits[$0].hasName && traits[$0].addressShare >= 0.5 && !traits[$0].areDates
                && name.says(anyOf: [.place, .street]) && name.isPlaceOfAnother && isFirstOfItsName($0)
        }
        guard let first = named.first else { return }
        choices[.address] = ColumnChoice(
            columns: [first],
            evidence:
                "by its name it is where a person is at home, or where bills go, and not where the request is",
            alternatives: Array(named.dropFirst().prefix(3)), isDoubtful: true)
    }
}
