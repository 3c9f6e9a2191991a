package import AddressParsing
package import ServiceRequests

/// How often a city's addresses have full hundreds for house numbers. `400 Main St` may be a house, or the block from 400 on.
///
/// No block is named 401, but where houses begin at 400 on one side of a street they begin at 401 on the other. Full hundreds that
/// are no more frequent than the numbers next to them are houses.
package struct FullHundreds: Sendable, Equatable {
    /// The different addresses whose number is a full hundred.
    package private(set) var hundreds = 0
    /// Those whose number is one more.
    package private(set) var next = 0

    /// Fewer addresses than this tell nothing.
    private static let leastNext = 100
    /// By how many standard deviations chance may put one of the two before the other.
    private static let chance = 2.0

    /// - Parameter lines: Addresses, as they are written.
    package init(of lines: Set<String>, parser: AddressParser) {
        // Parsing takes time, and nine in ten lines begin with another number.
        for line in lines
        where Self.endings.contains(where: line.prefix { $0.isNumber || $0 == "-" }.hasSuffix) {
            let reading = parser.parse(line).best
            guard reading.kind == .street, let number = reading.number, number.join != .range,
                number.key >= 100
            else { continue }
            if number.key % 100 == 0 { hundreds += 1 }
            if number.key % 100 == 1 { next += 1 }
        }
    }

    private static let endings = ["00", "01"]

    package init(_ facts: CityFacts.KeptFullHundreds) { (hundreds, next) = (facts.hundreds, facts.next) }

    package var facts: CityFacts.KeptFullHundreds {
        CityFacts.KeptFullHundreds(hundreds: hundreds, next: next)
    }

    /// Whether a full hundred is a house, rather than the name of a block.
    package var areHouses: Bool {
        next >= Self.leastNext
            && Double(hundreds - next) <= Self.chance * Double(hundreds + next).squareRoot()
    }
}
