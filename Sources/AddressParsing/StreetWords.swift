import Wording

/// The words of streets that are spelled in several ways, by hashes, for those who compare many lines without reading them.
package enum StreetWords {
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

    /// Returns the hash of the standard spelling of a type or direction, given the ``TextHash`` of its bytes in upper case: that
    /// of `RD` for that of `ROAD`; of any other word its own.
    package static func standard(_ word: UInt64) -> UInt64 { standards[word] ?? word }
}
