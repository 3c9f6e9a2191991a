/// The reference system that the text of a position names beside its numbers.
enum NamedSystem {
    /// Esri's own numbers of Web Mercator.
    static let webMercators: Set<Int> = [102_100, 102_113, 900_913]
    static let webMercator = 3857

    /// Returns its number: of `"wkid":4267`, `"latestWkid":2248`, `"srid":4267`, `"EPSG:4267"`, `urn:ogc:def:crs:EPSG::4267`,
    /// `http://www.opengis.net/def/crs/EPSG/0/4267` and `{"type":"EPSG","properties":{"code":4267}}`.
    ///
    /// - Parameter text: In small letters.
    static func number(in text: String) -> Int? {
        ["latestwkid", "wkid", "srid"].lazy.compactMap { digits(after: $0, in: text) }.first
            ?? text.firstRange(of: "epsg").flatMap { name in
                lastDigits(of: text[name.upperBound...].prefix { !"\"'>},".contains($0) })
                    ?? digits(after: "code", in: text)
            }
    }

    private static func digits(after name: String, in text: String) -> Int? {
        guard let found = text.firstRange(of: name) else { return nil }
        let rest = text[found.upperBound...].drop { "\"':= ".contains($0) }
        return number(rest.prefix { $0.isASCII && $0.isNumber })
    }

    private static func lastDigits(of text: Substring) -> Int? {
        text.split { !($0.isASCII && $0.isNumber) }.last.flatMap(number)
    }

    private static func number(_ digits: Substring) -> Int? { digits.count <= 9 ? Int(digits) : nil }
}
