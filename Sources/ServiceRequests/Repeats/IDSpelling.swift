/// One id as two programs write it: `000101` and `101`, where a spreadsheet took it for a number, `101.0` and `1,001`, as data frames
/// and reports show numbers, `{…}` around a GUID, and capitals.
package enum IDSpelling {
    private static let zero = UInt8(ascii: "0")

    /// Returns what all spellings of an id have in common.
    package static func plain(_ id: some Collection<UInt8>) -> [UInt8] {
        var plain = Array(id)
        if plain.first == UInt8(ascii: "{"), plain.last == UInt8(ascii: "}") {
            plain = Array(plain.dropFirst().dropLast())
        }
        if plain.withUnsafeBufferPointer(SpreadsheetID.hasFraction) { plain.removeLast(2) }
        if hasThousands(plain) { plain.removeAll { $0 == UInt8(ascii: ",") } }
        if plain.allSatisfy({ $0 &- 48 < 10 }) {
            let digits = plain.drop { $0 == zero }
            return digits.isEmpty ? Array(plain.suffix(1)) : Array(digits)
        }
        return plain.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Whether an id is not as ``plain(_:)`` has it; tells it without making one.
    static func isMarked(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = id.first, id.count > 1 else {
            return id.first.map { (65...90).contains($0) } ?? false
        }
        if first == UInt8(ascii: "{") { return true }
        if first == zero { return plain(id).count != id.count }
        return id.contains { (65...90).contains($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
            && !plain(id).elementsEqual(id)
    }

    /// Whether commas part an id's digits by threes.
    private static func hasThousands(_ id: [UInt8]) -> Bool {
        guard id.contains(UInt8(ascii: ",")) else { return false }
        let groups = id.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        return groups.allSatisfy { $0.allSatisfy { $0 &- 48 < 10 } } && (1...3).contains(groups[0].count)
            && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}

extension RequestTable {
    /// Returns how many rows have an id that another row of the same category and time of opening has in another spelling, with the
    /// first two such rows; `nil` where there are none. Such rows count as requests of their own.
    package func respeltIDs() -> (count: Int, first: Int, second: Int)? {
        guard ids.count > 1 else { return nil }
        // All in one spelling, as `SR-1` and `SR-2` are, are the rule.
        let isMarked = (0..<ids.count).map { ids.withBytes(at: $0, IDSpelling.isMarked) }
        guard isMarked.contains(true), isMarked.contains(false) else { return nil }
        var rows: [FactKey: Int] = [:]
        for row in isMarked.indices where isMarked[row] {
            let key = FactKey(of: ids.withBytes(at: row) { IDSpelling.plain($0) })
            if rows[key] == nil { rows[key] = row }
        }
        var found: (count: Int, first: Int, second: Int)?
        for row in isMarked.indices where !isMarked[row] {
            guard let other = rows[ids.withBytes(at: row) { FactKey(of: $0) }], isAlike(other, row) else {
                continue
            }
            found = ((found?.count ?? 0) + 1, found?.first ?? row, found?.second ?? other)
        }
        return found
    }

    private func isAlike(_ one: Int, _ other: Int) -> Bool {
        opened[one] != nil && opened[one] == opened[other] && categories[one] == categories[other]
    }
}
