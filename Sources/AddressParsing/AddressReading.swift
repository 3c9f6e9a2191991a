/// What an address line points at.
package enum AddressKind: Hashable, Sendable {
    /// A street, with a house number or without.
    case street
    /// The crossing of ``AddressReading/street`` and each of ``AddressReading/crossStreets``.
    case intersection
    /// The stretch of ``AddressReading/street`` between two ``AddressReading/crossStreets``.
    case between
    /// A block of a street: the number is the block's (`1200`), with its end if the line gave it.
    case block
    /// Recognised as something that no street map can place.
    case unplaceable(UnplaceableReason)
}

/// Why an address line cannot be placed on a street.
package enum UnplaceableReason: String, Sendable, CaseIterable, BitwiseCopyable {
    case empty
    case tooLong = "too_long"
    case postOfficeBox = "post_office_box"
    case ruralRoute = "rural_route"
    case generalDelivery = "general_delivery"
    case militaryMail = "military_mail"
    case landmark
    /// Only a town, state or ZIP code.
    case placeOnly = "place_only"
    /// Neither of the United States nor of Canada.
    case otherCountry = "other_country"
}

/// A unit within a building: `APT` `4B`, `FL` `2`, `REAR`.
package struct AddressUnit: Hashable, Sendable {
    /// The designator's abbreviation in USPS Publication 28 (`#` where only that was written), or empty.
    package var type: String = ""
    /// Upper case, or empty (`REAR`).
    package var id: String = ""
    package var typeSpan: TextSpan = .empty
    package var idSpan: TextSpan = .empty

    package init() {}
}

/// One way to read an address line.
package struct AddressReading: Hashable, Sendable {
    package var kind: AddressKind
    /// How well the words fit this reading; only comparable between readings of one line. Higher is better.
    package var score: Int32 = 0
    package var number: HouseNumber?
    /// The house that two numbers of the line may mean instead of ``number``: of `2-345` 345, if 2 is a unit.
    package var otherHouse: OtherHouse?
    /// The house of which two numbers before the street may be the parts, their hyphen lost: 15528 of `155 28 34th Rd`.
    package var joinedNumber: Int?
    /// Whether the number may be that of the word before it and no house's: `Widget 12 Main St`.
    package var isNumberOfWord = false
    /// Whether it is one of two addresses that the line names, and nothing tells which is meant.
    package var isOneOfTwo = false
    /// Whether the line has a number that may be the house's and was not read: one with decimals (`120.5`) or with a mask (`1XX4`).
    package var hasUnreadNumber = false
    /// Whether the unit stands before the street and may be of its name, as many names begin: `650 Upper Main St`.
    package var hasUnitOfName = false
    /// Whether a mail box or a rural route was taken out of the line.
    package var isBesideMail = false
    package var street = StreetName()
    package var crossStreets: [StreetName] = []
    /// The first unit of the line; empty where there is none.
    package var unit: AddressUnit?
    /// A number that stands beside the unit without a designator, where none stands before the street: 754 of `Calle Sol 754 Apt 3`.
    package var looseNumber: AddressUnit?
    /// The town, upper case, with the aliases that the parser was given replaced by what they stand for; or empty.
    package var city: String = ""
    /// The two-letter code, or empty.
    package var state: String = ""
    /// A ZIP code's five digits, a Canadian postal code (`K1A 0B1`), or empty.
    package var zip: String = ""
    /// Four digits, or empty.
    package var zip4: String = ""
    /// How the place lies to the address.
    package var relation = AddressRelation.at
    /// How far from the address the line says that it lies, metres; 0 where it does not say.
    package var distance = 0.0
    /// Where these stand in the line.
    package var written = PlaceSpans()

    package init(kind: AddressKind) { self.kind = kind }

    /// Whether a street map could place it.
    package var isPlaceable: Bool {
        if case .unplaceable = kind { false } else { true }
    }

    /// Whether it is on one street that has a name: no crossing, and nothing that cannot be placed.
    package var isOnOneStreet: Bool { isPlaceable && kind != .intersection && !street.name.isEmpty }

    /// The number by which a block may be named: none where the line's two numbers leave open which of them is the house, and
    /// the two are of different blocks.
    package var blockNumber: Int? {
        guard let number, number.value >= 0, !isOneOfTwo else { return nil }
        guard let otherHouse, otherHouse.isAsLikely else { return number.value }
        return otherHouse.number.value / 100 == number.value / 100 ? number.value : nil
    }

    /// Takes the town, state and ZIP code of another address of the line where it has none of its own.
    mutating func takePlace(of other: AddressReading) {
        guard city.isEmpty, state.isEmpty, zip.isEmpty else { return }
        (city, state, zip, zip4) = (other.city, other.state, other.zip, other.zip4)
        written = other.written
    }

    /// The street and its cross streets.
    package var streets: [StreetName] { [street] + crossStreets }
}

/// Where the town, state and ZIP code (with its +4) stand in the line.
package struct PlaceSpans: Hashable, Sendable {
    package var city: TextSpan = .empty
    package var state: TextSpan = .empty
    package var zip: TextSpan = .empty

    package init() {}
}

/// A line with its readings, best first.
package struct ParsedAddress: Sendable {
    package let input: String
    /// At least one.
    package let readings: [AddressReading]

    package init(input: String, readings: [AddressReading]) {
        self.input = input
        self.readings = readings
    }

    /// The reading that fits the words best.
    @inlinable package var best: AddressReading { readings[0] }

    /// Returns the line's text there, as written.
    package func text(_ span: TextSpan) -> String {
        let bytes = input.utf8
        guard span.upper <= bytes.count, !span.isEmpty else { return "" }
        let start = bytes.index(bytes.startIndex, offsetBy: Int(span.lower))
        let end = bytes.index(bytes.startIndex, offsetBy: Int(span.upper))
        return String(input[start..<end])
    }
}
