/// Reads the names of zones that are more than a few letters.
enum ZoneName {
    private static let longest = 40

    /// Reads `America/New_York`, `Etc/GMT+5`, `EST5EDT` or `Eastern Standard Time` up to the end of the text; `nil` for another text,
    /// of which nothing is read then.
    static func longName(_ cursor: inout TextCursor) -> DateLayout.Zone? {
        guard goesBeyondLetters(cursor), cursor.remaining <= longest else { return nil }
        let text = String(decoding: cursor.rest, as: UTF8.self)
        guard let zone = zone(named: text) else { return nil }
        cursor.passAll()
        return zone
    }

    /// Whether something else than the end, an offset or a year stands behind the first word. Nearly all texts end here.
    private static func goesBeyondLetters(_ cursor: TextCursor) -> Bool {
        var ahead = cursor
        let first = ahead.word()
        guard first != 0, !ahead.isAtEnd else { return false }
        if ahead.next == UInt8(ascii: "/") || ahead.next == UInt8(ascii: "_") || ahead.isAtDigit {
            return true
        }
        guard ahead.pass(0x20) || ahead.pass(UInt8(ascii: ".")) else { return false }
        ahead.passSpaces()
        return ahead.word() != 0
    }

    private static func zone(named text: String) -> DateLayout.Zone? {
        if text.contains("/") { return ofDatabase(text) }
        let words = text.lowercased().split { $0 == " " || $0 == "." }.joined(separator: " ")
        if universal.contains(words) { return .utc }
        return inWords[words].map { .named(TextCursor.packed($0)) }
    }

    /// `Etc/GMT+5` is five hours west of Greenwich, as POSIX counts.
    private static func ofDatabase(_ name: String) -> DateLayout.Zone? {
        guard name.hasPrefix("Etc/") else { return NamedZones.number(of: name).map { .named($0) } }
        let rest = name.dropFirst(4)
        guard rest.hasPrefix("GMT"), let hours = Int(rest.dropFirst(3)), abs(hours) <= 14, hours != 0 else {
            return ["UTC", "GMT", "UCT", "Zulu", "Universal", "Greenwich"].contains(rest) ? .utc : nil
        }
        return .offset(-hours * 3600)
    }

    private static let universal: Set<String> = [
        "coordinated universal time", "universal time", "greenwich mean time",
    ]

    /// Names in words, as Windows and browsers write them, and those of POSIX, with the abbreviation that means the same.
    private static let inWords: [String: String] = [
        "est5edt": "et", "cst6cdt": "ct", "mst7mdt": "mt", "pst8pdt": "pt",
        "eastern time": "et", "eastern standard time": "est", "eastern daylight time": "edt",
        "central time": "ct", "central standard time": "cst", "central daylight time": "cdt",
        "mountain time": "mt", "mountain standard time": "mst", "mountain daylight time": "mdt",
        "us mountain standard time": "mst",
        "pacific time": "pt", "pacific standard time": "pst", "pacific daylight time": "pdt",
        "alaska standard time": "akst", "alaskan standard time": "akst", "alaska daylight time": "akdt",
        "hawaii-aleutian standard time": "hst", "hawaiian standard time": "hst",
        "hawaii standard time": "hst",
        "atlantic time": "at", "atlantic standard time": "ast", "atlantic daylight time": "adt",
        "newfoundland standard time": "nst", "newfoundland daylight time": "ndt",
        "british summer time": "bst",
        "central european time": "cet", "central european standard time": "cet",
        "central european summer time": "cest", "w europe standard time": "cet",
        "romance standard time": "cet", "central europe standard time": "cet",
        "eastern european time": "eet", "eastern european standard time": "eet",
        "eastern european summer time": "eest",
        "australian eastern standard time": "aest", "australian eastern daylight time": "aedt",
        "new zealand standard time": "nzst", "new zealand daylight time": "nzdt",
        "india standard time": "ist", "japan standard time": "jst", "korea standard time": "kst",
    ]
}
