/// The names of categories in the order of the alphabet, and the number of each text of a table among them: whatever is found by
/// category comes out alike, in which order soever the file has its rows.
struct CategoryNumbers: Sendable {
    let names: [String]
    private let numbers: [Int]

    /// - Parameters:
    ///   - texts: The table's own, in its order; one name may stand among them in several writings.
    ///   - isWanted: Whether a text, by its place among them, is one of a request that counts.
    init(_ texts: [String], isWanted: (Int) -> Bool = { _ in true }) {
        let order = texts.indices.filter(isWanted).sorted {
            texts[$0] != texts[$1]
                ? texts[$0] < texts[$1] : texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8)
        }
        var names: [String] = []
        var numbers = [Int](repeating: -1, count: texts.count)
        for index in order {
            if names.last != texts[index] { names.append(texts[index]) }
            numbers[index] = names.count - 1
        }
        self.names = names
        self.numbers = numbers
    }

    /// Returns the number of a text's name; −1 of one that is not wanted.
    subscript(text: Int) -> Int { numbers[text] }
}
