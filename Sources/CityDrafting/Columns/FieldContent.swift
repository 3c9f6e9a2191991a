import Algorithms
import ServiceRequests

/// How well what stands in a column fits a field: points to add to the merit of its name, `nil` where it cannot be.
struct FieldContent {
    let columns: [ColumnTraits]
    private let words = StatusWords()

    init(_ columns: [ColumnTraits]) { self.columns = columns }

    func points(_ index: Int, for field: RequestField) -> Int? {
        let column = columns[index]
        guard column.hasName else { return nil }
        switch field {
        case .id: return id(column).map { isHouseNumber(index) ? $0 - 20 : $0 }
        case .status: return status(column)
        case .category: return category(column)
        case .opened: return opened(column).map { $0 + localPoints(index) }
        case .closed, .due: return laterDate(column).map { $0 + localPoints(index) }
        case .updated: return column.isBlank ? nil : laterDate(column).map { $0 + localPoints(index) }
        case .address: return address(column)
        case .channel: return channel(column)
        case .parent: return parent(column)
        case .zip: return zip(column)
        case .city: return town(column)
        case .description: return description(column)
        default: return nil
        }
    }

    /// Whether a column that is called a number and no more stands beside a street's.
    private func isHouseNumber(_ index: Int) -> Bool {
        columns[index].name.meanings == [.identifier]
            && [index - 1, index + 1].contains {
                columns.indices.contains($0) && columns[$0].name.says(anyOf: [.street, .streetName])
                    && columns[$0].share(where: AddressShape.isStreet) > 0.6
            }
    }

    private func id(_ column: ColumnTraits) -> Int? {
        guard column.filledShare >= 0.9, !column.areWrittenDates, column.pairShare < 0.1 else { return nil }
        guard column.distinctness >= 0.75, column.meanWordCount < 3 else { return nil }
        guard column.share(where: { $0.contains(where: \.isNumber) }) > 0.5 else { return nil }
        let hasDecimals = column.numbers.contains { $0.map { $0 != $0.rounded() } ?? false }
        guard !hasDecimals else { return nil }
        let runs = column.numbers.adjacentPairs().count { first, second in
            if let first, let second { second - first == 1 } else { false }
        }
        let countsRows = column.texts.count > 3 && runs * 10 > (column.texts.count - 1) * 9
        // People know a request by its number; what is called an id is more often the system's own.
        let isNumber = column.name.words.contains { ["number", "num", "no", "nbr", "nr"].contains($0) }
        return (isNumber ? 2 : 0) + (column.distinctness < 0.98 ? -12 : 0)
            - (column.areLongIdentifiers || isPortalsOwn(column) ? 14 : 0)
            - (countsRows ? 8 : 0)
    }

    /// Whether an id is that of a portal that shows the requests, as Opendatasoft's `recordid` beside `datasetid`, and not the CRM's.
    private func isPortalsOwn(_ column: ColumnTraits) -> Bool {
        column.name.text.lowercased() == "recordid"
            && columns.contains { ["datasetid", "record_timestamp"].contains($0.name.text.lowercased()) }
    }

    private func status(_ column: ColumnTraits) -> Int? {
        guard !column.isBlank, !column.areDates, column.distinctCount <= 40, column.meanWordCount < 6 else {
            return nil
        }
        guard column.texts.count < 8 || column.distinctness < 0.7 else { return nil }
        let known = column.share { words.reading(of: $0).state != nil }
        // Of the words that may name a state of the country, only texts tell.
        if column.name.says(.state), !column.name.says(.status), known < 0.4 { return nil }
        let areFlags = column.share { $0.count == 1 } > 0.9
        return known > 0.5 ? 6 : areFlags ? 0 : column.numberShare > 0.5 ? -20 : -4
    }

    private func category(_ column: ColumnTraits) -> Int? {
        guard !column.isBlank, !column.areWrittenDates, !column.areLongIdentifiers else { return nil }
        // Long titles are kinds where they come again and again.
        guard column.meanWordCount < 9 || column.texts.count >= 20 && column.distinctness < 0.2,
            column.addressShare < 0.6 || column.meanWordCount > 6 || column.distinctness < 0.5
        else {
            return nil
        }
        var points = 0
        if !column.hasLetters { points -= 45 }
        if column.hasLetters, column.areCodes { points -= 26 }
        if column.isConstant { points -= 24 }
        if column.texts.count >= 20, column.distinctness > 0.9 { points -= 45 }
        if column.filledShare < 0.5 { points -= 30 }
        if areKindsOfTicket(column) { points -= 26 }
        return points
    }

    func areKindsOfTicket(_ column: ColumnTraits) -> Bool { column.share(where: isKindOfTicket) > 0.6 }

    /// Whether a text says in which form something was said, and not about what: Request, Complaint, Question.
    private func isKindOfTicket(_ text: String) -> Bool {
        let name = ColumnName(text)
        let forms: Set<String> = [
            "question", "information", "info", "compliment", "suggestion", "feedback", "task", "bug",
            "commentaire",
            "demande", "pregunta", "informacion", "lob", "beschwerde", "anregung", "servico", "reclamacao",
            "elogio",
        ]
        return !name.words.isEmpty
            && name.words.allSatisfy { word in
                forms.contains(word)
                    || [.request, .problem, .service].contains(Vocabulary.meaning(of: word) ?? .filler)
            }
    }

    private func opened(_ column: ColumnTraits) -> Int? {
        guard column.arePlausibleDates, column.filledShare >= 0.8 else { return nil }
        return dateDetail(column)
    }

    private func laterDate(_ column: ColumnTraits) -> Int? {
        // A column that nobody has filled yet is named well enough.
        guard !column.isBlank else { return -36 }
        return column.arePlausibleDates ? dateDetail(column) : nil
    }

    /// What speaks for a date that software shows in the city's time beside its own in UTC, as ServiceNow's `opened_at.display_value`
    /// beside `opened_at.value`: the two differ by the hours of a time zone.
    private func localPoints(_ index: Int) -> Int {
        let (shown, own) = (".display_value", ".value")
        let name = columns[index].name.text
        guard name.hasSuffix(shown),
            let other = columns.first(where: { $0.name.text == name.dropLast(shown.count) + own })
        else { return 0 }
        var (counts, pairs): ([Int64: Int], Int) = ([:], 0)
        for (first, second) in Swift.zip(columns[index].dates.moments, other.dates.moments) {
            guard let first, let second else { continue }
            pairs += 1
            if abs(second - first) <= Self.widestZone, (second - first) % 900 == 0 {
                counts[second - first, default: 0] += 1
            }
        }
        // In summer the clock is another one; where days and months were exchanged some rows say nothing.
        let usual = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
        return usual.contains { $0.key != 0 } && usual.reduce(0) { $0 + $1.value } * 2 > pairs ? 30 : 0
    }

    /// No clock is farther from Greenwich, seconds.
    private static let widestZone: Int64 = 14 * 3600

    private func dateDetail(_ column: ColumnTraits) -> Int {
        (column.dates.areBareNumbers ? -6 : 0) - (column.name.says(.utc) ? 10 : 0)
            + (column.name.says(.local) ? 3 : 0)
            + (column.share { $0.contains(":") } > 0.5 ? 1 : 0)
    }

    /// Whether a name means an address and nothing else: a location may be an area.
    private func saysAddress(_ name: ColumnName) -> Bool {
        name.words.contains {
            [
                "address", "addr", "adress", "adresse", "direccion", "endereco", "indirizzo", "anschrift",
                "adres", "morada",
            ]
            .contains($0)
        }
    }

    private func address(_ column: ColumnTraits) -> Int? {
        guard !column.isBlank, column.pairShare < 0.5, !column.areDates, column.numberShare < 0.3 else {
            return nil
        }
        // An address names a street beside its number.
        guard !column.differInNumbersAlone || saysAddress(column.name) else { return nil }
        let fit = column.addressShare
        if fit >= 0.5 { return fit > 0.8 ? 6 : 0 }
        guard column.share(where: AddressShape.isStreet) > 0.6, column.distinctness > 0.2 else { return nil }
        return -26
    }

    private static let channels: Set<String> = [
        "phone", "telephone", "web", "website", "online", "internet", "app", "mobile", "email", "mail",
        "call", "walk",
        "portal", "twitter", "facebook", "chat", "letter", "counter", "radio", "iphone", "android", "ios",
        "telefon",
        "telefono", "courriel", "correo", "presencial", "voice", "fax", "self", "desktop", "sms", "text",
        "api", "citizensconnect",
        "aplicacion", "aplicativo", "telefonico", "schriftlich", "personlich", "telefonisch", "siteinternet",
    ]

    private func channel(_ column: ColumnTraits) -> Int? {
        guard !column.isBlank, column.hasLetters, !column.areDates, column.distinctCount <= 60,
            column.addressShare < 0.5
        else {
            return nil
        }
        guard column.texts.count < 8 || column.distinctness < 0.7, column.meanWordCount < 5 else {
            return nil
        }
        let known = column.share { text in
            ColumnName(text).words.contains(where: Self.channels.contains)
        }
        return known > 0.3 ? 8 : -8
    }

    private func parent(_ column: ColumnTraits) -> Int? {
        if column.isBlank { return -4 }
        return column.meanWordCount < 1.5 && !column.areWrittenDates && column.filledShare < 0.9
            && column.share { $0.contains(where: \.isNumber) } > 0.7 ? 0 : nil
    }

    private func zip(_ column: ColumnTraits) -> Int? {
        let fit = column.share { text in
            let plain = text.filter { $0 != " " && $0 != "-" && $0 != "." }
            return (3...10).contains(plain.count) && plain.contains(where: \.isNumber)
                && plain.allSatisfy { $0.isNumber || $0.isUppercase }
        }
        return fit > 0.5 ? 0 : nil
    }

    private func town(_ column: ColumnTraits) -> Int? {
        guard !column.isBlank, column.hasLetters, column.meanWordCount < 4 else { return nil }
        // `01 - USAQUÉN` and `Paris 12` are parts of a town.
        guard column.share(where: { $0.contains(where: \.isNumber) }) < 0.5 else { return nil }
        return column.areCodes && column.share { $0.count <= 2 } > 0.5 ? -30 : 0
    }

    private func description(_ column: ColumnTraits) -> Int? {
        // A sentence with a number in it may look like an address.
        guard !column.isBlank, column.hasLetters, column.meanWordCount >= 2.5,
            column.addressShare < 0.6 || column.meanWordCount >= 7
        else { return nil }
        return column.distinctness > 0.2 ? 0 : -30
    }
}
