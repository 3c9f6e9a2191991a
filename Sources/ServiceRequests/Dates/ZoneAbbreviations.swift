import Chronology

/// What abbreviations such as `EST` mean, which one offset has in one country and another in the next.
enum ZoneAbbreviations {
    /// Returns the moment of a wall time with an abbreviation of the city's own zone, `nil` for one of another zone.
    ///
    /// Where the zone has the abbreviation's offset at that time, it tells the two readings of a repeated hour apart. Where it
    /// has it at other times of the year, as many programs write `EST` in summer too, the wall clock counts.
    static func moment(wall: Int64, zone: UInt64, clock: CityClock) -> Int64? {
        let local = clock.timestamp(wallSeconds: wall).secondsSince1970
        guard let hours = offsets[zone] else { return generic.contains(zone) ? local : nil }
        let own = hours.map { Int64($0 * 3600) }.filter(clock.hasOffset)
        guard !own.isEmpty else { return nil }
        return own.map { wall - $0 }.first { clock.wallSeconds(at: Timestamp(secondsSince1970: $0)) == wall }
            ?? local
    }

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

    /// Names without an offset.
    private static let generic = Set(
        ["et", "ct", "mt", "pt", "at", "eastern", "central", "mountain", "pacific", "local", "lt"].map(
            TextCursor.packed))
}
