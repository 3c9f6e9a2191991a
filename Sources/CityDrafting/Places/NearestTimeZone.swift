import Foundation
import Geometry
import GeometryEngine

/// The time zone of the zone database whose principal place is nearest to a city.
struct NearestTimeZone: Sendable {
    let name: String
    /// From the city to the zone's principal place, metres.
    let distance: Double
    /// Zones nearby whose clocks differ, the nearest first.
    let others: [String]
    /// The zone with another clock that is about as near, and metres to its principal place.
    let rival: (name: String, distance: Double)?

    /// So much farther than the nearest a zone is about as near.
    private static let aboutAsNear = 1.25

    private struct Row {
        let countries: [String]
        let place: Coordinate
        let name: String
    }

    /// The table that comes with the system's zone database.
    static let tables = [
        "/usr/share/zoneinfo/zone1970.tab", "/usr/share/zoneinfo/tzdata/zone1970.tab",
        "/usr/share/lib/zoneinfo/zone1970.tab",
    ]

    /// - Parameters:
    ///   - place: The middle of the city.
    ///   - table: The text of `zone1970.tab`.
    ///   - country: The country that postal codes show, such as `US`; `nil` where they show none.
    ///   - ownNames: The text of `zone.tab`, in which each country has zones of its own, also those whose clocks another's show.
    init?(to place: Coordinate, table: String, country: String? = nil, ownNames: String = "") {
        let rows = table.split(separator: "\n").compactMap(Self.row)
        // A zone lies in the first of the countries that use it.
        let sole = rows.filter { $0.countries.first == country }
        let shared = rows.filter { row in country.map(row.countries.contains) ?? false }
        let near = (sole.isEmpty ? shared.isEmpty ? rows : shared : sole)
            .map { (row: $0, cost: Self.cost($0, of: place)) }.sorted { $0.cost < $1.cost }
        guard let nearest = near.first?.row else { return nil }
        distance = Geodesic.distance(from: place, to: nearest.place)
        // The first zone of a country with the same clock is the one that people know, unless the city is the very place.
        let known = rows.first { row in
            row.countries.first == nearest.countries.first && Self.haveOneClock(row.name, nearest.name)
        }
        let usual = distance < Self.veryPlace ? nearest.name : known?.name ?? nearest.name
        // People in Amsterdam know their clock by its own name, not as that of Brussels.
        let isForeign = country.map { !nearest.countries.isEmpty && nearest.countries[0] != $0 } ?? false
        let own = isForeign ? ownNames.split(separator: "\n").compactMap(Self.row) : []
        name =
            own.first { $0.countries.first == country && Self.haveOneClock($0.name, usual) }?.name ?? usual
        let chosen = name
        others = near.prefix(6).map(\.row.name).filter { !Self.haveOneClock($0, chosen) }
        let limit = near[0].cost * Self.aboutAsNear
        rival =
            distance < Self.veryPlace
            ? nil
            : near.first {
                // A county's own zone, such as Indiana/Petersburg, is no other's.
                $0.cost <= limit && $0.row.name.count(where: { $0 == "/" }) < 2
                    && !Self.haveOneClock($0.row.name, chosen)
            }
            .map { ($0.row.name, Geodesic.distance(from: place, to: $0.row.place)) }
    }

    private static let veryPlace = 40_000.0
    private static let tinyPlace = 8_000.0

    /// The country of the principal place of a zone that lies where the city is; `nil` where there is none, or postal codes
    /// have another country's form, or texts are in a language of others.
    static func countryOfPlace(
        at place: Coordinate, ownNames: String, postalCodes: [String], language: TextLanguage? = nil
    ) -> String? {
        let postal = CityCountry.countries(withPostalCodes: postalCodes)
        var nearest: (country: String, distance: Double)?
        for row in ownNames.split(separator: "\n").compactMap(Self.row) {
            let country = row.countries[0]
            guard postal.isEmpty || postal.contains(country), language?.countries.contains(country) ?? true
            else { continue }
            let distance = Geodesic.distance(from: place, to: row.place)
            let reach = CityCountry.tiny.contains(country) ? tinyPlace : veryPlace
            if distance < reach, distance < nearest?.distance ?? .infinity { nearest = (country, distance) }
        }
        return nearest?.country
    }

    /// Metres, with more for a clock that is far from the sun's: borders of zones follow longitudes more than distances, and
    /// clocks are rather ahead of the sun than behind it.
    private static func cost(_ row: Row, of place: Coordinate) -> Double {
        let distance = Geodesic.distance(from: place, to: row.place)
        let january = Date(timeIntervalSince1970: 1_704_067_200)
        let offset = Double(TimeZone(identifier: row.name)?.secondsFromGMT(for: january) ?? 0) / 3600
        let isNorth = place.latitude >= 0
        let june = Date(timeIntervalSince1970: 1_719_792_000)
        let other = Double(TimeZone(identifier: row.name)?.secondsFromGMT(for: june) ?? 0) / 3600
        let standard = isNorth ? offset : min(offset, other)
        let ahead = standard - place.longitude / 15
        let shift = max(0, ahead - 0.9) * 5_000_000 + max(0, -0.3 - ahead) * 5_000_000
        // All of Spain but islands far off keeps the clock of Madrid, which is far from the sun's.
        return distance + min(shift, 2 * distance)
    }

    /// Whether a zone's clock is as near to the sun's as clocks are.
    static func isPlausible(_ name: String, at place: Coordinate) -> Bool {
        guard let zone = TimeZone(identifier: name) else { return false }
        let january = Date(timeIntervalSince1970: 1_704_067_200)
        let ahead = Double(zone.secondsFromGMT(for: january)) / 3600 - place.longitude / 15
        return (-0.6...1.0).contains(ahead)
    }

    /// Whether two zones have shown the same time since 2007, when North America's rules last changed.
    private static func haveOneClock(_ one: String, _ other: String) -> Bool {
        guard one != other else { return true }
        guard let one = TimeZone(identifier: one), let other = TimeZone(identifier: other) else {
            return false
        }
        return stride(from: 1_168_000_000.0, to: 1_735_000_000.0, by: 21 * 86_400).allSatisfy { second in
            let moment = Date(timeIntervalSince1970: second)
            return one.secondsFromGMT(for: moment) == other.secondsFromGMT(for: moment)
        }
    }

    private static func row(_ line: Substring) -> Row? {
        guard !line.hasPrefix("#") else { return nil }
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count >= 3, let match = parts[1].wholeMatch(of: /([+-][0-9]+)([+-][0-9]+)/),
            let latitude = degrees(match.1, whole: 2), let longitude = degrees(match.2, whole: 3)
        else { return nil }
        return Row(
            countries: parts[0].split(separator: ",").map(String.init),
            place: Coordinate(longitude: longitude, latitude: latitude), name: String(parts[2]))
    }

    /// Reads `+404251` or `-07400`: a sign, degrees, minutes and perhaps seconds.
    private static func degrees(_ text: Substring, whole: Int) -> Double? {
        let digits = text.dropFirst()
        guard let degrees = Double(digits.prefix(whole)),
            let minutes = Double(digits.dropFirst(whole).prefix(2))
        else { return nil }
        let seconds = Double(digits.dropFirst(whole + 2)) ?? 0
        return (text.hasPrefix("-") ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600)
    }
}
