import Chronology

/// The text of a workbook's number, as its cell shows it.
enum CellNumber {
    /// Returns a number with the fifteen digits that spreadsheets keep: files hold `39.295000000000002` for 39.295, and
    /// `2.4000001234E+10` for an id.
    static func text(_ written: String) -> String {
        guard let value = Double(written), value.isFinite else { return written }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        guard
            written.utf8.count(where: { $0 &- 48 < 10 }) > 15
                || written.contains(where: { $0 == "E" || $0 == "e" })
        else { return written }
        return rounded(value) ?? written
    }

    /// Returns the decimal number of at most fifteen digits that is nearest, `nil` where it would take an exponent.
    private static func rounded(_ value: Double) -> String? {
        guard abs(value) >= 1e-5, abs(value) < 1e15 else { return nil }
        var whole = 1.0
        var wholeDigits = abs(value) < 1 ? 0 : 1
        while abs(value) >= whole * 10 {
            whole *= 10
            wholeDigits += 1
        }
        let decimals = 15 - wholeDigits
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let digits = String(Int((abs(value) * scale).rounded()))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let fraction = padded.suffix(decimals).reversed().drop { $0 == "0" }.reversed()
        let text = padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + String(fraction))
        return (value < 0 ? "-" : "") + text
    }

    /// Returns the date and time of a day's number: `2024-03-01`, `2024-03-01T10:00:00`, `10:00:00` for a time of no day, with
    /// milliseconds where it has such. `nil` where no calendar has the day.
    ///
    /// - Parameter countsFrom1904: Whether days are counted from 1904, as on old Macintosh computers.
    static func date(_ written: String, countsFrom1904: Bool) -> String? {
        guard var serial = Double(written), serial.isFinite, serial >= 0, serial < 2_958_466 else {
            return nil
        }
        if countsFrom1904 { serial += 1462 }
        var milliseconds = Int((serial * 86_400_000).rounded())
        // Numbers of days have sixteen digits: half a millisecond is noise.
        if milliseconds % 1000 == 999 || milliseconds % 1000 == 1 {
            milliseconds = (milliseconds + 500) / 1000 * 1000
        }
        let (day, time) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        // 1900 is taken for a leap year, so that the days before March are counted from one day later.
        let date = CivilDate(daysSince1970: day - (day < 60 ? 25_568 : 25_569)).description
        if day == 0, !countsFrom1904 { return clock(time) }
        return time == 0 ? date : "\(date)T\(clock(time))"
    }

    private static func clock(_ milliseconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = milliseconds / 1000
        let rest = milliseconds % 1000
        let text = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return rest == 0 ? text : "\(text).\(rest < 10 ? "00" : rest < 100 ? "0" : "")\(rest)"
    }
}
