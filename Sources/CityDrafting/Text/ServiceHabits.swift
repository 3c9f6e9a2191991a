import Chronology
import City
import Records
import ServiceRequests

/// What a file's channels, categories and openings tell of how a city works: which requests staff made, which kinds come back by
/// their nature, who refers requests, and whether a `Z` is meant. What only names tell is offered and not set.
struct ServiceHabits {
    /// Channels and categories that only staff have by usual names, with how many of the rows looked at have them.
    let staffChannels: [(name: String, count: Int)]
    let staffCategories: [(name: String, count: Int)]
    /// Categories that come back by their nature, by their names.
    let returning: [String]
    /// Channels of the council's offices, by their names.
    let referrals: [String]
    /// The hours of openings that end in Z; `nil` where none do, or where they are usual ones as UTC or as written are not.
    let zulu: ZuluHours?

    init(_ parts: DraftParts) {
        func counts(_ field: RequestField) -> [(name: String, count: Int)] {
            guard let column = parts.columns.column(field) else { return [] }
            var counts: [String: Int] = [:]
            for text in parts.sample.columns[column] where !text.isEmpty { counts[text, default: 0] += 1 }
            return counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        }
        let (channels, categories) = (counts(.channel), counts(.category))
        typealias Staff = CityFile.StaffSettings
        staffChannels = channels.filter { Staff.isUsualChannel($0.name) }
        staffCategories = categories.filter { Staff.isUsualCategory($0.name) }
        let staff = Set(staffCategories.map(\.name))
        returning = categories.map(\.name).filter { name in
            !staff.contains(name) && Self.comesBack(name)
        }.sorted()
        referrals = channels.map(\.name).filter { Self.says($0, Self.referralWords) }.sorted()
        zulu = Self.zulu(parts)
    }

    /// Kinds that come again where all is well are collections of waste: next week's bin, the next sofa. Either word alone says
    /// something else: a trash can that is broken, a collection agency, a pothole's patch.
    private static func comesBack(_ name: String) -> Bool {
        says(name, wasteWords) && says(name, collectionWords)
    }

    private static let wasteWords: Set<String> = [
        "trash", "garbage", "refuse", "recycling", "recyclables", "rubbish", "waste", "bulk", "bulky", "leaf",
        "leaves", "compost", "organics", "bin", "bins", "cart", "carts", "basura", "residuos", "reciclaje",
        "voluminosos", "ordures", "déchets", "encombrants", "recyclage", "müll", "sperrmüll", "restmüll",
        "biotonne", "afval", "huisvuil", "grofvuil", "rifiuti", "ingombranti", "lixo", "entulho",
    ]
    private static let collectionWords: Set<String> = [
        "missed", "collection", "collections", "pickup", "pickups", "collected", "uncollected", "scheduled",
        "scheduling", "recolección", "recogida", "collecte", "ramassage", "abholung", "leerung",
        "abgeholt", "ophalen", "opgehaald", "inzameling", "raccolta", "ritiro", "coleta", "recolha",
    ]
    private static let referralWords: Set<String> = [
        "council", "councilmember", "councilman", "councilor", "councillor", "alderman", "alderperson",
        "aldermanic",
        "mayor", "mayors", "elected", "concejal", "conseiller",
    ]

    /// Whether a name holds one of some words, whole.
    private static func says(_ name: String, _ words: Set<String>) -> Bool {
        name.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
    }

    // MARK: Hours

    private static let fewest = 50

    private static func zulu(_ parts: DraftParts) -> ZuluHours? {
        guard let column = parts.columns.column(.opened), let zone = parts.zone?.name,
            let clock = CityClock(timeZone: zone), let utc = CityClock(timeZone: "UTC")
        else { return nil }
        var written = HoursOfDay()
        var asUTC = HoursOfDay()
        // Outside the loop: within, it would be compiled for each row.
        let instant = /(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z/
        for text in parts.sample.columns[column] {
            guard let match = text.wholeMatch(of: instant),
                let day = CivilDate(iso: String(match.1)), let hour = Int64(match.2),
                let minute = Int64(match.3)
            else { continue }
            let moment = Timestamp(
                secondsSince1970: utc.startOfDay(day).secondsSince1970 + hour * 3600 + minute * 60)
            written.add(minute: hour * 60 + minute)
            let local = clock.wallSeconds(at: moment)
            asUTC.add(minute: (local % 86_400 + 86_400) % 86_400 / 60)
        }
        let hours = ZuluHours(written: written, asUTC: asUTC)
        return written.count >= fewest && hours.speakForLocal ? hours : nil
    }
}

/// The hours at which requests were opened by times that end in Z, as they are written and as they are in the city if they are UTC.
struct ZuluHours: Sendable {
    let written: HoursOfDay
    let asUTC: HoursOfDay

    fileprivate var speakForLocal: Bool {
        let usual = HoursOfDay.usualForRequests
        return usual.contains(written.mean) && !usual.contains(asUTC.mean)
    }

    /// Whether the city would sleep through its own requests, were the times UTC. Two hours at which people are awake tell nothing.
    var areClear: Bool { asUTC.nightShare >= 0.05 && asUTC.nightShare >= 4 * written.nightShare }
}
