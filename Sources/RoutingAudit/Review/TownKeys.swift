import Foundation
import ServiceRequests

/// The towns and ZIP codes that requests name, to tell streets of one name apart.
struct TownKeys: Sendable {
    private let table: RequestTable
    /// By the numbers of the columns' texts what they say.
    private let cities: [FactKey]
    private let zips: [FactKey]
    /// The addresses with a comma: in most files few have one, and the others need not be read again.
    private let commas: TextMarks
    /// Whether any row may name one. Where none does, all are of one town.
    let areNamed: Bool

    /// What units are called by: no towns.
    private static let units: Set<String> = [
        "APARTMENT", "APT", "BLDG", "BUILDING", "FLOOR", "FLR", "LOT", "ROOM", "STE", "SUITE", "UNIT",
    ]
    private static let zipLength = 5
    private static let leastLetters = 3

    init(_ table: RequestTable) {
        self.table = table
        commas = table.addresses.marks(of: UInt8(ascii: ","))
        areNamed = !table.cities.values.isEmpty || !table.zips.values.isEmpty || !commas.isEmpty
        (cities, zips) = (table.cities.values.map(Self.key), table.zips.values.map(Self.key))
    }

    /// The town and the ZIP code of a row, behind the comma of its address or in columns of their own; `nil` where there
    /// are none.
    subscript(row: Int) -> FactKey? {
        guard areNamed else { return nil }
        var hash = FactKey()
        var isNamed =
            commas.contains(row)
            && table.withAddressBytes(at: row) { address in
                guard let comma = address.firstIndex(of: UInt8(ascii: ",")) else { return false }
                return Self.take(address[comma...], into: &hash)
            }
        for (column, keys) in [(table.cities, cities), (table.zips, zips)] {
            guard row < column.indices.count, column.indices[row] >= 0 else { continue }
            hash.take(keys[Int(column.indices[row])].value)
            isNamed = true
        }
        return isNamed ? hash : nil
    }

    private static func key(of text: String) -> FactKey {
        var key = FactKey()
        for word in words(of: text) { key.take(word) }
        return key
    }

    /// Takes the words of a text into a key, as ``words(of:)`` finds them; without making texts, since each row of a block is asked.
    ///
    /// - Returns: Whether there were any.
    private static func take(_ text: Slice<UnsafeBufferPointer<UInt8>>, into key: inout FactKey) -> Bool {
        guard text.allSatisfy({ $0 < 0x80 }) else {
            let words = words(of: String(decoding: text, as: UTF8.self))
            for word in words { key.take(word) }
            return !words.isEmpty
        }
        var isNamed = false
        var start = text.startIndex
        while start < text.endIndex {
            var (end, letters, digits) = (start, 0, 0)
            while end < text.endIndex {
                if isLetter(text[end]) {
                    letters += 1
                } else if isDigit(text[end]) {
                    digits += 1
                } else {
                    break
                }
                end += 1
            }
            let word = text[start..<end]
            start = max(end, start + 1)
            if digits > 0 {
                guard letters == 0, digits == zipLength else { continue }
            } else {
                guard letters >= leastLetters else { continue }
                var unit = FactKey()
                unit.take(capitalsOf: word)
                guard !unitKeys.contains(unit) else { continue }
            }
            key.take(capitalsOf: word)
            isNamed = true
        }
        return isNamed
    }

    @inline(__always) private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static let unitKeys: [FactKey] = units.map { unit in
        var key = FactKey()
        key.take(unit)
        return key
    }

    /// Returns the words that name a town and the first five digits of a ZIP code: no unit, no state.
    private static func words(of text: String) -> [String] {
        text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { word in
            word.allSatisfy(\.isLetter)
                ? word.count >= leastLetters && !units.contains(word)
                : word.count == zipLength && word.allSatisfy(\.isNumber)
        }
    }
}

extension RequestTable {
    var towns: TownKeys { TownKeys(self) }
}
