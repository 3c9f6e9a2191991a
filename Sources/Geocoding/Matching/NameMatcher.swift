import AddressParsing
import Wording

/// Finds the reference's names that a street's name may mean.
struct NameMatcher {
    /// Names compared letter by letter for one misspelt one.
    private static let comparedLimit = 48
    private static let foundLimit = 8
    /// Longer names are not compared letter by letter.
    private static let lengthLimit = 48

    let reference: StreetReference
    let penalties: FaultPenalties

    struct Found {
        var name: UInt32
        var faults: MatchFaults
    }

    /// Returns the names that are spelt so, spaces and hyphens aside.
    func spelled(_ name: String) -> [Found] {
        var found: [Found] = []
        let squeezed = NameKeys.squeezed(name.utf8)
        guard !squeezed.isEmpty else { return [] }
        for entry in reference.tables.nameIndex.spelled(squeezed) {
            let bytes = reference.tables.names.bytes(at: Int(entry.name))
            if bytes.elementsEqual(name.utf8) {
                found.append(Found(name: entry.name, faults: MatchFaults()))
            } else if NameKeys.squeezed(bytes) == squeezed {
                var faults = MatchFaults()
                faults.add(.nameSpacing, penalties.nameSpacing)
                found.append(Found(name: entry.name, faults: faults))
            }
        }
        return found
    }

    /// Returns the names that are nearly spelt so, sound so, or have the line's words among others.
    func resembling(_ name: String) -> [Found] {
        let squeezed = NameKeys.squeezed(name.utf8)
        guard squeezed.count >= 3, squeezed.count <= Self.lengthLimit else { return [] }
        var found = shortened(name)
        let sharing = reference.tables.nameIndex.sharing(
            squeezed, nameCount: reference.tables.names.count, limit: Self.comparedLimit)
        for candidate in sharing where !found.contains(where: { $0.name == candidate }) {
            if let faults = compare(squeezed, name: name, candidate: candidate) {
                found.append(Found(name: candidate, faults: faults))
            }
        }
        addSounds(of: squeezed, to: &found)
        found.sort { ($0.faults.penalty, $0.name) < ($1.faults.penalty, $1.name) }
        return Array(found.prefix(Self.foundLimit))
    }

    /// Returns the names that are spelt so but for a slip of the pen in a word that they are kept with in short: `Siant Charles`.
    private func shortened(_ name: String) -> [Found] {
        ShortenedWords.putRight(name).flatMap(spelled).map { entry in
            var entry = entry
            entry.faults.add(.nameMisspelled, penalties.nameMisspelled(1))
            return entry
        }
    }

    private func compare(_ squeezed: [UInt8], name: String, candidate: UInt32) -> MatchFaults? {
        let bytes = reference.tables.names.bytes(at: Int(candidate))
        let other = NameKeys.squeezed(bytes)
        var faults = MatchFaults()
        let otherName = String(decoding: bytes, as: UTF8.self)
        if hasWords(name, among: otherName) {
            let isLonger = name.utf8.count > otherName.utf8.count
            faults.add(.namePartial, isLonger ? penalties.nameExceeded : penalties.namePartial)
            return faults
        }
        guard Self.areOfOneDirection(squeezed, other) else { return nil }
        let limit = Self.lettersAllowed(min(squeezed.count, other.count))
        guard limit > 0, other.count <= Self.lengthLimit, digits(squeezed) == digits(other),
            let letters = EditDistance.between(squeezed, other, limit: limit), letters > 0
        else { return nil }
        faults.add(.nameMisspelled, penalties.nameMisspelled(letters))
        return faults
    }

    private func addSounds(of squeezed: [UInt8], to found: inout [Found]) {
        let sound = NameKeys.phonetic(squeezed)
        guard sound.count > 1 else { return }
        for entry in reference.tables.nameIndex.sounding(sound).prefix(Self.comparedLimit) {
            guard !found.contains(where: { $0.name == entry.name }) else { continue }
            let other = NameKeys.squeezed(reference.tables.names.bytes(at: Int(entry.name)))
            guard other != squeezed, other.first == squeezed.first || sound.count > 2,
                NameKeys.phonetic(other) == sound, Self.areOfOneDirection(squeezed, other)
            else { continue }
            var faults = MatchFaults()
            faults.add(.nameSoundsAlike, penalties.nameSoundsAlike)
            found.append(Found(name: entry.name, faults: faults))
        }
    }

    /// Whether two names do not begin with two directions: `EAST` is no slip of the pen for `WEST`, nor `NORTHGATE` for `SOUTHGATE`.
    private static func areOfOneDirection(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard let one = direction(first), let other = direction(second) else { return true }
        return one == other
    }

    private static func direction(_ name: [UInt8]) -> String? {
        directions.first { name.starts(with: $0.utf8) }
    }

    private static let directions = ["NORTH", "SOUTH", "EAST", "WEST"]

    /// One letter in a name of four, two in one of seven, three in one of twelve.
    private static func lettersAllowed(_ length: Int) -> Int {
        length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3
    }

    private func digits(_ name: [UInt8]) -> [UInt8] { name.filter { $0 >= 48 && $0 <= 57 } }

    /// Whether one name's words stand in the other, in order; a single short word is too little to go by.
    private func hasWords(_ first: String, among second: String) -> Bool {
        let one = first.utf8.split(separator: UInt8(ascii: " "))
        let two = second.utf8.split(separator: UInt8(ascii: " "))
        guard one.count != two.count else { return false }
        let (few, many) = one.count < two.count ? (one, two) : (two, one)
        guard few.count > 1 || (few.first?.count ?? 0) > 4, many.count <= few.count + 2 else { return false }
        var next = 0
        for word in many where next < few.count && word.elementsEqual(few[next]) { next += 1 }
        return next == few.count
    }
}
