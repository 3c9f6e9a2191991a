package import Chronology

/// Moments as a GeoPackage has them, `2024-07-01T13:30:00.000Z`: always 24 letters, in UTC.
package enum GeoPackageMoment {
    private static let length = 24

    package static func text(_ moment: Timestamp) -> String {
        CityClock.utc.text(at: moment).prefix { $0 != "+" } + ".000Z"
    }

    /// Returns the moment that a text names in that form, `nil` for a text of another form.
    package static func moment(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard text.count == length else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for byte in text[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = number * 10 + Int(byte) - 0x30
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return Timestamp(
            secondsSince1970: Int64(date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second))
    }
}
