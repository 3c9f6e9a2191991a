/// The names of towns, to look up runs of words in.
struct TownIndex: Sendable {
    private var known: Set<UInt64> = []
    private var aliases: [UInt64: String] = [:]

    init(places: PlaceNames) {
        for name in TownTable.text.split(separator: ",") { add(name) }
        for name in places.names { add(name.uppercased()) }
        for (alias, name) in places.aliases {
            aliases[Self.phrase(Self.words(alias.uppercased()))] = name.uppercased()
            add(name.uppercased())
        }
    }

    /// Returns whether a run of words, given their joined hash, names a town.
    @inline(__always) func contains(_ phrase: UInt64) -> Bool {
        known.contains(phrase) || (!aliases.isEmpty && aliases[phrase] != nil)
    }

    /// Returns what an alias stands for.
    func name(ofAlias phrase: UInt64) -> String? { aliases.isEmpty ? nil : aliases[phrase] }

    static func phrase(_ words: [some StringProtocol]) -> UInt64 {
        words.reduce(0) { WordHash.joining($0, WordHash.of($1)) }
    }

    static func words(_ name: some StringProtocol) -> [Substring] {
        name.split { $0 == " " || $0 == "-" || $0 == "," || $0 == "." }.map { Substring($0) }
    }

    private mutating func add(_ name: some StringProtocol) {
        var words = Self.words(name)
        guard let first = words.first else { return }
        known.insert(Self.phrase(words))
        for abbreviation in Self.abbreviations[String(first)] ?? [] {
            words[0] = abbreviation
            known.insert(Self.phrase(words))
        }
    }

    private static let abbreviations: [String: [Substring]] = [
        "SAINT": ["ST"], "FORT": ["FT"], "MOUNT": ["MT"], "NORTH": ["N", "NO"], "SOUTH": ["S", "SO"],
        "EAST": ["E"],
        "WEST": ["W"],
    ]
}
