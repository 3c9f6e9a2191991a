import Geometry
import Records

/// The time zone of a city, and what tells it.
struct CityZone: Sendable {
    let name: String
    let evidence: String
    /// Zones nearby whose clocks differ.
    let others: [String]

    /// - Parameters:
    ///   - middle: The middle of the city, where positions or areas tell it.
    ///   - table: The text of `zone1970.tab`.
    ///   - countries: The text of `iso3166.tab`.
    ///   - ownNames: The text of `zone.tab`.
    ///   - language: What the texts are written in.
    ///   - basis: What tells the middle, where that is less than many positions.
    /// - Returns: `nil` where nothing tells the zone.
    init?(
        middle: Coordinate?, table: String?, countries: String, ownNames: String = "", basis: String? = nil,
        language: TextLanguage? = nil, zips: [String], addresses: [String]
    ) {
        if let middle, let table {
            // Boxes around countries overlap, but a city that has a zone of its own is in the zone's country.
            let country =
                NearestTimeZone.countryOfPlace(
                    at: middle, ownNames: ownNames, postalCodes: zips, language: language)
                ?? CityCountry.country(at: middle, names: countries, postalCodes: zips, language: language)
            guard
                let nearest = NearestTimeZone(
                    to: middle, table: table, country: country, ownNames: ownNames)
            else { return nil }
            let american = country == "US" ? AmericanZones.zone(of: zips) : nil
            let byZip = american.flatMap { NearestTimeZone.isPlausible($0, at: middle) ? $0 : nil }
            name = byZip ?? nearest.name
            evidence =
                (byZip == nil || byZip == nearest.name
                    ? "the zone of the time zone database nearest to the city"
                        + Self.remark(language, country)
                    : "the zone of the ZIP codes (the nearest of the time zone database is \(nearest.name))")
                + (basis.map { ", \($0)" } ?? "")
                + (byZip == nil ? nearest.rival.map { Self.remark($0, nearest) } ?? "" : "")
            others = nearest.others.filter { [name] in $0 != name }
            return
        }
        // Five digits are ZIP codes where streets are called as in North America.
        guard CityCountry.countries(withPostalCodes: zips).contains("US"), Self.areAmerican(addresses) else {
            return nil
        }
        guard let zone = AmericanZones.zone(of: zips) else { return nil }
        (name, evidence, others) = (zone, "by the ZIP codes, since no position tells where the city is", [])
    }

    private static func remark(_ language: TextLanguage?, _ country: String?) -> String {
        guard let language, let country, language.countries.contains(country) else { return "" }
        return ", in a country that writes \(language.name)"
    }

    /// Says that two zones are about as near, with how far their principal places are.
    private static func remark(_ rival: (name: String, distance: Double), _ nearest: NearestTimeZone)
        -> String
    {
        let (own, other) = (Int(nearest.distance / 1000), Int(rival.distance / 1000))
        return
            " (\(NumberText.count(own)) km to its principal place), but \(rival.name) (\(NumberText.count(other)) km) is about as near: take the one whose clock the city keeps"
    }

    private static func areAmerican(_ addresses: [String]) -> Bool {
        let typed = addresses.count(where: AddressShape.hasStreetType)
        return typed * 10 > addresses.count * 3
    }
}
