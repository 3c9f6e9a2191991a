package import Geometry

/// The degrees in two columns of a list of addresses.
package enum AddressDegrees {
    /// Returns the position that two texts say, with a point or a comma before the decimals; `nil` where they say none.
    package static func position(longitude: String, latitude: String) -> Coordinate? {
        guard let longitude = number(longitude), let latitude = number(latitude), abs(longitude) <= 180,
            abs(latitude) <= 90
        else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func number(_ text: String) -> Double? {
        if let number = Double(text) { return number }
        let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
        guard commas == 1, !text.utf8.contains(UInt8(ascii: ".")) else { return nil }
        return Double(text.map { $0 == "," ? "." : String($0) }.joined())
    }
}
