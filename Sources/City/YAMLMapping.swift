import Chronology
import Foundation
import Geometry
import Synchronization
import Wording
import Yams

/// One mapping of a YAML file with the keys that it may have, asked for its values by key; what is wrong is said with
/// its line.
///
/// Keys that the section does not name are refused as soon as the mapping is made. Asking for one that it does not name
/// is a mistake of the reader, not of the file.
struct YAMLMapping {
    let path: String
    let line: Int
    private let node: Node.Mapping
    private let section: CitySection
    private let files: NamedFiles

    init(text: String, path: String, section: CitySection) throws(CityFileError) {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch let error as YamlError {
            throw YAMLFault(error, in: text).error(path: path)
        } catch {
            throw CityFileError(path: path, .notYAML("\(error)"))
        }
        guard let root, let mapping = root.mapping else {
            throw CityFileError(
                path: path, line: 1,
                message: "holds no settings; a city file begins with lines such as name: Fairhaven")
        }
        try self.init(mapping, line: 1, path: path, section: section, files: NamedFiles())
    }

    private init(
        _ node: Node.Mapping, line: Int, path: String, section: CitySection, files: NamedFiles
    ) throws(CityFileError) {
        self.node = node
        self.line = line
        self.path = path
        self.section = section
        self.files = files
        try refuseUnknownKeys()
    }

    // MARK: Errors

    func error(_ key: String, _ message: String) -> CityFileError {
        CityFileError(path: path, line: node[key]?.mark?.line ?? line, key: key, message: message)
    }

    private func refuseUnknownKeys() throws(CityFileError) {
        let known = section.keys.map(\.name)
        for (key, _) in node {
            let name = key.string ?? "?"
            guard !known.contains(name) else { continue }
            // Columns are many in one file; other keys are found by their line.
            let place = section.path.hasSuffix("columns") ? "\(section.path): " : ""
            throw CityFileError(
                path: path, line: key.mark?.line ?? line, key: name,
                message:
                    "\(place)unknown key “\(name)”; did you mean \(Spelling.nearest(to: name, among: known))? "
                    + "Known here: \(known.joined(separator: ", "))")
        }
    }

    private func wrongKind(_ key: String, _ wanted: String) -> CityFileError {
        error(key, "\(key) should be \(wanted)")
    }

    private func unfit(_ key: String, text: String, kind: String) -> CityFileError {
        error(key, "\(key): “\(text)” is no \(kind); such as \(specification(key).example)")
    }

    private func specification(_ key: String) -> CityKey {
        guard let found = section.key(key) else {
            preconditionFailure("the table of keys has no \(section.path): \(key)")
        }
        return found
    }

    /// The value under a key, or `nil` where it is absent or null.
    private func value(_ key: String) -> Node? {
        _ = specification(key)
        guard let value = node[key], value != Node("", Tag(.null)), value.null == nil else { return nil }
        return value
    }

    // MARK: Texts

    func string(_ key: String) throws(CityFileError) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.scalar?.string else { throw wrongKind(key, "a text") }
        return text
    }

    func required(_ key: String) throws(CityFileError) -> String {
        guard let text = try string(key) else {
            throw error(key, "\(key): is missing; such as \(key): \(specification(key).example)")
        }
        return text
    }

    /// Returns a list of texts, empty where absent.
    func texts(_ key: String) throws(CityFileError) -> [String] {
        guard let value = value(key) else { return [] }
        let wanted = "a list of texts, such as \(specification(key).example)"
        guard let list = value.sequence else { throw wrongKind(key, wanted) }
        var texts: [String] = []
        for entry in list {
            guard let text = entry.scalar?.string else { throw wrongKind(key, wanted) }
            // Nothing has an empty name: what was meant would be passed over.
            guard entry.null == nil, text.contains(where: { !$0.isWhitespace }) else {
                throw CityFileError(
                    path: path, line: entry.mark?.line ?? line, key: key,
                    message: "\(key): an entry of the list is empty; leave it out")
            }
            texts.append(text)
        }
        return texts
    }

    /// Returns a text as a list of one, or a list of texts; empty where absent.
    func textOrTexts(_ key: String) throws(CityFileError) -> [String] {
        if let text = value(key)?.scalar?.string { return [text] }
        return try texts(key)
    }

    /// Returns the values of all keys that take one text.
    func singleTexts() throws(CityFileError) -> [String: String] {
        var texts: [String: String] = [:]
        for key in section.keys {
            if case .text = key.form { texts[key.name] = try string(key.name) }
        }
        return texts
    }

    /// Returns a mapping of texts to texts, empty where absent.
    func strings(_ key: String) throws(CityFileError) -> [String: String] {
        guard let value = value(key) else { return [:] }
        guard let map = value.mapping else {
            throw wrongKind(key, "pairs such as \(specification(key).example)")
        }
        var result: [String: String] = [:]
        for (name, value) in map {
            guard let text = name.scalar?.string, let meaning = value.scalar?.string else {
                throw CityFileError(
                    path: path, line: name.mark?.line ?? line, key: key,
                    message: "\(key) should hold pairs such as \(specification(key).example)")
            }
            result[text] = meaning
        }
        return result
    }

    /// The lines on which the values of the keys stand.
    var lines: KeyLines {
        var lines = KeyLines()
        for (key, value) in node { if let name = key.string { lines[name] = value.mark?.line ?? line } }
        return lines
    }

    /// Returns the lines of what ``strings(_:)`` returns, by the same texts.
    func lines(_ key: String) -> [String: Int] {
        var lines: [String: Int] = [:]
        for (name, _) in node[key]?.mapping ?? [:] {
            if let text = name.scalar?.string { lines[text] = name.mark?.line ?? line }
        }
        return lines
    }

    /// Returns one of the words that the key takes, as the table of keys has it.
    func choice(_ key: String) throws(CityFileError) -> String? {
        guard case .choice(let words) = specification(key).form else {
            preconditionFailure("\(key) takes no choice of words")
        }
        guard let text = try string(key) else { return nil }
        func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        guard let found = words.first(where: { plain($0) == plain(text) }) else {
            throw error(
                key,
                "\(key): “\(text)” is not known; did you mean \(Spelling.nearest(to: text, among: words))? "
                    + "Known here: \(words.joined(separator: ", "))")
        }
        return found
    }

    // MARK: Numbers, quantities, days

    func bool(_ key: String) throws(CityFileError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let bool = value.bool else { throw wrongKind(key, "true or false") }
        return bool
    }

    func integer(_ key: String) throws(CityFileError) -> Int? {
        guard let value = value(key) else { return nil }
        guard case .whole(let range) = specification(key).form, let integer = value.int,
            range.contains(integer)
        else { throw wrongKind(key, "a whole number, such as \(specification(key).example)") }
        return integer
    }

    func date(_ key: String) throws(CityFileError) -> CivilDate? {
        guard let text = try string(key) else { return nil }
        guard let date = CivilDate(iso: text) else { throw unfit(key, text: text, kind: "date") }
        return date
    }

    private static let mostDays = 100_000.0

    /// Returns a number with its unit in the base unit: metres, days.
    func quantity(_ key: String) throws(CityFileError) -> Double? {
        guard let text = try string(key) else { return nil }
        let units: Units
        let range: ClosedRange<Double>
        switch specification(key).form {
        case .length(let metres): (units, range) = (.metres, metres)
        default: (units, range) = (.days, 0...Self.mostDays)
        }
        guard let value = units.value(of: text) else { throw unfit(key, text: text, kind: units.kind) }
        guard range.contains(value) else {
            throw error(key, "\(key): “\(text)” is not \(units.words(range))")
        }
        return value
    }

    /// Returns a time in days, or in business days of a calendar.
    func deadline(_ key: String, _ calendar: BusinessCalendar) throws(CityFileError) -> Deadline? {
        guard let text = try string(key) else { return nil }
        if let days = Units.businessDays.value(of: text), days == days.rounded(),
            (1...Self.mostDays).contains(days)
        {
            return .businessDays(Int(days), calendar)
        }
        guard let days = Units.days.value(of: text), days > 0, days <= Self.mostDays else {
            throw error(
                key, "\(key): “\(text)” is no time; such as 30 d, 36 h, or 5 bd for business days")
        }
        return .days(days)
    }

    func month(_ key: String) throws(CityFileError) -> Int? {
        guard let text = try string(key) else { return nil }
        guard let month = DayNames.month(text) else { throw unfit(key, text: text, kind: "month") }
        return month
    }

    func weekdays(_ key: String) throws(CityFileError) -> Set<Int>? {
        let texts = try textOrTexts(key)
        guard !texts.isEmpty else { return nil }
        var days: Set<Int> = []
        for text in texts {
            guard let found = DayNames.weekdays(text) else {
                throw unfit(key, text: text, kind: "day of the week")
            }
            days.formUnion(found)
        }
        return days
    }

    func hours(_ key: String) throws(CityFileError) -> Range<Int>? {
        guard let text = try string(key) else { return nil }
        guard let hours = DayNames.hours(text) else { throw unfit(key, text: text, kind: "span of hours") }
        return hours
    }

    /// Returns the days of a list, or of a file that is named.
    func holidays(_ key: String) throws(CityFileError) -> Set<CivilDate> {
        if value(key)?.scalar == nil {
            var days: Set<CivilDate> = []
            for text in try texts(key) {
                guard let day = CivilDate(iso: text) else {
                    throw error(key, "\(key): “\(text)” is no date; such as 2024-07-04")
                }
                days.insert(day)
            }
            return days
        }
        guard let file = try file(key, whose: "business") else { return [] }
        do throws(CityFileError) {
            return try HolidayFile.read(file)
        } catch {
            throw self.error(key, error.description)
        }
    }

    /// Returns pairs of longitude and latitude.
    func coordinates(_ key: String) throws(CityFileError) -> [Coordinate] {
        guard let value = value(key) else { return [] }
        let wanted = "a list of [longitude, latitude], such as \(specification(key).example)"
        guard let list = value.sequence else { throw wrongKind(key, wanted) }
        var coordinates: [Coordinate] = []
        for pair in list {
            guard let numbers = pair.sequence?.compactMap(\.float), numbers.count == 2, abs(numbers[1]) <= 90,
                abs(numbers[0]) <= 180
            else { throw wrongKind(key, wanted) }
            coordinates.append(Coordinate(longitude: numbers[0], latitude: numbers[1]))
        }
        return coordinates
    }

    // MARK: Files

    /// All files that the whole city file names, in the order in which they were asked for.
    var namedFiles: [String] { files.all }

    /// Returns the path of a file that is there, taken from the city file's folder; `nil` where none is named.
    func file(_ key: String, whose owner: String) throws(CityFileError) -> String? {
        guard let name = try string(key) else { return nil }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let file = URL(fileURLWithPath: name, relativeTo: folder).standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: file) else {
            throw error(
                key,
                "\(owner) names \(name), and there is no such file; paths are taken from the city file's folder"
            )
        }
        files.add(file)
        return file
    }

    func requiredFile(_ key: String, whose owner: String) throws(CityFileError) -> String {
        guard let file = try file(key, whose: owner) else {
            throw error(key, "\(key): is missing; such as \(key): \(specification(key).example)")
        }
        return file
    }

    // MARK: Mappings

    func mapping(_ key: String) throws(CityFileError) -> YAMLMapping? {
        guard let value = value(key) else { return nil }
        guard let mapping = value.mapping else { throw wrongKind(key, "a group of settings") }
        return try below(key, mapping, line: value.mark?.line)
    }

    func mappings(_ key: String) throws(CityFileError) -> [YAMLMapping] {
        guard let value = value(key) else { return [] }
        guard let list = value.sequence else { throw wrongKind(key, "a list, each entry after a dash") }
        var mappings: [YAMLMapping] = []
        for entry in list {
            guard let mapping = entry.mapping else { throw wrongKind(key, "a list of groups of settings") }
            mappings.append(try below(key, mapping, line: entry.mark?.line))
        }
        return mappings
    }

    /// Returns the sections under names that the city chooses, in the file's order.
    func named(_ key: String) throws(CityFileError) -> [(String, YAMLMapping)] {
        guard let value = value(key) else { return [] }
        guard let mapping = value.mapping else {
            throw wrongKind(key, "groups of settings, each with a name")
        }
        var entries: [(String, YAMLMapping)] = []
        for (name, settings) in mapping where settings.null == nil {
            guard let text = name.string, let group = settings.mapping else {
                throw CityFileError(
                    path: path, line: name.mark?.line ?? line, key: key,
                    message: "\(key): \(name.string ?? "?") should be a group of settings")
            }
            entries.append((text, try below(key, group, line: name.mark?.line)))
        }
        return entries
    }

    private func below(
        _ key: String, _ mapping: Node.Mapping, line: Int?
    ) throws(CityFileError) -> YAMLMapping {
        guard let section = specification(key).form.section else {
            preconditionFailure("\(key) takes no section")
        }
        return try YAMLMapping(mapping, line: line ?? self.line, path: path, section: section, files: files)
    }
}

/// The files that one city file names, as they are met.
private final class NamedFiles: Sendable {
    private let entries = Mutex([String]())

    var all: [String] { entries.withLock { $0 } }

    func add(_ file: String) { entries.withLock { $0.append(file) } }
}
