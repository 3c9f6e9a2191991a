import Records
import ServiceRequests

extension RequestColumns {
    /// A column with the merit that it has for a field.
    struct Candidate {
        let column: Int
        let merit: Int
    }

    func nameMerit(_ column: Int, _ field: RequestField) -> Int {
        let own = FieldNames.merit(of: traits[column].name, for: field)
        let names = profile?.columns[field] ?? []
        let key = HeaderNames.key(traits[column].name.text)
        return names.contains { HeaderNames.key($0) == key } ? max(own, 99) : own
    }

    /// The columns that may hold a field, the best first, those of one merit from the left.
    func candidates(_ field: RequestField) -> [Candidate] {
        let used = used
        return traits.indices.compactMap { column in
            guard !used.contains(column), isFirstOfItsName(column) else { return nil }
            let merit = nameMerit(column, field)
            guard merit > 0, let points = content.points(column, for: field) else { return nil }
            return Candidate(column: column, merit: merit + points)
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    /// Of two columns with one name only the first can be named.
    func isFirstOfItsName(_ column: Int) -> Bool {
        traits.firstIndex { HeaderNames.key($0.name.text) == HeaderNames.key(traits[column].name.text) }
            == column
    }

    /// The other columns of a column's name whose texts are not the same: no city file can tell them apart.
    func twins(of column: Int) -> [Int] {
        guard sample.dateParts[column] == nil else { return [] }
        let key = HeaderNames.key(traits[column].name.text)
        return traits.indices.filter {
            $0 != column && traits[$0].hasName && sample.dateParts[$0] == nil
                && HeaderNames.key(traits[$0].name.text) == key
                && sample.columns[$0] != sample.columns[column]
        }
    }

    /// Says of two columns with one name that neither can be taken.
    func doubtOfTwins(_ first: Int, _ second: Int) -> String {
        let places = [first, second].sorted().map { String($0 + 1) }.joined(separator: " and ")
        return
            "columns \(places) of the file are both called \(name(first)) and hold different texts: give the one that is meant a name of its own"
    }

    mutating func choose(_ field: RequestField) { take(candidates(field), for: field) }

    mutating func take(_ candidates: [Candidate], for field: RequestField) {
        guard let best = candidates.first, best.merit >= 45 else { return }
        let others = candidates.dropFirst().filter { $0.merit >= max(best.merit - 30, 45) }.map(\.column)
        // Of two dates whose names and rows say the same, nobody knows which is which.
        let isTie =
            Self.datesThatMatter.contains(field)
            && candidates.dropFirst().contains {
                $0.merit == best.merit && traits[$0.column].filledShare == traits[best.column].filledShare
                    && saysTheSame($0.column, best.column)
            }
        // Of free texts the first of a name will do.
        let twin =
            field == .description
            ? nil : twins(of: best.column).first { content.points($0, for: field) != nil }
        let doubt =
            twin.map { doubtOfTwins(best.column, $0) }
            ?? (isTie ? "others fit as well by name and by rows" : nil)
        choices[field] = ColumnChoice(
            columns: [best.column], evidence: doubt ?? evidence(best.column, field),
            alternatives: Array(others.prefix(3)),
            isDoubtful: doubt != nil || best.merit < Self.leastMerit)
    }

    private static let datesThatMatter: Set<RequestField> = [.opened, .closed]

    /// Whether two names differ in nothing that is known: `date1` and `date2`.
    private func saysTheSame(_ first: Int, _ second: Int) -> Bool {
        traits[first].name.meanings == traits[second].name.meanings
    }

    /// What speaks for a column, in numbers.
    func evidence(_ index: Int, _ field: RequestField) -> String {
        let column = traits[index]
        let share = NumberText.wholeShare
        if column.isBlank { return "by its name; no row that was looked at has one" }
        switch field {
        case .id:
            let all = sample.columns[index].filter { !$0.isEmpty }
            return "by its name; \(NumberText.count(Set(all).count)) of \(NumberText.count(all.count)) differ"
        case .opened, .closed, .due, .updated:
            return
                "by \(sample.dateParts[index] == nil ? "its name" : "the names of its parts"); \(share(column.filled.count, column.texts.count)) of the rows have one, and \(share(column.dates.count, column.filled.count)) of these are dates"
        case .category, .status, .channel:
            return column.distinctCount == 1
                ? "by its name; all rows have the same"
                : "by its name; \(NumberText.count(column.distinctCount)) different ones"
        case .address:
            let fit = column.filled.count(where: AddressShape.fits)
            return "by its name; \(share(fit, column.filled.count)) look like an address"
        default: return "by its name and its texts"
        }
    }

    func filled(_ column: Int) -> String {
        NumberText.wholeShare(traits[column].filled.count, of: traits[column].texts.count)
    }
}
