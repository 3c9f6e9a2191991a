import AddressParsing

extension ParsedAddress {
    /// The address with the number behind a street taken for the house's where none stands before it: `E Oak St 300`.
    ///
    /// By itself a reading takes it for a unit. A unit's designator says that it is one: `Main St Apt 5`.
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

    fileprivate var numberBehindStreet: HouseNumber? {
        guard kind == .street, number == nil, let unit, unit.type.isEmpty,
            let first = unit.id.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            unit.id.utf8.count <= Self.mostDigits || unit.id.contains("-"),
            var number = HouseNumber(field: unit.id)
        else { return nil }
        number.span = unit.idSpan
        return number
    }
}
