import Algorithms
import Chronology
import Foundation
import Geometry
import Wording

extension CityFile {
    /// Reads and checks a city file.
    ///
    /// - Throws: ``CityFileError`` for a file that is missing or no YAML, a key that is unknown or missing, a value of
    ///   the wrong kind, a file that is named and not there, or two editions in force from one day.
    package static func read(_ path: String) throws(CityFileError) -> CityFile {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CityFileError(path: path, unreadable(path))
        }
        return try parse(text, path: path)
    }

    /// Reads a city file's text; files that it names are looked for from the folder of `path`.
    package static func parse(_ text: String, path: String) throws(CityFileError) -> CityFile {
        let root = try YAMLMapping(text: text, path: path, section: CityKeys.root)
        var city = CityFile(
            path: path, name: try root.string("name") ?? "the city", timeZone: try timeZone(root))
        if let requests = try root.mapping("requests") { city.requests = try requestSettings(requests) }
        if let statuses = try root.mapping("statuses") { city.statuses = try statusSettings(statuses) }
        for layer in try root.mappings("layers") { city.layers.append(try layerSettings(layer)) }
        city.layerNames = city.layers.map(\.name)
        if let reference = try root.mapping("reference") { try city.takeReference(reference) }
        if let map = try root.mapping("map") { try city.takeMap(map) }
        // Before the categories, whose targets may count business days.
        if let business = try root.mapping("business") { city.business = try businessCalendar(business) }
        for (name, settings) in try root.named("categories") {
            try city.take(categorySettings(settings, city.business), for: name)
        }
        if let staff = try root.mapping("staff") {
            city.staff = StaffSettings(
                channels: try staff.texts("channels"), categories: try staff.texts("categories"))
            city.lines.take(staff.lines, prefix: "staff: ")
        }
        city.returning = try root.texts("returning")
        if let referrals = try root.mapping("referrals") {
            city.referralChannels = try referrals.texts("channels")
            city.lines.take(referrals.lines, prefix: "referrals: ")
        }
        city.lines.take(root.lines)
        city.fiscalYearMonth = try root.month("fiscal_year") ?? 1
        try refuseRepeatedLayers(city, in: root)
        city.files += root.namedFiles
        return city
    }

    private static func unreadable(_ path: String) -> CityFileError.Fault {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .missing }
        return isFolder.boolValue ? .isFolder : .notText
    }

    private static func timeZone(_ root: YAMLMapping) throws(CityFileError) -> String {
        let identifier = try root.required("timezone")
        if let fault = TimeZoneNames.fault(in: identifier) { throw root.error("timezone", fault) }
        return identifier
    }

    // MARK: Requests and layers

    /// What stands between the columns of two streets that meet.
    private static let crossingSign = "&"

    private static func requestSettings(_ map: YAMLMapping) throws(CityFileError) -> RequestSettings {
        var settings = RequestSettings(profile: try map.choice("profile"))
        if let columns = try map.mapping("columns") {
            settings.columns = try columns.singleTexts()
            var address = try columns.textOrTexts("address")
            if let sign = address.firstIndex(of: crossingSign) {
                address.remove(at: sign)
                guard sign > 0, sign < address.count, !address.contains(crossingSign) else {
                    throw columns.error(
                        "address", "a & stands once, between the columns of two streets that meet")
                }
                settings.crossingPart = sign
            }
            if address.count > 1 {
                settings.addressParts = address
            } else {
                settings.columns["address"] = address.first
            }
            try takeDates(columns, &settings)
            settings.lines.take(columns.lines)
        }
        if let times = try map.mapping("times") {
            settings.timeColumns = try times.singleTexts()
            settings.lines.take(times.lines, prefix: "times: ")
        }
        settings.identification = try map.choice("ids").flatMap(Identification.init)
        if settings.identification == .lineNumber, settings.columns["id"] != nil {
            throw map.error("ids", "ids: line number says that there is no column id; leave one of them out")
        }
        settings.encoding = try map.choice("encoding")
        settings.sheet = try map.string("sheet")
        settings.dateOrder = try map.choice("dates").flatMap(DateOrder.init)
        settings.zulu = try map.choice("zulu").flatMap(ZuluTime.init)
        settings.placeholders = try map.coordinates("placeholders")
        settings.referenceSystem = try map.string("crs")
        settings.lines.take(map.lines)
        return settings
    }

    /// Takes dates of one column, or of three: the year's, the month's and the day's.
    private static func takeDates(
        _ columns: YAMLMapping, _ settings: inout RequestSettings
    ) throws(CityFileError) {
        for key in CityKeys.dateColumns {
            let names = try columns.textOrTexts(key)
            switch names.count {
            case 0: continue
            case 1: settings.columns[key] = names[0]
            case 3: settings.dateParts[key] = names
            default:
                throw columns.error(
                    key,
                    "\(key): takes one column, or three: those of the year, the month and the day, such as "
                        + "[Year, Month, Day]; a time of day stands under times:")
            }
        }
    }

    private static func statusSettings(_ map: YAMLMapping) throws(CityFileError) -> StatusSettings {
        let settings = StatusSettings(
            closed: try map.texts("closed"), open: try map.texts("open"), ignored: try map.texts("ignored"))
        var meanings: [String: String] = [:]
        for (key, words) in [
            ("closed", settings.closed), ("open", settings.open), ("ignored", settings.ignored),
        ] {
            for word in words {
                if let other = meanings.updateValue(key, forKey: word.lowercased()), other != key {
                    throw map.error(key, "“\(word)” stands under \(other): and under \(key):; leave one out")
                }
            }
        }
        return settings
    }

    private static func layerSettings(_ map: YAMLMapping) throws(CityFileError) -> LayerSettings {
        let name = try map.required("name")
        var layer = LayerSettings(name: name, title: try map.string("title") ?? name)
        layer.assigned = try map.string("assigned")
        layer.aliases = try map.strings("aliases")
        layer.aliasLines = map.lines("aliases")
        layer.statedUncertainty = try map.quantity("uncertainty")
        layer.people = try map.string("people")
        layer.lines = map.lines
        for entry in try map.mappings("accepted") {
            layer.accepted.append(
                AcceptedSettings(
                    from: try entry.required("from"), to: try entry.required("to"),
                    why: try entry.required("why"), line: entry.line))
        }
        for edition in try map.mappings("editions") {
            layer.editions.append(try editionSettings(edition, layer: name))
        }
        guard !layer.editions.isEmpty else {
            throw map.error("editions", "layer \(name) has no edition; add editions: [{file: areas.geojson}]")
        }
        layer.editions.sort { ($0.from?.daysSince1970 ?? .min) < ($1.from?.daysSince1970 ?? .min) }
        try refuseRepeatedDays(layer, in: map)
        return layer
    }

    private static func editionSettings(
        _ map: YAMLMapping, layer: String
    ) throws(CityFileError) -> EditionSettings {
        EditionSettings(
            file: try map.requiredFile("file", whose: "an edition of layer \(layer)"),
            layer: try map.string("layer"),
            code: try map.string("code"), title: try map.string("title"), from: try map.date("from"),
            line: map.line, lines: map.lines)
    }

    // MARK: Reference and map

    private mutating func takeReference(_ map: YAMLMapping) throws(CityFileError) {
        streets = try map.mapping("streets").map { (map) throws(CityFileError) in
            var settings = try Self.referenceSettings(map)
            settings.sideOffset = try map.quantity("offset")
            return settings
        }
        addresses = try map.mapping("addresses").map { (map) throws(CityFileError) in
            try Self.referenceSettings(map)
        }
        names = NameSettings(
            streets: try map.strings("aliases"), file: try map.file("alias_file", whose: "the reference"),
            towns: try map.strings("town_aliases"), ownTowns: try map.texts("towns"),
            fileLine: map.lines["alias_file"])
    }

    private static func referenceSettings(_ map: YAMLMapping) throws(CityFileError) -> ReferenceSettings {
        var settings = ReferenceSettings(
            file: try map.requiredFile("file", whose: "the reference"), layer: try map.string("layer"),
            profile: try map.choice("profile"), lines: map.lines)
        if let columns = try map.mapping("columns") {
            settings.columns = try columns.singleTexts()
            settings.lines.take(columns.lines)
        }
        return settings
    }

    private mutating func takeMap(_ map: YAMLMapping) throws(CityFileError) {
        water = try map.mapping("water").map { (map) throws(CityFileError) in
            WaterSettings(
                file: try map.requiredFile("file", whose: "the map's water"), layer: try map.string("layer"),
                lines: map.lines)
        }
        contact = try map.mapping("contact").map { (map) throws(CityFileError) in
            let url = try map.string("url")
            if let url, !["http://", "https://"].contains(where: url.lowercased().hasPrefix) {
                throw map.error("url", "url: “\(url)” is no page; such as https://example.org")
            }
            let mail = try map.string("mail")
            if let mail,
                mail.split(separator: "@", omittingEmptySubsequences: false).count != 2
                    || mail.contains(where: \.isWhitespace)
            {
                throw map.error("mail", "mail: “\(mail)” is no address of mail; such as office@example.org")
            }
            return ContactSettings(
                name: try map.string("name"), telephone: try map.string("telephone"),
                mail: mail, url: url, logo: try map.file("logo", whose: "the contact"))
        }
    }

    // MARK: Categories and days

    private static func categorySettings(
        _ map: YAMLMapping, _ calendar: BusinessCalendar
    ) throws(CityFileError) -> CategorySettings {
        CategorySettings(
            radius: try map.quantity("radius"), minimum: try map.integer("minimum"),
            repairLife: try map.quantity("repair_life"), gap: try map.quantity("gap"),
            target: try map.deadline("target", calendar),
            privacy: try map.bool("private").map { $0 ? .counted : .open },
            title: try map.string("title"), group: try map.string("group"), line: map.line)
    }

    /// Two ways to write one name are one category: what they say may not differ.
    private mutating func take(_ settings: CategorySettings, for name: String) throws(CityFileError) {
        guard let other = categories.writtenName(for: name), let known = categories[other] else {
            categories[name] = settings
            return
        }
        var same = settings
        same.line = known.line
        guard same != known else { return }
        throw error(
            line: settings.line,
            "categories: “\(name)” and “\(other)” are one name, whatever its case, accents and spaces, and say different"
                + " things; leave one out")
    }

    private static func businessCalendar(_ map: YAMLMapping) throws(CityFileError) -> BusinessCalendar {
        BusinessCalendar(
            weekdays: try map.weekdays("days") ?? BusinessCalendar().weekdays,
            hours: try map.hours("hours") ?? BusinessCalendar().hours, holidays: try map.holidays("holidays"))
    }

    // MARK: What must not stand twice

    /// Two editions from one day leave no way to tell which is in force on it.
    private static func refuseRepeatedDays(_ layer: LayerSettings, in map: YAMLMapping) throws(CityFileError)
    {
        for (earlier, later) in layer.editions.adjacentPairs()
        where earlier.from == later.from {
            let day = later.from.map { "from \($0)" } ?? "from the beginning (neither says from:)"
            throw CityFileError(
                path: map.path, line: later.line, key: "from",
                message:
                    "layer \(layer.name): \(fileName(earlier.file)) and \(fileName(later.file)) are both in force "
                    + "\(day); give each edition its own from: date")
        }
    }

    private static func refuseRepeatedLayers(_ city: CityFile, in root: YAMLMapping) throws(CityFileError) {
        var seen: Set<String> = []
        for layer in city.layers where !seen.insert(layer.name).inserted {
            throw root.error("layers", "two layers are named \(layer.name); give each its own name")
        }
    }

    private static func fileName(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
