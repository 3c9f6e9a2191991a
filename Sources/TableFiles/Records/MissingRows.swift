/// What an answer of a server says itself of rows that it lacks: ArcGIS' `exceededTransferLimit`, OData's `nextLink`, a total that is
/// more than its rows, a link to a further page.
struct MissingRows {
    private var totals: [(name: String, count: Int)] = []
    private var signs: [String] = []

    private static let marks: Set = [
        "exceededtransferlimit", "hasmore", "hasnext", "hasnextpage", "moreresults",
    ]
    private static let links: Set = [
        "nextlink", "next", "nextpage", "nextpagetoken", "nextcursor", "nexturl", "nexthref", "nextpageurl",
    ]
    private static let counts: Set = [
        "total", "totalcount", "totalrecords", "totalrows", "totalresults", "totalfeatures", "totalitems",
        "totalelements", "totalhits", "recordstotal", "numbermatched", "count", "nhits",
    ]

    /// Takes up a member that holds neither a list nor an object.
    ///
    /// - Parameters:
    ///   - name: With the names of the objects that it is in.
    ///   - text: As it stands.
    mutating func take(_ name: String, _ text: ArraySlice<UInt8>) {
        // CKAN writes one also where no page follows.
        guard !name.contains("_links.") else { return }
        let last = name.split { $0 == "." || $0 == "@" }.last ?? ""
        let key = last.lowercased().filter { $0.isLetter }
        let value = String(decoding: text, as: UTF8.self)
        if Self.marks.contains(key) {
            if value == "true" { signs.append("“\(last)” is true") }
        } else if Self.links.contains(key) {
            if !["null", "false", "\"\"", "0"].contains(value) {
                signs.append("“\(last)” names a further page")
            }
        } else if Self.counts.contains(key), let count = Int(value) {
            totals.append((String(last), count))
        }
    }

    /// Takes up an element of a list of links: `{"rel": "next", "href": …}`.
    mutating func take(link text: ArraySlice<UInt8>) {
        let plain = String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self)
        if plain.contains(#""rel":"next""#) { signs.append("a link leads to a further page") }
    }

    /// Returns what is told of it, beside so many rows that are there; `nil` where nothing is missing.
    func note(beside rows: Int) -> String? {
        let more = totals.filter { $0.count > rows }.map { "“\($0.name)” is \($0.count), and it has \(rows)" }
        guard let sign = (signs + more).first else { return nil }
        return "\(TableRemarks.missingRows): \(sign); download the rest too"
    }
}
