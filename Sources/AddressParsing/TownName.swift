/// Brings towns' names to a form in which those of lines and of files can be compared.
package enum TownName {
    /// Returns the name without accents, points and hyphens, `SAINT` as `ST`, without `CITY OF` before it: upper case.
    package static func key(_ name: String) -> String {
        var name = name
        var words = name.withUTF8 { source in
            NormalizedLine(source).bytes.split { !Tokenizer.isInWord($0) }
                .map { short[String(decoding: $0, as: UTF8.self)] ?? String(decoding: $0, as: UTF8.self) }
        }
        if words.count > 2, words[1] == "OF", kinds.contains(words[0]) { words.removeFirst(2) }
        if words.count > 1, let last = words.last, ["TWP", "TOWNSHIP", "BORO", "BOROUGH"].contains(last) {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    /// Returns whether a name, as ``key(_:)`` gives it, is that of a large town somewhere in the country. Parts of towns
    /// that go by their own name, as those of New York, Boston and Los Angeles do, are none.
    package static func isWellKnown(_ key: String) -> Bool { known.contains(key) }

    /// Whether a name is that of a county, which says nothing of the town.
    package static func isCounty(_ key: String) -> Bool {
        [" COUNTY", " CNTY", " PARISH"].contains { key.hasSuffix($0) }
    }

    private static let kinds: Set<String> = ["CITY", "TOWN", "VILLAGE", "TOWNSHIP", "BOROUGH", "COUNTY"]
    private static let short = [
        "SAINT": "ST", "SAINTE": "STE", "FORT": "FT", "MOUNT": "MT", "NORTH": "N", "SOUTH": "S", "EAST": "E",
        "WEST": "W",
    ]

    private static let parts: Set<String> = [
        "LONG ISLAND CITY", "KEW GARDENS", "FOREST HILLS", "STATEN ISLAND", "BROOKLYN", "QUEENS", "BRONX",
        "MANHATTAN",
        "JACKSON HEIGHTS", "FAR ROCKAWAY", "S BOSTON", "E BOSTON", "JAMAICA PLAIN", "W ROXBURY", "DORCHESTER",
        "ROXBURY",
        "HOLLYWOOD", "N HOLLYWOOD", "LA JOLLA",
    ]
    private static let known = Set(TownTable.text.split(separator: ",").map { key(String($0)) }).subtracting(
        parts)
}
