/// Tells addresses of countries whose addresses are not read here, so that none is taken for one of ours.
///
/// Four signs count: a country's name at the end, a postcode of a form that neither ZIP codes nor Canadian postal codes
/// have, a postcode before its town behind a street that is written as elsewhere, and a house number that is written behind its
/// street as only other countries write it. Names that are towns here too
/// (`Mexico, MO`, `Peru`, `Lebanon`, `Jamaica`) count only where such a postcode stands with them.
struct CountryReader {
    let line: TokenLine

    var isElsewhere: Bool {
        let end = line.count
        if hasGermanNumber() { return true }
        guard end > 2 else { return false }
        if namesCountry(end) || hasBritishPostcode(end) || hasColombianNumber(end) { return true }
        return endsInCodeAndTown(end)
    }

    /// `12 rue de Rivoli, 75001 Paris`, `Via Roma 12, 00184 Roma`: a code and a town at the end, behind a house number that
    /// stands after its street, or a street whose first word is no English one.
    private func endsInCodeAndTown(_ end: Int) -> Bool {
        guard let code = line.tokens.indices.last(where: { line.gap($0) == .comma }), code > 2,
            code + 1 < end,
            end - code <= 5, line[code].shape == .number, (4...5).contains(line[code].length)
        else { return false }
        let isTown = (code + 1..<end).allSatisfy {
            line[$0].shape == .word && !line[$0].has([.strongType, .unit, .careOf])
        }
        // Within a town's name `de` is no Delaware.
        guard isTown, !line[end - 1].has(.state) else { return false }
        let first = line[0].shape == .word ? 0 : 1
        if Self.streetWords.contains(line[first].hash) { return true }
        let number = line[code - 1]
        return first == 0 && number.hasDigit && number.digits > 0 && number.length <= 4
            && !line[0].has([.roadWord, .unit])
            && !(1..<code - 1).contains { line[$0].has([.roadWord, .strongType, .unit]) }
    }

    private static let streetWords = Set(
        [
            "RUE", "QUAI", "IMPASSE", "VIA", "VIALE", "PIAZZA", "CORSO", "CALLE", "RUA", "AVENIDA", "PASEO",
            "PLAZA", "PRACA", "TRAVESSA", "UL", "ULICA",
        ].map { WordHash.of($0) })

    /// `…, Germany`; the name is set off by a comma, or stands behind a postcode.
    private func namesCountry(_ end: Int) -> Bool {
        for length in [2, 1] where end > length + 1 {
            let start = end - length
            guard line.gap(start) == .comma || line[start - 1].hasDigit else { continue }
            let phrase = line.phrase(start..<end)
            if Self.names.contains(phrase), !line.lexicon.towns.contains(phrase) { return true }
        }
        return false
    }

    /// `SW1A 2AA`, `M1 1AE`, at the line's end, and no unit: `Apt B4 9PM`, `C12 2FL`.
    private func hasBritishPostcode(_ end: Int) -> Bool {
        let inward = line[end - 1]
        guard inward.shape == .numberFirst, inward.length == 3, inward.digits == 1,
            line[end - 2].gap >= .space
        else {
            return false
        }
        let letters = line.bytes[Int(inward.start) + 1..<Int(inward.end)]
        guard letters.allSatisfy(Self.inwardLetters.contains) else { return false }
        let outward = line[end - 2]
        guard outward.shape == .letterFirst, (2...4).contains(outward.length),
            outward.gap == .comma || !line[end - 3].has([.unit, .numberSign])
        else { return false }
        let area = line.bytes[Int(outward.start)..<Int(outward.end)].prefix { Tokenizer.isLetter($0) }
        guard area.count == 1 else { return area.count == 2 }
        // A letter and digits are a unit as well, of which more may be said: of `B4 2BR` that it has two bedrooms.
        return Self.lonelyAreas.contains(area[area.startIndex])
            && !Self.unitWords.contains { letters.elementsEqual($0.utf8) }
    }

    /// Those of inward codes, which never have C, I, K, M, O and V.
    private static let inwardLetters = Set("ABDEFGHJLNPQRSTUWXYZ".utf8)
    /// The areas of one letter: Birmingham, Glasgow, Liverpool, Manchester, Sheffield and four of London.
    private static let lonelyAreas = Set("BEGLMNSW".utf8)
    private static let unitWords = ["FL", "BR", "BA"]

    /// `Hauptstrasse 12`, `Ringplatz 12a, 10115 Berlin`: the number behind a street whose word says so, and none before it.
    private func hasGermanNumber() -> Bool {
        line.tokens.indices.dropLast().contains { index in
            let token = line[index]
            guard token.shape == .word, token.length > 6, line[index + 1].hasDigit else { return false }
            let bytes = line.bytes[Int(token.start)..<Int(token.end)]
            if Self.endings.contains(where: { bytes.suffix($0.count).elementsEqual($0) }) { return true }
            return line.tokens[..<index].allSatisfy { $0.shape == .word } && isNumberAtEnd(index + 1)
                && Self.shortEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
        }
    }

    /// Whether a house number stands there, perhaps with a letter, and then a comma or nothing.
    private func isNumberAtEnd(_ index: Int) -> Bool {
        guard [.number, .numberFirst, .hyphenated].contains(line[index].shape) else { return false }
        let next = index + 1
        return line.gap(next) == .comma || line[next].isLetter && line.gap(next + 1) == .comma
    }

    private static let endings = ["STRASSE", "STRAAT", "GASSE", "GATAN", "VEGEN"].map { Array($0.utf8) }
    /// Those that a name may end in here too.
    private static let shortEndings = ["STR", "WEG", "PLATZ", "ALLEE"].map { Array($0.utf8) }

    /// `Calle 45 # 13-22`, `Carrera 13A No. 14-22`: the streets are numbered, and the number has that of the next street in it.
    private func hasColombianNumber(_ end: Int) -> Bool {
        guard Self.numberedStreets.contains(line[0].hash), line[1].hasDigit else { return false }
        return (2..<min(end, 5)).contains { index in
            guard line[index].has(.numberSign), index + 1 < end else { return false }
            let number = line[index + 1]
            if number.shape == .hyphenated { return true }
            if number.shape == .numberFirst {
                return line.bytes[Int(number.start)..<Int(number.end)].contains(UInt8(ascii: "-"))
            }
            return number.shape == .number && index + 2 < end && line[index + 2].gap == .dash
                && line[index + 2].hasDigit
        }
    }

    private static let numberedStreets = Set(
        [
            "CALLE", "CLL", "CL", "CARRERA", "CRA", "KRA", "KR", "DIAGONAL", "DG", "TRANSVERSAL", "TRANSV",
            "TV", "AVENIDA", "AC", "AK",
        ].map { WordHash.of($0) })

    private static let names = Set(
        [
            "UNITED KINGDOM", "UK", "GREAT BRITAIN", "ENGLAND", "SCOTLAND", "NORTHERN IRELAND", "IRELAND",
            "GERMANY",
            "DEUTSCHLAND", "FRANCE", "ITALIA", "ITALY", "SPAIN", "ESPANA", "PORTUGAL", "NETHERLANDS",
            "NEDERLAND",
            "BELGIUM", "SWITZERLAND", "SCHWEIZ", "AUSTRIA", "OESTERREICH", "OSTERREICH", "SWEDEN", "DANMARK",
            "FINLAND", "AUSTRALIA", "NEW ZEALAND", "JAPAN", "INDIA", "BRAZIL", "BRASIL", "ARGENTINA",
            "COLOMBIA",
            "CHILE", "SOUTH AFRICA", "COSTA RICA", "EL SALVADOR", "DOMINICAN REPUBLIC", "MEX", "CDMX",
            "PHILIPPINES",
            "ISRAEL", "CZECHIA", "HUNGARY", "SOUTH KOREA", "SINGAPORE", "HONG KONG",
        ].map { TownIndex.phrase($0.split(separator: " ")) })
}
