/// Words of the postal tables, in capitals, by the part that they play in an address line: for rules that need no parsed address.
package enum AddressWords {
    /// Street types that seldom are part of a name: `AVE`, `STREET`.
    package static let closingTypes = words(
        StreetTypeTable.text.split(separator: "\n").filter { $0.hasPrefix("!") })
    /// What a part of a building or lot is called before its number: `APT`, `UNIT`.
    package static let units = words(UnitTable.text.split(separator: "\n"))
    /// Words in the names of places that are not addresses: `HALL`, `LIBRARY`.
    package static let landmarks = words([Substring(WordTable.landmarkWords)])

    private static let standards: HashedTable<UInt64> = {
        var standards: [UInt64: UInt64] = [:]
        for table in [StreetTypeTable.text, WordTable.directionals] {
            for row in table.split(separator: "\n") {
                let spellings = row.drop { $0 == "!" }.split(separator: " ").map(WordHash.of)
                for spelling in spellings where standards[spelling] == nil {
                    standards[spelling] = spellings[0]
                }
            }
        }
        return HashedTable(standards, absent: 0)
    }()

    /// Returns the hash of the standard spelling of a type or direction, given the ``TextHash`` of its bytes in capitals: that
    /// of `RD` for that of `ROAD`; of any other word its own.
    package static func standard(_ word: UInt64) -> UInt64 { standards[word] ?? word }

    private static func words(_ rows: [Substring]) -> Set<String> {
        Set(rows.flatMap { $0.drop { "!~".contains($0) }.split(separator: " ").map(String.init) })
    }
}
