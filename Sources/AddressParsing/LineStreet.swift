import Wording

/// The street and the house of an address line where no list of streets tells which of its words are the street's.
///
///     AddressParser().lineStreet("Hämeentie 117 A 4, Helsinki")?.title  // "Hameentie"
///
/// Where words stand before the number and behind it, the street is what stands before: behind it may stand a flat, a town, or whatever
/// somebody wrote. Words of flats and of persons are no street's.
package struct LineStreet: Sendable, Equatable {
    /// As street signs have it.
    package let title: String
    /// The number by which a block may be named; `nil` for none, and where two numbers of different blocks leave open which it is.
    package var blockNumber: Int?
    /// The house's number: of two the last, as of `3-12` the house is 12.
    package var house: Int?
}

/// On which side of the house number the streets of a file's lines stand.
package enum LineOrder: Sendable, Equatable {
    case before, behind

    /// Returns the side on which most of some lines have words; `nil` where neither has most.
    ///
    /// - Parameter lines: Each with how often it comes.
    package static func most(of lines: some Sequence<(key: String, value: Int)>) -> LineOrder? {
        var (before, behind) = (0, 0)
        for (line, count) in lines {
            guard let parts = LineParts(line), !parts.mayBeginWithPostalCode else { continue }
            if !parts.front.isEmpty {
                before += count
            } else if parts.hasWordsBehind {
                behind += count
            }
        }
        return before == behind ? nil : before > behind ? .before : .behind
    }
}

extension AddressParser {
    /// Returns the street of a line; `nil` where it names none that can be told from a flat, a town, a building or a person, or several.
    ///
    /// - Parameter side: Where the streets of the line's file stand, as far as that is known. Behind the number they leave what stands
    ///   before it to callers, buildings and flats: `Jane Roe, 12 Main St`.
    package func lineStreet(_ line: String, side: LineOrder? = nil) -> LineStreet? {
        guard !LineWords.holdsMail(line) else { return nil }
        let parts = LineParts(line)
        guard let parts, !parts.front.isEmpty else {
            // `10115 Berlin, Hauptstr. 5` and `1234 Main St, Route 5` look alike.
            guard parts.map({ !$0.mayBeginWithPostalCode }) ?? true else { return nil }
            let own = parse(line)
            // Of `77 Roe, Cedar Ln` the street comes later, and what stands in its place is a name.
            guard own.best.street.isTyped || !(parts?.laterParts ?? []).contains(where: endsInStreetType)
            else {
                return nil
            }
            return street(of: own)
        }
        let parsed = parse(line)
        let reading = parsed.best
        // A street and a town of another country are still a street.
        guard reading.isPlaceable || reading.kind == .unplaceable(.otherCountry),
            reading.kind != .intersection
        else { return nil }
        if parts.isNumberOfRoad(reading) || parts.isUnitBefore(reading) || parts.isOnlyAnnounced
            || reading.kind == .block || reading.kind == .between || parts.saysWhereFrom(reading)
        {
            return street(of: parsed)
        }
        let behind = parts.isBeforeStreet(reading) ? street(of: parsed) : nil
        // Of `Main St 105 Quark` what stands behind may be a name as well as of a file with the number behind.
        if side == .behind { return reading.street.isTyped ? behind : nil }
        let front = street(parts.front)
        if let behind, !reading.street.postType.isEmpty {
            if front?.postType.isEmpty ?? true { return behind }
            if side == nil { return nil }
        }
        guard let title = front?.title, LineWords.mayBeStreet(parts.front),
            LineJoints.isInOnePiece(parts.front, isTyped: front?.isTyped ?? false)
        else { return nil }
        return LineStreet(title: title, blockNumber: parts.number, house: parts.number)
    }

    /// Whether a part of a line is a street by its last word, as no town is.
    private func endsInStreetType(_ part: Substring) -> Bool {
        LineWords.streetTypes.contains(parse(String(part)).best.street.postType.uppercased())
    }

    /// Returns the street as the line was read, where it may be one.
    private func street(of parsed: ParsedAddress) -> LineStreet? {
        let reading = parsed.best
        let endsInType = !reading.street.postType.isEmpty
        let written = reading.street.written
        guard reading.isOnOneStreet, !reading.hasUnitBeforeStreet,
            LineJoints.isInOnePiece(parsed.text(written.name.union(written.postType))),
            LineWords.mayBeStreet(parsed.text(written.whole), endsInType: endsInType),
            LineWords.mayBeStreet(reading.street.title, endsInType: endsInType),
            endsInType || !parsed.namesMonsieur
        else { return nil }
        return LineStreet(
            title: reading.street.title, blockNumber: reading.blockNumber,
            house: reading.number.flatMap { $0.value < 0 ? nil : $0.second ?? $0.value })
    }
}

extension StreetName {
    /// Whether a word says that it is a street: `Elm St`, `Rua Direita`.
    fileprivate var isTyped: Bool { !postType.isEmpty || !preType.isEmpty }
}

extension AddressReading {
    /// Whether a flat stands between the number and the street, where a name may follow it: `105 Apt 4 Roe Main St`.
    fileprivate var hasUnitBeforeStreet: Bool {
        guard let unit, let number else { return false }
        let span = unit.typeSpan.union(unit.idSpan)
        return !span.isEmpty && span.lower >= number.span.upper && span.upper <= street.written.name.lower
    }
}

extension ParsedAddress {
    /// Whether a name follows a French `M.`: `77 M. Dupont`, `77 rue Pasteur M. Dupont`.
    fileprivate var namesMonsieur: Bool {
        let words = input.split(whereSeparator: \.isWhitespace)
        return words.indices.dropLast().contains { index in
            words[index] == "M." && words[index + 1].first?.isLetter ?? false
        }
    }
}

/// A line cut at its first word with a digit.
private struct LineParts {
    /// The words before it, of its last part between commas that has any; empty where there are none.
    let front: String
    /// The number that the word begins with; `nil` for none, and for more digits than a house has.
    let number: Int?
    /// Where the first digit stands, bytes.
    private let digit: Int
    private let word: Substring
    /// The other words of its part.
    private let behind: Substring
    let laterParts: [Substring]

    private static let mostDigits = 6

    /// `nil` for a line without a digit.
    init?(_ line: String) {
        guard let first = line.firstIndex(where: \.isWholeNumber) else { return nil }
        digit = line.utf8.distance(from: line.startIndex, to: first)
        let start =
            line[..<first].lastIndex { $0.isWhitespace || Self.parts($0) }.map(line.index(after:))
            ?? line.startIndex
        word = line[start...].prefix { !$0.isWhitespace && !Self.parts($0) }
        behind = line[word.endIndex...].prefix { !Self.parts($0) }
        laterParts = line[behind.endIndex...].split(whereSeparator: Self.parts)
        let before = line[..<start].split(whereSeparator: Self.parts)
            .last { $0.contains(where: \.isLetter) }
        front = before.map { LineJoints.behindLabel($0.split(whereSeparator: \.isWhitespace)) } ?? ""
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        number = digits.count <= Self.mostDigits ? Int(digits) : nil
    }

    private static func parts(_ character: Character) -> Bool { ",;|\n".contains(character) }

    /// Whether the line may begin with a postal code and its town, and name street and house in a later part.
    var mayBeginWithPostalCode: Bool {
        guard (4...5).contains(word.count), word.allSatisfy(\.isWholeNumber),
            behind.contains(where: \.isLetter)
        else { return false }
        return laterParts.contains { part in
            guard let own = LineParts(String(part)), LineWords.mayBeStreet(own.front) else { return false }
            return own.word.count(where: \.isWholeNumber) <= 3 && !own.front.isEmpty
        }
    }

    /// Whether the number is a road's own: `Highway 12`.
    func isNumberOfRoad(_ reading: AddressReading) -> Bool {
        reading.number == nil && reading.street.written.whole.range.contains(digit)
    }

    /// Whether words stand behind the number, in its part of the line.
    var hasWordsBehind: Bool { behind.contains(where: \.isLetter) }

    /// Whether the line was read as a house of a street that stands behind its number.
    func isBeforeStreet(_ reading: AddressReading) -> Bool {
        guard let number = reading.number else { return false }
        return number.span.range.lowerBound >= digit
            && number.span.upper <= reading.street.written.whole.range.lowerBound
    }

    /// Whether the number is a flat's, with a house behind it: `Apt 4, 12 Main St`.
    func isUnitBefore(_ reading: AddressReading) -> Bool {
        guard let unit = reading.unit, !unit.type.isEmpty, let number = reading.number else { return false }
        return unit.idSpan.range.contains(digit) && unit.idSpan.upper <= number.span.lower
    }

    /// Whether the words before the number say how a place lies to the address: `Opposite 12 Elm St`.
    func saysWhereFrom(_ reading: AddressReading) -> Bool {
        reading.relation != .at && NameKey(front).words.first.map(RelationWords.mayBegin) ?? false
    }

    /// Whether the words before the number only say that one comes: `No. 12 Main St`.
    var isOnlyAnnounced: Bool {
        NameKey(front).words.allSatisfy {
            [
                "no", "nr", "num", "number", "numero", "nro", "n", "house", "hs", "at", "near", "the",
                "block", "of",
            ].contains(
                $0)
        }
    }
}

/// Words that are no street's by themselves.
private enum LineWords {
    /// Whether a text may name a street: it is short, no mere kind of street, and does not begin with a flat's word or a person's.
    ///
    /// - Parameter endsInType: Whether it ends with a street's type, as `Call St` does.
    static func mayBeStreet(_ text: String, endsInType: Bool = false) -> Bool {
        // A sign alone is no mail, which ``holdsMail`` refuses: of `Roe @ Elm 12` it says where somebody is.
        guard !text.lowercased().hasPrefix("c/o"), !text.contains("@"),
            text.count(where: \.isWholeNumber) < telephoneDigits
        else { return false }
        let words = NameKey(text).words
        guard !namesPerson(words) else { return false }
        guard let first = words.first, words.count <= mostWords else { return false }
        guard words.count > 1 else {
            return first.count > 1 && !kinds.contains(first) && !units.contains(first)
                && !persons.contains(first)
        }
        // `Apto 4` is a flat, `Casa Grande Dr` a street.
        if units.contains(first), words[1].count == 1 || words[1].allSatisfy(\.isNumber) { return false }
        if endsInType, words.count == 2 { return true }
        // Of `bei Frau Schmidt` the second word is a person's too.
        return !persons.contains(first) && !titles.contains(words[1])
    }

    /// Whether the words of a street, from the second on, say that a name or a household follows: `Via Roma presso Roe`, `home of Roe`.
    private static func namesPerson(_ words: [String]) -> Bool {
        if words.count > 2, words[1] == "of", households.contains(words[0]) { return true }
        if words.count > 2, announcing.contains(words[1]) { return true }
        return words.indices.dropFirst(2).contains { index in
            announcing.contains(words[index])
                || titles.contains(words[index]) && !beforeSaints.contains(words[index - 1])
        }
    }

    /// Whether a line holds an address of mail, whose parts the parser takes for words.
    static func holdsMail(_ line: String) -> Bool {
        line.contains("@")
            && line.split(whereSeparator: \.isWhitespace).contains { $0.split(separator: "@").count > 1 }
    }

    private static let mostWords = 6
    /// So many digits are no road's number.
    private static let telephoneDigits = 6

    /// Of what is inside a house, in the languages in which the number stands behind the street.
    private static let units: Set<String> = [
        "apt", "apto", "apartment", "apartamento", "appt", "appartement", "apart", "app", "unit", "suite",
        "ste",
        "flat",
        "room", "rm", "floor", "fl", "bldg", "building", "int", "interno", "interior", "top", "whg",
        "wohnung",
        "og", "eg", "ug", "dg", "stiege", "tur", "tuer", "etage", "stock", "geschoss", "hinterhaus",
        "vorderhaus", "lgh", "tv", "th", "mf", "sal", "kld", "piso", "planta", "puerta", "pta", "escalera",
        "esc",
        "bajo", "bloque", "portal", "bloco", "andar", "casa", "sala", "lote", "dep", "depto", "dpto",
        "departamento", "oficina", "scala", "piano", "edificio", "batiment", "bat", "escalier", "bte", "bus",
        "boite", "porte", "kerros", "rappu", "porras", "as", "asunto", "huoneisto", "m", "mieszkanie", "lok",
        "lokal", "klatka", "byt", "patro", "daire", "kat", "tel", "telefon", "telefono", "phone", "handy",
    ]

    private static let titles: Set<String> = [
        "frau", "herr", "herrn", "familie", "fam", "mr", "mrs", "ms", "senor", "senora", "sra",
        "monsieur", "madame", "mme", "mlle", "signor", "signora", "sig", "dhr", "mevr", "mevrouw", "fru",
        "pan",
        "pani", "sayin",
    ]

    private static let households: Set<String> = [
        "home", "house", "residence", "property", "apartment", "flat", "office",
    ]

    /// A title behind these is no caller's: `Calle Nuestra Señora del Carmen`.
    private static let beforeSaints: Set<String> = ["nuestra", "nuestro", "nossa", "nostra"]

    /// What stands before a name in the midst of a line.
    private static let announcing: Set<String> = [
        "chez", "bei", "presso", "zhd", "attn", "caller", "tenant",
    ]

    private static let persons = titles.union([
        "bei", "chez", "family", "call", "caller", "attn", "presso", "zhd", "owner", "tenant",
    ])

    /// Types of streets with which hardly a town's name ends.
    static let streetTypes: Set<String> = ["ST", "AVE", "RD", "LN", "DR", "BLVD", "CT", "CIR", "PKWY", "HWY"]

    /// Kinds of streets, which by themselves name none.
    private static let kinds: Set<String> = [
        "calle", "cl", "carrera", "kr", "cr", "cra", "ak", "ac", "dg", "tv", "diagonal", "transversal",
        "avenida",
        "av", "rua", "via", "rue", "street", "st", "road", "rd", "highway", "hwy", "route", "rte", "avenue",
        "ave",
        "strasse", "str", "straat", "calz", "calzada",
    ]
}
