import Wording

/// Keys under which street names are found again when they are not written alike.
enum NameKeys {
    /// Returns the name's letters and digits alone, so that `LOCH RAVEN` and `LOCHRAVEN` meet.
    static func squeezed(_ name: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(24)
        for byte in name where isLetterOrDigit(byte) { result.append(byte) }
        return result
    }

    /// Returns a hash of the squeezed name.
    static func hash(_ squeezed: [UInt8]) -> UInt32 {
        let hash = TextHash(of: squeezed).value
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    /// Returns the trigrams of a squeezed name with one blank before and after it, each below ``trigramCount``.
    static func trigrams(_ squeezed: [UInt8]) -> [Int] {
        guard !squeezed.isEmpty else { return [] }
        var result: [Int] = []
        result.reserveCapacity(squeezed.count)
        var before = 0
        var current = symbol(squeezed[0])
        for index in squeezed.indices {
            let next = index + 1 < squeezed.count ? symbol(squeezed[index + 1]) : 0
            result.append((before * 37 + current) * 37 + next)
            before = current
            current = next
        }
        return result
    }

    static let trigramCount = 37 * 37 * 37

    private static func symbol(_ byte: UInt8) -> Int {
        switch byte {
        case 65...90: Int(byte) - 64
        case 48...57: Int(byte) - 48 + 27
        default: 0
        }
    }

    @inline(__always) static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 65 && byte <= 90 || byte >= 48 && byte <= 57 || byte >= 128
    }

    /// Returns a word's consonants as they sound in English: `PHILLIPS` and `FILIPS` give the same.
    ///
    /// A name with digits gives none: `5TH` and `6TH` sound alike to no one.
    static func phonetic(_ squeezed: [UInt8]) -> [UInt8] {
        guard squeezed.allSatisfy({ $0 >= 65 && $0 <= 90 }) else { return [] }
        var sounds: [UInt8] = []
        var index = 0
        while index < squeezed.count {
            let (sound, length) = sound(squeezed, index)
            if sound != 0, sounds.last != sound { sounds.append(sound) }
            index += length
        }
        return sounds
    }

    /// Returns the sound at a place, 0 for a silent one, and how many letters it takes.
    private static func sound(_ word: [UInt8], _ index: Int) -> (UInt8, Int) {
        let letter = word[index]
        let next = index + 1 < word.count ? word[index + 1] : 0
        switch (letter, next) {
        case (A.p, A.h): return (A.f, 2)
        case (A.c, A.k): return (A.k, 2)
        case (A.c, A.h): return (A.x, 2)
        case (A.s, A.h): return (A.x, 2)
        case (A.t, A.h): return (A.t, 2)
        case (A.g, A.h): return (index == 0 ? A.g : 0, 2)
        case (A.w, A.h): return (A.w, 2)
        case (A.k, A.n) where index == 0, (A.w, A.r) where index == 0, (A.g, A.n) where index == 0:
            return (next, 2)
        case (A.c, A.e), (A.c, A.i), (A.c, A.y): return (A.s, 1)
        case (A.c, _), (A.q, _): return (A.k, 1)
        case (A.z, _): return (A.s, 1)
        case (A.g, A.e), (A.g, A.i), (A.g, A.y): return (A.j, 1)
        case (A.v, _): return (A.f, 1)
        case (A.d, A.g): return (A.j, 2)
        case (A.m, A.b) where index + 2 == word.count: return (A.m, 2)
        case (A.h, _) where index > 0: return (0, 1)
        default: return (isVowel(letter) ? (index == 0 ? A.a : 0) : letter, 1)
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        [A.a, A.e, A.i, A.o, A.u, A.y, A.w].contains(letter)
    }

    /// The letters that the rules name.
    private enum A {
        static let a = UInt8(ascii: "A"), b = UInt8(ascii: "B"), c = UInt8(ascii: "C"), d = UInt8(ascii: "D")
        static let e = UInt8(ascii: "E"), f = UInt8(ascii: "F"), g = UInt8(ascii: "G"), h = UInt8(ascii: "H")
        static let i = UInt8(ascii: "I"), j = UInt8(ascii: "J"), k = UInt8(ascii: "K"), m = UInt8(ascii: "M")
        static let n = UInt8(ascii: "N"), o = UInt8(ascii: "O"), p = UInt8(ascii: "P"), q = UInt8(ascii: "Q")
        static let r = UInt8(ascii: "R"), s = UInt8(ascii: "S"), t = UInt8(ascii: "T"), u = UInt8(ascii: "U")
        static let v = UInt8(ascii: "V"), w = UInt8(ascii: "W"), x = UInt8(ascii: "X"), y = UInt8(ascii: "Y")
        static let z = UInt8(ascii: "Z")
    }
}
