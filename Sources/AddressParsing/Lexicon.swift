/// The postal tables, ready to look words up in: immutable, made once for a parser.
final class Lexicon: Sendable {
    /// The standard forms; the entries of ``WordMeaning`` are indices here, 0 for none.
    let types: [String]
    let roads: [String]
    let owners: [String]
    let units: [String]
    let states: [String]
    let typesBefore: [String]
    let towns: TownIndex
    /// Whether lines are of Canada also where they do not say so.
    let isCanadian: Bool
    /// Whether lines are in French also where they do not show it.
    let isFrench: Bool
    private let words: HashedTable<WordMeaning>
    private let stateNames: HashedTable<UInt8>
    /// By the state's entry, the ranges of the ZIP code's first three digits.
    private let zipPrefixes: [[ClosedRange<Int>]]
    /// By the state's entry, the first letters of its postal codes; none for a state of the USA.
    private let postalLetters: [[UInt8]]

    init(places: PlaceNames) {
        let tables = LexiconTables()
        types = tables.types
        roads = tables.roads
        owners = tables.owners
        units = tables.units
        states = tables.states
        zipPrefixes = tables.zipPrefixes
        postalLetters = tables.postalLetters
        typesBefore = tables.typesBefore
        words = HashedTable(tables.words, absent: WordMeaning())
        stateNames = HashedTable(tables.stateNames, absent: 0)
        towns = TownIndex(places: places)
        isCanadian = places.isCanadian
        isFrench = places.isFrench
    }

    /// Returns what the tables say of a word.
    @inline(__always) func meaning(of hash: UInt64) -> WordMeaning { words[hash] ?? WordMeaning() }

    /// Returns the state of a name of several words, given their joined hash.
    @inline(__always) func state(named phrase: UInt64) -> UInt8? { stateNames[phrase] }

    /// Returns whether a postal code's first letter belongs to a province.
    func postalLetter(_ letter: UInt8, isIn state: UInt8) -> Bool {
        postalLetters[Int(state)].contains(letter)
    }

    /// Whether an entry is a province of Canada.
    func isProvince(_ state: UInt8) -> Bool { !postalLetters[Int(state)].isEmpty }

    /// Returns whether a ZIP code's first three digits belong to a state.
    func zipPrefix(_ prefix: Int, isIn state: UInt8) -> Bool {
        zipPrefixes[Int(state)].contains { $0.contains(prefix) }
    }
}
