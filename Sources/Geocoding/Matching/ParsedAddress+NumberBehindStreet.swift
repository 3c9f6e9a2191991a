import AddressParsing

extension ParsedAddress {
    /// The address with the number behind a street taken for the house's where none stands before it: `E Oak St 300`.
    ///
    /// By itself a reading takes it for a unit. A unit's designator says that it is one: `Main St Apt 5`. A sign says nothing
    /// behind a Spanish street, where houses are numbered so: `Calle Luna #112`.
    var withNumbersBehindStreets: ParsedAddress {
        guard readings.contains(where: { $0.numberBehindStreet != nil }) else { return self }
        return ParsedAddress(
            input: input,
            readings: readings.map { reading in
                guard let number = reading.numberBehindStreet else { return reading }
                var numbered = reading
                numbered.number = number
                numbered.otherHouse = OtherHouse(secondOf: number)
                if number.span == reading.unit?.idSpan { numbered.unit = nil }
                numbered.looseNumber = nil
                return numbered
            })
    }
}

extension AddressReading {
    private static let mostDigits = 6
    private static let spanishTypes: Set = [
        "CALLE", "AVENIDA", "CALLEJON", "CAMINO", "CARRERA", "PASEO", "VEREDA",
    ]

    /// Whether the line has a number that may be the house's and that was not read: behind a sign (`Main St #112`), of a form that no
    /// house's has behind its street, or with decimals.
    var leavesNumberOut: Bool {
        guard number == nil else { return false }
        return hasUnreadNumber || hasSignedNumber || looseNumber != nil
            || unit?.type == "" && unit?.id.first?.isNumber == true
    }

    private var hasSignedNumber: Bool { unit?.type == "#" && unit?.id.first?.isNumber == true }

    fileprivate var numberBehindStreet: HouseNumber? {
        guard kind == .street, number == nil, let unit = unitOfNumber, let first = unit.id.utf8.first,
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            unit.id.utf8.count <= Self.mostDigits || unit.id.contains(where: "-/ ".contains),
            var number = HouseNumber(field: Self.joined(unit.id))
        else { return nil }
        number.span = unit.idSpan
        return number
    }

    /// The unit that may be the house's number: the one without a designator, also before one that has it: `Main St 754 Apt 3`.
    private var unitOfNumber: AddressUnit? {
        guard let unit else { return nil }
        if unit.type.isEmpty || hasSignedNumber && Self.spanishTypes.contains(street.preType) { return unit }
        guard let looseNumber, looseNumber.idSpan.lower < unit.idSpan.lower else { return nil }
        return looseNumber
    }

    /// Two numbers with a blank between them as one with a hyphen: `649 1949` of `649 - 1949`.
    private static func joined(_ id: String) -> String {
        let parts = id.split(separator: " ")
        return parts.count == 2 && parts.allSatisfy { Int($0) != nil } ? parts.joined(separator: "-") : id
    }
}
