import Foundation
import Geometry
import GeometryEngine

/// The country that a city lies in, as its code in ISO 3166.
enum CityCountry {
    /// Returns the country by what PROJ's systems for small areas around a place are used for, the smallest first.
    ///
    /// Boxes around areas overlap at borders; what postal codes and the language rule out is passed over.
    /// - Parameter names: The text of the zone database's `iso3166.tab`.
    static func country(
        at place: Coordinate, names: String, postalCodes: [String], language: TextLanguage? = nil
    ) -> String? {
        let region =
            Box(
                minX: place.longitude - 0.01, minY: place.latitude - 0.01, maxX: place.longitude + 0.01,
                maxY: place.latitude + 0.01) as Box<Coordinate>
        let codes = codes(names)
        let found = CoordinateReferenceSystem.projected(covering: region)
            .sorted { ($0.area, $0.code) < ($1.area, $1.code) }
            .flatMap { self.codes(ofArea: $0.areaName, codes) }
        let postal = countries(withPostalCodes: postalCodes)
        // A country of one town is not meant by the box around it and its neighbour.
        let ordered = found.filter { !tiny.contains($0) } + found.filter(tiny.contains)
        let fitting = ordered.filter { postal.isEmpty || postal.contains($0) }
        return fitting.first { language?.countries.contains($0) ?? true } ?? fitting.first ?? ordered.first
    }

    /// Returns countries whose postal codes have a form, none where it says nothing.
    static func countries(withPostalCodes texts: [String]) -> Set<String> {
        let filled = texts.filter { !$0.isEmpty }
        func most(_ pattern: some RegexComponent) -> Bool {
            !filled.isEmpty && filled.count { $0.firstMatch(of: pattern) != nil } * 10 > filled.count * 6
        }
        if most(/^[A-Z][0-9][A-Z]( ?[0-9][A-Z][0-9])?$/) { return ["CA"] }
        if most(/^[A-Z]{1,2}[0-9][A-Z0-9]? ?([0-9][A-Z]{2})?\b/) { return ["GB"] }
        if most(/^[0-9]{5}(-[0-9]{4})?$/) { return fiveDigits }
        if most(/^[0-9]{5}-[0-9]{3}$/) { return ["BR"] }
        if most(/^[1-9][0-9]{3} ?[A-Z]{2}$/) { return ["NL"] }
        if most(/^[0-9]{2}-[0-9]{3}$/) { return ["PL"] }
        if most(/^[0-9]{4}-[0-9]{3}$/) { return ["PT"] }
        if most(/^[0-9]{3}-[0-9]{4}$/) { return ["JP"] }
        if most(/^[0-9]{3} [0-9]{2}$/) { return ["CZ", "SK", "SE", "GR"] }
        if most(/^[1-9][0-9]{3}$/) { return fourDigits }
        return []
    }

    /// Countries that are hardly more than a town.
    static let tiny: Set<String> = ["AD", "LI", "MC", "SM", "VA"]

    private static let fiveDigits: Set<String> = [
        "US", "MX", "DE", "FR", "ES", "IT", "FI", "SE", "PR", "HR", "TR", "EE", "UA", "RS", "MC", "CZ", "SK",
        "GR", "MA", "TH", "KR", "CR", "GT", "PE", "UY", "LT",
    ]

    private static let fourDigits: Set<String> = [
        "CH", "LI", "AT", "BE", "LU", "DK", "NO", "HU", "SI", "BG", "NL", "PT", "LV", "MK", "AU", "NZ", "ZA",
        "AR", "PY", "VE", "TN", "PH", "CY", "GE", "AM",
    ]

    private static func codes(_ names: String) -> [String: String] {
        var codes: [String: String] = [:]
        for line in names.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "\t")
            guard parts.count >= 2 else { continue }
            for name in spellings(of: parts[1]) where codes[name] == nil { codes[name] = String(parts[0]) }
        }
        return codes
    }

    /// `Britain (UK)` is found as Britain and as UK.
    private static func spellings(of name: Substring) -> [String] {
        let parts = name.split { $0 == "(" || $0 == ")" }.map { $0.trimmingCharacters(in: .whitespaces) }
        return [String(name)] + parts.filter { !$0.isEmpty }
    }

    /// Returns the countries that an area such as `United States (USA) - Texas.` or `Liechtenstein; Switzerland.` is named for, none
    /// of one that many share.
    private static func codes(ofArea name: String, _ codes: [String: String]) -> [String] {
        // Counties of a state are parted as countries are.
        let first = name.components(separatedBy: " - ")[0]
        let named = first.contains(";") ? name.components(separatedBy: ". ")[0] : first
        let countries = named.split(separator: ";")
        guard countries.count <= mostShared else { return [] }
        return countries.compactMap { text in
            let country = String(text).components(separatedBy: " - ")[0]
                .trimmingCharacters(in: CharacterSet(charactersIn: " ."))
            return spellings(of: country[...]).lazy.compactMap { codes[$0] ?? otherNames[$0] }.first
        }
    }

    private static let mostShared = 3

    /// Countries that PROJ calls otherwise than the zone database.
    private static let otherNames = [
        "USA": "US", "Czechia": "CZ", "South Korea": "KR", "UAE": "AE", "Trinidad and Tobago": "TT",
        "Ivory Coast": "CI", "American Samoa": "AS", "Reunion": "RE", "Türkiye": "TR",
    ]
}
