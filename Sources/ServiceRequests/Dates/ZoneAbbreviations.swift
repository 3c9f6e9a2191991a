import Chronology

/// What abbreviations such as `EST` mean, which one offset has in one country and another in the next.
enum ZoneAbbreviations {
    /// Returns the moment of a wall time with an abbreviation of the city's own zone, `nil` for one of another zone.
    ///
    /// The abbreviation's offset counts, which tells the two readings of a repeated hour apart: `EST` is five hours west of Greenwich
    /// in July too, when New York's own clock is an hour ahead of it, and `ET` is that clock. In New York `CDT` is another zone's,
    /// though New York has its offset in winter.
    static func moment(wall: Int64, zone: UInt64, clock: CityClock) -> Int64? {
        let local = clock.timestamp(wallSeconds: wall).secondsSince1970
        if let named = NamedZones.clock(zone) {
            // A zone of another name is the city's own where its clocks show the same: US/Eastern in New York.
            return named.timestamp(wallSeconds: wall).secondsSince1970 == local ? local : nil
        }
        if let standard = generic[zone] {
            return moment(wall: wall, zone: standard, clock: clock) == nil ? nil : local
        }
        guard let hours = offsets[zone] else { return ofHere.contains(zone) ? local : nil }
        let own = hours.map { Int64($0 * 3600) }.filter(clock.hasOffset)
        guard !own.isEmpty else { return nil }
        let matching = own.map { wall - $0 }.first {
            clock.wallSeconds(at: Timestamp(secondsSince1970: $0)) == wall
        }
        if let matching { return matching }
        return own.first { isOfZone($0, abbreviation: zone, wall: wall, clock: clock) }.map { wall - $0 }
    }

    /// Whether an abbreviation's offset is what the zone has in the half of the year that the abbreviation means.
    private static func isOfZone(_ offset: Int64, abbreviation: UInt64, wall: Int64, clock: CityClock) -> Bool
    {
        // Summer time lasts up to 238 days, so that half a year before and after may both fall into it.
        let year = [-182, -91, 0, 91, 182].map { (days: Int64) in
            let moment = wall + days * 86_400
            return clock.wallSeconds(at: Timestamp(secondsSince1970: moment)) - moment
        }
        guard let least = year.min(), let greatest = year.max() else { return false }
        if ofSummer.contains(abbreviation) { return offset == greatest && greatest > least }
        return ofWinter.contains(abbreviation) ? offset == least : year.contains(offset)
    }

    private static let ofSummer = Set(
        [
            "edt", "cdt", "mdt", "pdt", "akdt", "hdt", "adt", "ndt", "bst", "idt", "west", "cest", "mesz",
            "eest", "brst", "clst", "aedt", "acdt", "nzdt",
        ].map(TextCursor.packed))
    private static let ofWinter = Set(
        [
            "est", "cst", "mst", "pst", "akst", "hst", "ast", "nst", "wet", "cet", "mez", "eet", "brt", "clt",
            "aest", "acst", "nzst",
        ].map(TextCursor.packed))

    /// Hours east of Greenwich.
    private static let offsets: [UInt64: [Double]] = {
        let known: [(String, [Double])] = [
            ("est", [-5, 10]), ("edt", [-4, 11]), ("cst", [-6, 9.5, 8]), ("cdt", [-5, 10.5]), ("mst", [-7]),
            ("mdt", [-6]),
            ("pst", [-8, 8]), ("pdt", [-7]), ("akst", [-9]), ("akdt", [-8]), ("hst", [-10]), ("hdt", [-9]),
            ("ast", [-4, 3]),
            ("adt", [-3]), ("nst", [-3.5]), ("ndt", [-2.5]), ("sst", [-11]), ("chst", [10]),
            ("bst", [1]), ("ist", [1, 5.5, 2]), ("idt", [3]), ("wet", [0]), ("west", [1]), ("cet", [1]),
            ("cest", [2]),
            ("mez", [1]), ("mesz", [2]), ("eet", [2]), ("eest", [3]), ("msk", [3]), ("trt", [3]),
            ("sast", [2]), ("cat", [2]), ("eat", [3]), ("wat", [1]), ("aest", [10]), ("aedt", [11]),
            ("acst", [9.5]),
            ("acdt", [10.5]), ("awst", [8]), ("nzst", [12]), ("nzdt", [13]), ("jst", [9]), ("kst", [9]),
            ("hkt", [8]),
            ("sgt", [8]), ("myt", [8]), ("pht", [8]), ("ict", [7]), ("wib", [7]),
            ("brt", [-3]), ("brst", [-2]), ("art", [-3]), ("clt", [-4]), ("clst", [-3]), ("cot", [-5]),
            ("pet", [-5]),
            ("ect", [-5]), ("bot", [-4]), ("uyt", [-3]), ("vet", [-4]), ("pyt", [-4]),
        ]
        return Dictionary(uniqueKeysWithValues: known.map { (TextCursor.packed($0.0), $0.1) })
    }()

    /// Names of both halves of the year, with the abbreviation of the zone's winter.
    private static let generic: [UInt64: UInt64] = {
        let names = [
            ("et", "est"), ("ct", "cst"), ("mt", "mst"), ("pt", "pst"), ("at", "ast"), ("akt", "akst"),
            ("eastern", "est"), ("central", "cst"), ("mountain", "mst"), ("pacific", "pst"),
        ]
        return Dictionary(
            uniqueKeysWithValues: names.map { (TextCursor.packed($0.0), TextCursor.packed($0.1)) })
    }()

    private static let ofHere = Set(["local", "lt"].map(TextCursor.packed))

    /// Whether letters are the abbreviation of some zone.
    static func isKnown(_ name: UInt64) -> Bool { offsets[name] != nil || generic[name] != nil }
}
