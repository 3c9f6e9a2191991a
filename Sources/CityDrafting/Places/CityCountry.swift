import Foundation
import Geometry
import GeometryEngine

/// The country that a city lies in, as its code in ISO 3166.
enum CityCountry {
    /// Returns the country by what PROJ's systems for small areas around a place are used for, the smallest first.
    ///
    /// Boxes around areas overlap at borders; what postal codes rule out is passed over.
    /// - Parameter names: The text of the zone database's `iso3166.tab`.
    static func country(at place: Coordinate, names: String, postalCodes: [String]) -> String? {
        let region =
            Box(
                minX: place.longitude - 0.01, minY: place.latitude - 0.01, maxX: place.longitude + 0.01,
                maxY: place.latitude + 0.01) as Box<Coordinate>
        let codes = codes(names)
        let found = CoordinateReferenceSystem.projected(covering: region)
            .sorted { ($0.area, $0.code) < ($1.area, $1.code) }
            .compactMap { code(ofArea: $0.areaName, codes) }
        let postal = countries(withPostalCodes: postalCodes)
        return found.first { postal.isEmpty || postal.contains($0) } ?? found.first
    }

    /// Returns countries whose postal codes have a form, none where it says nothing.
    static func countries(withPostalCodes texts: [String]) -> Set<String> {
        let filled = texts.filter { !$0.isEmpty }
        func most(_ pattern: some RegexComponent) -> Bool {
            !filled.isEmpty && filled.count { $0.firstMatch(of: pattern) != nil } * 10 > filled.count * 6
        }
        if most(/^[A-Z][0-9][A-Z]( ?[0-9][A-Z][0-9])?$/) { return ["CA"] }
        if most(/^[A-Z]{1,2}[0-9][A-Z0-9]? ?([0-9][A-Z]{2})?\b/) { return ["GB"] }
        if most(/^[0-9]{5}(-[0-9]{4})?$/) { return ["US", "MX", "DE", "FR", "ES", "IT", "FI", "SE", "PR"] }
        if most(/^[0-9]{5}-[0-9]{3}$/) { return ["BR"] }
        return []
    }

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

    private static func code(ofArea name: String, _ codes: [String: String]) -> String? {
        let country = name.components(separatedBy: " - ")[0]
        return spellings(of: country[...]).lazy.compactMap { codes[$0] }.first
    }
}
