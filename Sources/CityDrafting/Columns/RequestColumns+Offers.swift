import ServiceRequests

/// Columns that are only offered, by their names alone or by what stands in them.
extension RequestColumns {
    /// Offers the last change of each request for its closing where nothing else is: of one that is closed it often is that.
    mutating func offerLastChange() {
        guard choices[.closed] == nil, let changed = column(.updated), column(.status) != nil,
            isLater(changed)
        else { return }
        choices[.closed] = ColumnChoice(
            columns: [changed],
            evidence:
                "no column of closings was found, and this is the last change of each request, which may be its closing; updated: is then to"
                + " be left out, and without closings nothing is told of how long requests take",
            isDoubtful: true)
    }

    /// Offers columns that are named for what was not found, though their texts are not as they should be: what is passed over in
    /// silence is looked for in vain.
    mutating func offerByName() {
        for field in [RequestField.id, .category, .status, .opened, .closed, .address]
        where self[field] == nil {
            let used = used
            let named = traits.indices.filter {
                !used.contains($0) && traits[$0].hasName && !traits[$0].isBlank && isFirstOfItsName($0)
                    && nameMerit($0, field) >= Self.sureName
                    // What is the same in all rows tells no kinds and no states apart.
                    && !(traits[$0].isConstant && [.category, .status].contains(field))
            }.sorted { (nameMerit($1, field), $0) < (nameMerit($0, field), $1) }
            offer(field, named, because: "by its name, but \(missing(of: named, for: field))")
        }
    }

    /// A name of so much merit is that of a field.
    private static let sureName = 80

    /// What the texts of columns lack that are named for a field.
    private func missing(of named: [Int], for field: RequestField) -> String {
        switch field {
        case .opened, .closed:
            named.count >= 2 && named.allSatisfy { traits[$0].numberShare > 0.9 }
                ? "each holds a part of the date; where year, month and day have a column each, name the three: [Year, Month, Day]"
                : named.contains { traits[$0].share { $0.contains(/\b[A-Z]{1,3}T\b/) } > 0.8 }
                    ? "its texts name a time zone, which is read where timezone: says that it is the city's"
                    : "its texts are no dates in a form that is known"
        case .id: "its texts come more than once, or are none of an id"
        case .category: "its texts are long, or nearly all differ"
        case .address: "its texts do not look like addresses"
        default: "its texts are none of a \(field.rawValue)"
        }
    }

    /// Offers columns whose names say nothing for what was not found, by what stands in them.
    mutating func offerByContent() {
        let says = "its name says nothing"
        if self[.opened] == nil {
            let dates = nameless { $0.areWrittenDates && $0.arePlausibleDates && $0.filledShare > 0.95 }
            // The earliest of them is the opening.
            let first = dates.first { one in
                dates.allSatisfy { $0 == one || isLater($0, than: one) }
            }
            offer(
                .opened, [first].compactMap(\.self) + dates, because: "dates in nearly all rows, but \(says)")
            if self[.opened] == nil {
                offer(
                    .opened, datesBeforeClosings(),
                    because:
                        "dates in nearly all rows, none long after the closing, but its name says something else"
                )
            }
        }
        if self[.closed] == nil, let opened = self[.opened]?.columns.first {
            let dates = nameless(but: Self.when) {
                $0.areWrittenDates && $0.arePlausibleDates && $0.distinctCount > 1
            }.filter { $0 != opened && isLater($0, than: opened) }
            offer(.closed, dates, because: "dates, none long before the opening, but \(says)")
        }
        if self[.status] == nil {
            let words = StatusWords()
            let known = nameless { column in
                column.distinctCount <= 40 && column.share { words.reading(of: $0).state != nil } > 0.8
            }
            offer(.status, known, because: "words of states, but \(says)")
        }
        if self[.category] == nil {
            let words = kindsByContent().filter { self[.status]?.columns != [$0] }
            offer(.category, words, because: "the same few words again and again, but \(says)")
        }
    }

    /// The free columns of dates that may be the opening by what stands in them alone.
    private func datesBeforeClosings() -> [Int] {
        let (used, closed) = (used, column(.closed))
        return traits.indices.filter {
            !used.contains($0) && traits[$0].hasName && isFirstOfItsName($0)
                && !traits[$0].name.says(anyOf: [.closed, .due, .updated, .person, .citizen])
                && traits[$0].areWrittenDates && traits[$0].arePlausibleDates && traits[$0].filledShare > 0.95
                && closed.map { [own = $0] in isLater($0, than: own) } ?? true
        }
    }

    /// The free columns that hold the same few words again and again, and whose names say nothing but for some meanings.
    func kindsByContent(beside some: Set<Meaning> = []) -> [Int] {
        nameless(but: some) { column in
            (3...400).contains(column.distinctCount) && column.hasLetters && !column.areCodes
                && column.meanWordCount < 6 && column.filledShare > 0.95 && column.distinctness < 0.5
                && column.addressShare < 0.5
        }
    }

    private static let when: Set<Meaning> = [.date, .day, .time]

    /// The free columns whose names say nothing, but for some meanings, and whose texts hold to a condition.
    private func nameless(but some: Set<Meaning> = [], where holds: (ColumnTraits) -> Bool) -> [Int] {
        let used = used
        return traits.indices.filter {
            !used.contains($0) && traits[$0].hasName && some.isSuperset(of: traits[$0].name.meanings)
                && !traits[$0].isBlank && isFirstOfItsName($0) && holds(traits[$0])
        }
    }

    private mutating func offer(_ field: RequestField, _ columns: [Int], because evidence: String) {
        guard let first = columns.first else { return }
        set(
            field,
            ColumnChoice(
                columns: [first], evidence: evidence,
                alternatives: Array(columns.dropFirst().filter { $0 != first }.prefix(3)), isDoubtful: true))
    }

    /// Offers a column of ids only whose name is a number sign: it may count the rows of one export.
    mutating func doubtNumberSign() {
        guard let id = column(.id), traits[id].name.text.allSatisfy(ColumnTraits.numberSigns.contains) else {
            return
        }
        doubt(.id, because: "no text comes twice in it, but it may count the rows of this export alone")
    }

    /// Offers a column in which no text comes twice, where no name says which column identifies the requests.
    mutating func offerUnnamedID() {
        guard column(.id) == nil else { return }
        let used = used
        let unique = traits.indices.filter { index in
            let column = traits[index]
            guard !used.contains(index), let points = content.points(index, for: .id), points > -8 else {
                return false
            }
            return column.filledShare == 1 && column.distinctness == 1 && column.texts.count > 1
                && column.share { $0.contains(where: \.isNumber) } == 1 && !column.areDates
                && !column.name.says(anyOf: [.person, .contact, .place, .street, .house, .coordinate])
        }
        guard choices[.id] == nil, let first = unique.first else { return }
        choices[.id] = ColumnChoice(
            columns: [first], evidence: "no text comes twice in it, but its name says nothing",
            alternatives: Array(unique.dropFirst().prefix(3)), isDoubtful: true)
    }
}
