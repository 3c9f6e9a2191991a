/// The names of towns, to look up runs of words in.
struct TownIndex: Sendable {
    /// By the joined hash of a name's words, the alias that it is, or 0.
    private let known: HashedTable<Int>
    private let aliases: [String]

    init(places: PlaceNames) {
        var known: [UInt64: Int] = [:]
        var aliases = [""]
        for name in TownTable.text.split(separator: ",") { Self.add(name, to: &known) }
        for name in places.names { Self.add(name.uppercased(), to: &known) }
        for (alias, name) in places.aliases.sorted(by: { $0.key < $1.key }) {
            Self.add(name.uppercased(), to: &known)
            aliases.append(name.uppercased())
            known[Self.phrase(Self.words(alias.uppercased()))] = aliases.count - 1
        }
        self.known = HashedTable(known, absent: 0)
        self.aliases = aliases
    }

    /// Returns whether a run of words, given their joined hash, names a town.
    @inline(__always) func contains(_ phrase: UInt64) -> Bool { known[phrase] != nil }

    /// Returns what an alias stands for.
    func name(ofAlias phrase: UInt64) -> String? {
        guard let alias = known[phrase], alias > 0 else { return nil }
        return aliases[alias]
    }

    static func phrase(_ words: [some StringProtocol]) -> UInt64 {
        words.reduce(0) { WordHash.joining($0, WordHash.of($1)) }
    }

    static func words(_ name: some StringProtocol) -> [Substring] {
        name.split { $0 == " " || $0 == "-" || $0 == "," || $0 == "." }.map { Substring($0) }
    }

    private static func add(_ name: some StringProtocol, to known: inout [UInt64: Int]) {
        var words = words(name)
        guard let first = words.first else { return }
        known[phrase(words)] = 0
        for abbreviation in abbreviations[String(first)] ?? [] {
            words[0] = abbreviation
            known[phrase(words)] = 0
        }
    }

    private static let abbreviations: [String: [Substring]] = [
        "SAINT": ["ST"], "FORT": ["FT"], "MOUNT": ["MT"], "NORTH": ["N", "NO"], "SOUTH": ["S", "SO"],
        "EAST": ["E"],
        "WEST": ["W"],
    ]
}
