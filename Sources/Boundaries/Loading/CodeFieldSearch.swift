/// The search for the field that holds the areas' codes, where none is named.
///
/// A file may number its areas twice, as by an old number and a new one, or by ward and by district. Then the field is meant that is called
/// as the city calls the areas; where none is, or several are, the others are told.
struct CodeFieldSearch {
    /// The field's name.
    let code: String
    /// Fields that give the same codes to other areas, and may be meant as well.
    let rivals: [String]

    /// - Returns: `nil` where no field is fit.
    init?(_ candidates: [FieldCandidate], callings: [String]) {
        let fit = candidates.filter { $0.codeScore != nil }
        guard let best = FieldCandidate.best(fit, score: \.codeScore),
            let first = fit.first(where: { $0.name == best })
        else { return nil }
        let areas = first.areasOfCodes
        let twins = fit.filter {
            $0.name == best || !$0.isRowNumber && Self.contradicts(areas, $0.areasOfCodes)
        }
        let likeness = twins.map { $0.likeness(to: callings) }.max() ?? 0
        let alike = twins.filter { $0.likeness(to: callings) == likeness }
        code = FieldCandidate.best(alike, score: \.codeScore) ?? best
        rivals = alike.map(\.name).filter { [code] in $0 != code }
    }

    /// Whether two fields have nearly the same codes, and not at the same areas. A region's number at all of its areas is no code of theirs.
    private static func contradicts(_ one: [String: Set<Int>], _ other: [String: Set<Int>]) -> Bool {
        let shared = one.keys.filter { other[$0] != nil }
        return shared.count * 4 >= max(one.count, other.count) * 3
            && shared.contains { one[$0] != other[$0] }
    }
}
