/// The time zones of the United States by the first three digits of ZIP codes, which states and their parts have of their own.
enum AmericanZones {
    /// Returns the zone of nine in ten ZIP codes, `nil` where they lie in several.
    static func zone(of zips: [String]) -> String? {
        let zones = zips.compactMap { text in Int(text.prefix(3)).flatMap(zone) }
        var counts: [String: Int] = [:]
        for zone in zones { counts[zone, default: 0] += 1 }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 10 >= zones.count * 9
        else { return nil }
        return most.key
    }

    private static func zone(_ prefix: Int) -> String? {
        table.first { $0.prefixes.contains(prefix) }?.zone
    }

    /// Parts of states come before the whole.
    private static let table: [(prefixes: ClosedRange<Int>, zone: String)] = [
        (324...325, central), (373...374, eastern), (376...379, eastern), (350...397, central),
        (420...424, central),
        (463...464, central), (476...477, central), (480...499, "America/Detroit"), (577...577, mountain),
        (590...599, mountain), (692...693, mountain), (798...799, mountain), (835...835, pacific),
        (838...838, pacific), (832...837, "America/Boise"), (850...865, "America/Phoenix"),
        (885...885, mountain),
        (979...979, "America/Boise"), (967...968, "Pacific/Honolulu"), (995...999, "America/Anchorage"),
        (5...5, eastern), (10...349, eastern), (398...479, eastern), (500...797, central),
        (800...884, mountain),
        (889...961, pacific), (970...994, pacific),
    ]

    private static let eastern = "America/New_York"
    private static let central = "America/Chicago"
    private static let mountain = "America/Denver"
    private static let pacific = "America/Los_Angeles"
}
