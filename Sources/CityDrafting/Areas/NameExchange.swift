/// Texts that are no codes, and the areas in which most of their requests lie: other names of these areas, or names of other ones that lie
/// within them by chance.
struct NameExchange {
    /// For each code the rows of the one text that means it most.
    private var rowsByCode: [Int: Int] = [:]
    /// Rows that lie in an area, and of these those that lie in one that a text means.
    private var placed = 0
    private var placedInMeant = 0

    /// - Parameters:
    ///   - guesses: The codes that texts are thought to mean.
    ///   - meanings: The codes that texts are.
    ///   - counts: The rows of each text.
    init(_ guesses: [Int: Int], meanings: [Int?], counts: [Int], votes: [AreaVotes]) {
        for (index, count) in counts.enumerated() {
            guard let code = meanings[index] ?? guesses[index] else { continue }
            rowsByCode[code] = max(rowsByCode[code, default: 0], count)
        }
        for votes in votes {
            placed += votes.inside
            for (code, count) in votes.ofCodes where rowsByCode[code] != nil { placedInMeant += count }
        }
    }

    /// Whether each area has one text, and nearly all rows have one of these. Smaller areas than the map's leave over those that lie in
    /// several of its areas, or in one that another means already; larger ones leave areas of the map without a text.
    func isOneToOne(ofRows filled: Int) -> Bool {
        let named = rowsByCode.values.reduce(0, +)
        return named * 10 >= filled * 9 && placedInMeant * 10 >= placed * 8
    }
}
