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
                numbered.unit = nil
                return numbered
            })
    }
}

extension AddressReading {
    private static let mostDigits = 6
    private static let spanishTypes: Set = [
        "CALLE", "AVENIDA", "CALLEJON", "CAMINO", "CARRERA", "PASEO", "VEREDA",
    ]

    /// Whether it has a number behind a sign and none before the street: `Main St #112`.
    var hasSignedNumber: Bool { number == nil && unit?.type == "#" && unit?.id.first?.isNumber == true }

    fileprivate var numberBehindStreet: HouseNumber? {
        guard kind == .street, number == nil, let unit,
            unit.type.isEmpty || hasSignedNumber && Self.spanishTypes.contains(street.preType),
            let first = unit.id.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            unit.id.utf8.count <= Self.mostDigits || unit.id.contains("-"),
            var number = HouseNumber(field: unit.id)
        else { return nil }
        number.span = unit.idSpan
        return number
    }
}
