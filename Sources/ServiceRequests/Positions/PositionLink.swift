import DelimitedText
import Foundation

/// The position that a link to a map marks: `https://www.google.com/maps?q=39.295,-76.615`, `geo:39.295,-76.615`.
///
/// The middle of a view (`@39.295,-76.615,17z`) is none: people move a map aside.
struct PositionLink: Sendable, Equatable {
    /// Latitude and longitude with a comma between them.
    let pair: String

    /// - Returns: `nil` for a text that is no such link, and for a link that marks no position in numbers.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        switch (text.first ?? 0) | 0x20 {
        case UInt8(ascii: "g"), UInt8(ascii: "h"): break
        default: return nil
        }
        let plain = FieldText.string(text).trimmingCharacters(in: .whitespaces)
        let link = (plain.removingPercentEncoding ?? plain).lowercased()
        if link.hasPrefix("geo:") {
            guard let pair = Self.firstTwo(of: link.dropFirst(4).prefix { $0 != ";" && $0 != "?" }) else {
                return nil
            }
            self.pair = pair
        } else if link.hasPrefix("http://") || link.hasPrefix("https://") {
            guard let pair = Self.pin(in: link) ?? Self.marker(in: link) ?? Self.query(in: link) else {
                return nil
            }
            self.pair = pair
        } else {
            return nil
        }
    }

    /// The place that Google Maps shows, behind `!3d` and `!4d`.
    private static func pin(in link: String) -> String? {
        number(after: "!3d", in: link).flatMap { north in
            number(after: "!4d", in: link).map { "\(north), \($0)" }
        }
    }

    /// OpenStreetMap's marker.
    private static func marker(in link: String) -> String? {
        number(after: "mlat=", in: link).flatMap { north in
            number(after: "mlon=", in: link).map { "\(north), \($0)" }
        }
    }

    private static func query(in link: String) -> String? {
        let values = link.drop { $0 != "?" }.dropFirst().split { $0 == "&" || $0 == "#" }
        for name in ["q=", "query=", "ll=", "daddr=", "destination="] {
            guard let found = values.first(where: { $0.hasPrefix(name) }) else { continue }
            let value = found.dropFirst(name.count)
            if let pair = firstTwo(of: value.hasPrefix("loc:") ? value.dropFirst(4) : value) { return pair }
        }
        return nil
    }

    private static func number(after mark: String, in link: String) -> Substring? {
        guard let found = link.firstRange(of: mark) else { return nil }
        let number = link[found.upperBound...].prefix { "0123456789.-".contains($0) }
        return number.isEmpty ? nil : number
    }

    /// Returns two numbers with a comma or a plus between them; a third is a height.
    private static func firstTwo(of text: Substring) -> String? {
        let parts = text.split { $0 == "," || $0 == "+" || $0 == " " }
        guard (2...3).contains(parts.count), parts.allSatisfy({ Double($0) != nil }) else { return nil }
        return "\(parts[0]), \(parts[1])"
    }
}
