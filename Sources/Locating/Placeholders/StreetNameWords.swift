/// Finds the words by which an address's street is told from others: the first two that are neither numbers nor directions, or the
/// number of a street that is named by one.
///
/// The name of a building or of a unit before the house number is passed over.
struct StreetNameWords {
    private let address: UnsafeBufferPointer<UInt8>
    private let tokens: [AddressToken]

    /// Returns the words in order; none where the address names no street. The words of an address that is nothing but them are the
    /// same.
    static func of(_ address: UnsafeBufferPointer<UInt8>) -> [AddressToken] {
        let words = StreetNameWords(address: address, tokens: AddressToken.all(in: address))
        return words.street(from: words.start)
    }

    private func street(from start: Int) -> [AddressToken] {
        var words: [AddressToken] = []
        var grid = GridStreet()
        for index in tokens.indices[start...] {
            let token = tokens[index]
            if token.gap == .comma, !words.isEmpty { break }
            if words.isEmpty {
                if let street = grid.street(with: token, isFirst: index == start) { return named(street) }
                if let street = numberBeforeType(at: index, from: start) ?? numberedRoad(at: index) {
                    return street
                }
            }
            if token.isWord { words.append(token) }
            if words.count == 2 { break }
        }
        return words.isEmpty ? grid.alone.map(named) ?? [] : words
    }
}

// Streets that are named by numbers
extension StreetNameWords {
    private func named(_ street: (number: AddressToken, direction: AddressToken)) -> [AddressToken] {
        [street.number, street.direction.initial(in: address)]
    }

    /// A number between two directions, or one that with the direction behind it is all of a text: `300 E` of `461 N 300 E`.
    private struct GridStreet {
        private var isBehindDirection = false
        private var isSecond = false
        private var number: AddressToken?
        /// The street of a text that is nothing but it.
        private(set) var alone: (number: AddressToken, direction: AddressToken)?

        /// Takes up the next token, and returns the street that ends with it.
        mutating func street(
            with token: AddressToken, isFirst: Bool
        ) -> (number: AddressToken, direction: AddressToken)? {
            let isDirection = token.roles.contains(.direction)
            defer {
                isBehindDirection = isDirection
                isSecond = isFirst
            }
            alone = nil
            guard isDirection else {
                number = !token.hasLetter && (isBehindDirection || isFirst) ? token : nil
                return nil
            }
            guard let number else { return nil }
            self.number = nil
            guard !isSecond else {
                alone = (number, token)
                return nil
            }
            return (number, token)
        }
    }

    /// `12 ST` of `456 12 St NW`: the number before a type is the name where the house's stands before it, or it is all of a text.
    private func numberBeforeType(at index: Int, from start: Int) -> [AddressToken]? {
        let type = tokens[index]
        guard index > start, !type.roles.isDisjoint(with: [.type, .numbered]), type.gap == .space,
            tokens[index - 1].isNumber
        else { return nil }
        let isBehindHouse =
            tokens[index - 1].gap == .space && tokens[start..<index - 1].contains(where: \.isNumber)
        let isAll = index == start + 1 && (index + 1 == tokens.count || tokens[index + 1].gap != .space)
        return isBehindHouse || isAll ? [tokens[index - 1], type] : nil
    }

    /// `AVENUE 3` of `100 Avenue 3`, `COUNTY ROAD 5` of `100 County Road 5`.
    private func numberedRoad(at index: Int) -> [AddressToken]? {
        let words = tokens[index...].prefix(while: \.isWord)
        guard let last = words.last, words.count <= Self.mostRoadWords, last.roles.contains(.numbered),
            words.dropLast().allSatisfy({ $0.roles.contains(.owner) }),
            words.count == 1 || !last.roles.isDisjoint(with: [.owned, .owner]),
            words.endIndex < tokens.endIndex
        else { return nil }
        let number = tokens[words.endIndex]
        let road = words + [number]
        return number.isNumber && road.dropFirst().allSatisfy { $0.gap != .comma && $0.gap != .join }
            ? Array(road) : nil
    }

    /// `OLD FARM TO MARKET ROAD`.
    private static let mostRoadWords = 5
}

// Names before the house number
extension StreetNameWords {
    /// The token with which house number and street begin.
    private var start: Int {
        tokens.indices.dropFirst().first { index in
            isBeginning(index) && !hasStreet(before: index) && isName(before: index)
        } ?? 0
    }

    /// Whether what stands before a token is the name of a building or unit, to which the token begins the address.
    private func isName(before index: Int) -> Bool {
        let before = tokens[..<index].filter(\.isWord)
        guard let first = before.first, let last = before.last else { return false }
        let hasType = before.contains { $0.roles.contains(.type) }
        let isBuilding =
            !last.roles.isDisjoint(with: [.building, .unit])
            || !hasType && before.contains { !$0.roles.isDisjoint(with: [.building, .unit]) }
        guard self.hasType(behind: index) else {
            return isBuilding && tokens[index].isNumber
                && tokens[index].range.count <= Self.longestHouseNumber
        }
        // Calle Juárez 100, and a town: there the number is behind the street.
        let leads = first.roles.contains(.numbered) && !first.roles.contains(.owner)
        let isApart = tokens[index].gap == .comma || !hasType
        return isBuilding || tokens[index].isNumber && isApart && !leads
    }

    /// Longer numbers may be postal codes.
    private static let longestHouseNumber = 4

    /// Whether a house's number stands here and words behind it, or a part of the address begins with a word.
    private func isBeginning(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.isNumber else { return token.gap == .comma && token.isWord }
        guard token.gap == .space || token.gap == .comma else { return false }
        return isHouseNumber(index)
    }

    private func isHouseNumber(_ index: Int) -> Bool {
        guard tokens[index].isNumber, index + 1 < tokens.count, tokens[index + 1].gap != .comma,
            !tokens[index + 1].roles.contains(.measure)
        else { return false }
        guard index > 0, tokens[index].gap != .comma else { return true }
        return tokens[index - 1].roles.isDisjoint(with: [.unit, .numbered])
    }

    /// Whether a house's number and its street stand before a token.
    private func hasStreet(before end: Int) -> Bool {
        tokens[..<end].indices.contains { index in
            isHouseNumber(index)
                && tokens[index + 1..<end].prefix { $0.gap != .comma }.contains { $0.roles.contains(.type) }
        }
    }

    /// Whether a type ends what stands behind a token and before the next comma, not as its first word.
    private func hasType(behind index: Int) -> Bool {
        let first = tokens[index].isNumber ? index + 1 : index
        let phrase = tokens[first...].prefix(6)
        let part = phrase.prefix(1) + phrase.dropFirst().prefix { $0.gap != .comma && $0.gap != .join }
        return part.drop { $0.roles.contains(.direction) }.dropFirst().contains { $0.roles.contains(.type) }
    }
}
