/// Finds street names by spelling without spaces, by sound and by the trigrams that they share.
struct NameIndex: Sendable {
    /// Sorted by key.
    private(set) var spellings: [KeyRecord] = []
    private(set) var sounds: [KeyRecord] = []
    /// Cuts ``trigramNames`` by trigram.
    private(set) var trigramStarts = [UInt32](repeating: 0, count: NameKeys.trigramCount + 1)
    private(set) var trigramNames: [UInt32] = []

    init() {}

    init(names: StringTable) {
        var trigrams: [(trigram: Int, name: UInt32)] = []
        for name in 0..<names.count {
            let squeezed = NameKeys.squeezed(names.bytes(at: name))
            spellings.append(KeyRecord(key: NameKeys.hash(squeezed), name: UInt32(name)))
            let sound = NameKeys.phonetic(squeezed)
            if sound.count > 1 {
                sounds.append(KeyRecord(key: NameKeys.hash(sound), name: UInt32(name)))
            }
            for trigram in Set(NameKeys.trigrams(squeezed)) { trigrams.append((trigram, UInt32(name))) }
        }
        spellings.sort { ($0.key, $0.name) < ($1.key, $1.name) }
        sounds.sort { ($0.key, $0.name) < ($1.key, $1.name) }
        trigrams.sort { ($0.trigram, $0.name) < ($1.trigram, $1.name) }
        trigramStarts = OffsetTable.starts(
            ofSorted: trigrams.lazy.map(\.trigram), count: NameKeys.trigramCount)
        trigramNames = trigrams.map(\.name)
    }

    /// - Returns: `nil` where the parts do not fit each other.
    init?(
        spellings: [KeyRecord], sounds: [KeyRecord], trigramStarts: [UInt32], trigramNames: [UInt32],
        nameCount: Int
    ) {
        guard trigramStarts.count == NameKeys.trigramCount + 1,
            OffsetTable.isValid(trigramStarts, total: trigramNames.count),
            trigramNames.allSatisfy({ $0 < nameCount }), spellings.allSatisfy({ $0.name < nameCount }),
            sounds.allSatisfy({ $0.name < nameCount })
        else { return nil }
        self.spellings = spellings
        self.sounds = sounds
        self.trigramStarts = trigramStarts
        self.trigramNames = trigramNames
    }

    /// Returns the entries of ``spellings`` that may be the name: equal by hash.
    func spelled(_ squeezed: [UInt8]) -> ArraySlice<KeyRecord> {
        Self.entries(NameKeys.hash(squeezed), in: spellings)
    }

    /// Returns the entries of ``sounds`` for a sound.
    func sounding(_ sound: [UInt8]) -> ArraySlice<KeyRecord> {
        Self.entries(NameKeys.hash(sound), in: sounds)
    }

    /// Returns the names that share most trigrams with a name, most first, at most `limit`.
    ///
    /// Cost: the length of the trigrams' lists, and a byte a name.
    func sharing(_ squeezed: [UInt8], nameCount: Int, limit: Int) -> [UInt32] {
        var shared = [UInt8](repeating: 0, count: nameCount)
        let trigrams = Set(NameKeys.trigrams(squeezed).prefix(40))
        for trigram in trigrams {
            for index in trigramStarts.group(trigram) { shared[Int(trigramNames[index])] &+= 1 }
        }
        var counts = [Int](repeating: 0, count: trigrams.count + 1)
        for count in shared where count > 0 { counts[Int(count)] += 1 }
        var bar = trigrams.count
        var kept = 0
        while bar > 0, kept + counts[bar] <= limit {
            kept += counts[bar]
            bar -= 1
        }
        // The best share always comes along, up to the limit.
        let floor = min(bar + 1, trigrams.count)
        var found: [UInt32] = []
        for (name, count) in shared.enumerated() where count > 0 && Int(count) >= floor {
            found.append(UInt32(name))
            if found.count == limit { break }
        }
        return found
    }

    private static func entries(_ key: UInt32, in records: [KeyRecord]) -> ArraySlice<KeyRecord> {
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            if records[middle].key < key { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < records.count, records[end].key == key { end += 1 }
        return records[low..<end]
    }
}
