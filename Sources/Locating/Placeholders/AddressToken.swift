import AddressParsing
import Wording

/// A word or number of an address, as ``StreetNameWords`` looks at it.
struct AddressToken {
    /// What stands between a token and the one before it.
    enum Gap { case space, comma, join, other }

    /// The parts that a word may play.
    struct Roles: OptionSet {
        let rawValue: UInt16

        static let direction = Roles(rawValue: 1)
        /// Names no street: `BLOCK`.
        static let filler = Roles(rawValue: 2)
        /// A type that ends a street's name: `AVE`.
        static let type = Roles(rawValue: 4)
        /// A number behind it is the road's name: `Highway` 5.
        static let numbered = Roles(rawValue: 8)
        /// So is one behind it and its owner: County `Road` 5.
        static let owned = Roles(rawValue: 16)
        static let owner = Roles(rawValue: 32)
        static let unit = Roles(rawValue: 64)
        /// Ends the name of a building: `HALL`.
        static let building = Roles(rawValue: 128)
        /// Behind a number it tells how far or how many: 100 `FT` north of Main St.
        static let measure = Roles(rawValue: 256)
    }

    /// In the address.
    let range: Range<Int>
    /// Of the word in capitals.
    let hash: UInt64
    let gap: Gap
    let roles: Roles
    let hasLetter: Bool
    /// A number, or one with a letter behind it: `100B`.
    let isNumber: Bool

    /// Whether it is a word of a name.
    var isWord: Bool { !isNumber && roles.isDisjoint(with: [.direction, .filler]) }

    static func capital(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte - 32 : byte }

    /// Returns the first letter of a direction, by which it is known: `N` of `North`.
    func initial(in address: UnsafeBufferPointer<UInt8>) -> AddressToken {
        let first = range.lowerBound..<range.lowerBound + 1
        return AddressToken(
            range: first, hash: TextHash(of: address[first].map(Self.capital)).value, gap: gap, roles: roles,
            hasLetter: true, isNumber: false)
    }
}

extension AddressToken {
    /// What lies behind is no street.
    private static let most = 32

    /// Returns the tokens of an address, in order.
    static func all(in address: UnsafeBufferPointer<UInt8>) -> [AddressToken] {
        var tokens: [AddressToken] = []
        tokens.reserveCapacity(12)
        var (gap, start) = (Gap.space, 0)
        while start < address.count, tokens.count < most {
            guard isText(address[start]) else {
                gap = widened(gap, by: address[start])
                start += 1
                continue
            }
            let end = address[start...].firstIndex { !isText($0) } ?? address.count
            let token = AddressToken(start..<end, in: address, gap: gap)
            if let last = tokens.last, last.hash == letters.u, token.hash == letters.s, gap == .space {
                tokens[tokens.count - 1] = last.unitedStates(to: end)
            } else {
                tokens.append(token)
            }
            (gap, start) = (.space, end)
        }
        return tokens
    }

    private static let letters = (u: TextHash(of: "U".utf8).value, s: TextHash(of: "S".utf8).value)

    /// `U.S.` is `US`.
    private func unitedStates(to end: Int) -> AddressToken {
        let hash = TextHash(of: "US".utf8).value
        return AddressToken(
            range: range.lowerBound..<end, hash: hash, gap: gap, roles: Self.roles[hash] ?? [],
            hasLetter: true,
            isNumber: false)
    }

    private init(_ range: Range<Int>, in address: UnsafeBufferPointer<UInt8>, gap: Gap) {
        var hash = TextHash()
        var letters = 0
        for byte in address[range] {
            hash.add(Self.capital(byte))
            if !Self.isDigit(byte) { letters += 1 }
        }
        let isNumber =
            Self.isDigit(address[range.lowerBound])
            && (letters == 0 || letters == 1 && !Self.isDigit(address[range.upperBound - 1]))
        self.init(
            range: range, hash: hash.value, gap: gap, roles: letters == 0 ? [] : Self.roles[hash.value] ?? [],
            hasLetter: letters > 0, isNumber: isNumber)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isText(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(capital(byte)) || byte >= 0x80
    }

    /// A comma goes before all else; a space is the least.
    private static func widened(_ gap: Gap, by byte: UInt8) -> Gap {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
        case _ where gap == .comma: gap
        case UInt8(ascii: "&"), UInt8(ascii: "/"), UInt8(ascii: "@"): .join
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "\t"): gap
        default: gap == .join ? gap : .other
        }
    }

    private static let roles: [UInt64: Roles] = {
        var roles: [UInt64: Roles] = [:]
        func add(_ words: some Sequence<some StringProtocol>, _ role: Roles) {
            for word in words { roles[TextHash(of: word.utf8).value, default: []].insert(role) }
        }
        func add(_ words: String, _ role: Roles) { add(words.split(separator: " "), role) }
        add("N S E W NE NW SE SW NORTH SOUTH EAST WEST", .direction)
        add("BLOCK BLK OF THE", .filler)
        add(AddressWords.closingTypes, .type)
        add(AddressWords.units, .unit)
        add(AddressWords.landmarks, .building)
        add("CAFE LODGE SHOP STORE GYM THEATER THEATRE LAB CABIN PAVILION ARENA CLINIC RESTAURANT", .building)
        add("HIGHWAY HWY ROUTE RTE RT ROAD RD LOOP SPUR TRUNK", [.numbered, .owned])
        add("INTERSTATE I IH US SR SH CR FM RM RR STATE COUNTY", [.numbered, .owner])
        add("USA ST CO CNTY CTY TWP TOWNSHIP FARM TO MARKET RANCH FOREST SERVICE PRIVATE PVT", .owner)
        add("INDIAN BIA PARISH OLD", .owner)
        add("AVENUE AVE AV STREET DRIVE BOULEVARD BLVD AVENIDA CALLE CLL CL CARRERA CRA KRA KR", .numbered)
        add("DIAGONAL TRANSVERSAL AUTOPISTA CARRETERA RUTA CAMINO VIA RUE RUA", .numbered)
        add("MILE", .type)
        add("FT FEET FOOT YD YDS YARD YARDS METER METERS METRES MILE MILES BLOCKS HOUSES DOORS", .measure)
        return roles
    }()
}
