import DelimitedText
import Wording

/// Tells from the texts of a row whether it can be a header.
///
/// Errors show a file's columns only then: the row of a request holds addresses and names of people.
enum HeaderEvidence {
    /// No column's name is longer.
    private static let longestName = 80
    /// A telephone number, a date or an id has as many digits.
    private static let manyDigits = 7

    /// Whether none of the texts is data, and one in four has a word for a column or several are unlike all that stands below them.
    ///
    /// - Parameter columns: The first texts of each column below; empty where nothing is known of them.
    static func isPlausible(_ cells: [String], above columns: [[String]] = []) -> Bool {
        let names = cells.filter { !$0.isEmpty }
        guard !names.isEmpty, !names.contains(where: isData) else { return false }
        return names.count(where: hasColumnWord) * 4 >= names.count
            || zip(cells, columns).count(where: isUnlike) >= fewColumns
    }

    /// So many columns whose rows hold numbers and whose name holds none are chance no more.
    private static let fewColumns = 2
    private static let fewRows = 3

    /// Whether a text without digits stands above texts that all have some, as a name does above dates, ids and degrees.
    private static func isUnlike(_ name: String, _ texts: [String]) -> Bool {
        let filled = texts.filter { !$0.isEmpty }
        return !name.isEmpty && !name.contains(where: \.isNumber) && filled.count >= fewRows
            && Set(filled).count > 1 && filled.allSatisfy { $0.contains(where: \.isNumber) }
    }

    private static func isData(_ text: String) -> Bool {
        // An address of mail is data, and what OData writes behind a column's name is not.
        let text = ODataName(text)?.base ?? text
        if text.count > longestName || text.contains("@") { return true }
        if text.utf8.count(where: { $0 &- 48 < 10 }) >= manyDigits { return true }
        let words = text.split(separator: " ")
        // `311 Request Type` is a name, `12 Main St` an address.
        if words.count > 1, words[0] != "311", words[0].allSatisfy({ "0123456789-".contains($0) }),
            !hasColumnWord(text)
        {
            return true
        }
        return Array(text.utf8).withUnsafeBufferPointer { bytes in
            DecimalText(bytes) != nil || DateLayout.all(.monthFirst).contains { $0.read(bytes) != nil }
                || PositionText(bytes) != nil
        }
    }

    private static func hasColumnWord(_ text: String) -> Bool {
        StatusWordList.words(of: text).contains { word in
            words.contains(word) || endings.contains { word.hasSuffix($0) }
        }
    }

    private static let words: Set<String> = [
        "id", "number", "num", "no", "nr", "key", "case", "request", "incident", "ticket", "issue", "type",
        "category", "code",
        "status", "state", "date", "time", "created", "opened", "due", "updated",
        "resolved", "address",
        "location", "street", "city", "zip", "zipcode", "postcode", "postal", "longitude", "lon", "lng",
        "long", "latitude",
        "lat", "x", "y", "district", "ward", "zone", "area", "council", "precinct", "department", "agency",
        "source", "channel",
        "name", "title", "description", "subject", "parent", "coordinate", "geom", "geometry", "point",
        "numero", "tipo", "categoria", "estado", "fecha", "direccion", "calle", "barrio", "distrito",
        "comuna", "longitud",
        "latitud", "ciudad", "zona", "titulo", "cierre", "apertura", "solicitud",
        "statut", "categorie", "adresse", "rue", "ville", "arrondissement", "quartier", "nom", "titre",
        "demande", "secteur",
    ]
    private static let endings = [
        "id", "date", "datetime", "type", "status", "address", "number", "num", "name", "code", "district",
    ]
}
