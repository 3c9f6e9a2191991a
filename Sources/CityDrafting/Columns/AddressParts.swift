/// Finds the columns of an address in parts: number, direction, street, type.
struct AddressParts {
    /// The number first, else in the order of the header; empty where there is no street.
    private(set) var columns: [Int] = []

    init(traits: [ColumnTraits], used: Set<Int>) {
        let free = traits.indices.filter {
            !used.contains($0) && traits[$0].hasName && !traits[$0].isBlank
                && !traits[$0].name.says(anyOf: [.date, .crossing]) && !traits[$0].name.isPlaceOfAnother
        }
        guard let street = Self.street(traits, free) ?? Self.place(traits, free) else { return }
        var parts = [street]
        let number = free.first {
            $0 != street && Self.isNumber(traits[$0], besideStreet: abs($0 - street) <= 2)
        }
        parts += number.map { [$0] } ?? []
        parts += free.filter { !parts.contains($0) && Self.isDirection(traits[$0]) }
        parts += free.first { !parts.contains($0) && Self.isType(traits[$0]) }.map { [$0] } ?? []
        columns = parts.sorted()
        if let number, !traits[street].name.words.contains(where: Self.numberFollows.contains) {
            columns = [number] + columns.filter { $0 != number }
        }
    }

    /// Words for a street where its name comes before the number.
    private static let numberFollows: Set<String> = [
        "strasse", "straat", "calle", "rua", "via", "logradouro", "carrer", "indirizzo", "direccion", "adres",
        "gata", "gate", "gade", "ulica", "strada", "arruamento", "avenida", "morada", "endereco",
    ]

    /// A column that is called an address and holds streets without their numbers, which stand in one of their own.
    private static func place(_ traits: [ColumnTraits], _ free: [Int]) -> Int? {
        free.first { index in
            let column = traits[index]
            return column.name.says(.place) && column.share(where: AddressShape.isStreet) > 0.6
                && column.addressShare < 0.5 && column.distinctCount > 2 && column.pairShare < 0.5
                // `CGPC1` and `CGPC2` are areas.
                && !column.differInNumbersAlone
                && free.contains {
                    $0 != index && abs($0 - index) <= 2 && isNumber(traits[$0], besideStreet: true)
                }
        }
    }

    private static func street(_ traits: [ColumnTraits], _ free: [Int]) -> Int? {
        let streets = free.filter { index in
            let column = traits[index]
            guard
                column.name.says(anyOf: [.street, .streetName, .block])
                    || isViaBesideNumber(index, of: traits, among: free),
                column.pairShare < 0.5
            else { return false }
            return column.share(where: AddressShape.isStreet) > 0.6 && !isType(column) && !isDirection(column)
                && column.numberShare < 0.3 && (column.distinctCount > 2 || isOneStreet(column))
                && !column.name.says(anyOf: [.zip, .town])
        }
        return streets.first { traits[$0].name.says(anyOf: [.name, .streetName]) } ?? streets.first
    }

    /// Whether a column is called `Via` and no more, which is a street where a house's number stands beside it, and else a channel.
    private static func isViaBesideNumber(_ index: Int, of traits: [ColumnTraits], among free: [Int])
        -> Bool
    {
        traits[index].name.words == ["via"]
            && free.contains {
                abs($0 - index) == 1 && traits[$0].name.says(.house)
                    && isNumber(traits[$0], besideStreet: true)
            }
    }

    /// Whether a column has one text or two, and these are streets: types have one short word.
    private static func isOneStreet(_ column: ColumnTraits) -> Bool {
        column.name.says(anyOf: [.street, .streetName])
            && column.share { $0.count >= 7 || $0.contains(" ") } > 0.8
    }

    private static func isNumber(_ column: ColumnTraits, besideStreet isBeside: Bool) -> Bool {
        let isBareNumber = column.name.meanings == [.identifier] && !column.name.words.contains("id")
        if isBareNumber {
            return isBeside && column.share { $0.first?.isNumber == true && $0.count <= 6 } > 0.6
        }
        guard column.name.says(anyOf: [.house, .street, .place, .number]), !column.name.says(.property),
            !column.name.words.contains("id")
        else {
            return false
        }
        let isNamed =
            column.name.says(.house) || column.name.says(anyOf: [.number, .identifier])
            || column.name.words.contains("number")
        return isNamed && column.share { $0.first?.isNumber == true && $0.count <= 8 } > 0.6
            && column.addressShare < 0.5
    }

    private static func isDirection(_ column: ColumnTraits) -> Bool {
        column.name.says(.direction) && column.share { $0.count <= 9 && $0.allSatisfy(\.isLetter) } > 0.8
            && column.distinctCount <= 16
    }

    private static func isType(_ column: ColumnTraits) -> Bool {
        let isNamed =
            column.name.says(.suffix) || column.name.says(.street) && column.name.says(.type)
        return isNamed && !column.name.says(.direction) && column.hasLetters
            && column.share { $0.count <= 12 } > 0.8
    }
}
