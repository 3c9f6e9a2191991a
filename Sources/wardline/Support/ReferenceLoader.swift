import City
import Foundation
import Geocoding
import Records
import Wording

/// Opens the streets and addresses that a city file names, ready for matching.
struct ReferenceLoader: Sendable {
    let city: CityFile

    /// Whether the city file names streets or addresses at all.
    var isNamed: Bool { city.streets != nil || city.addresses != nil }

    /// Returns the reference, or `nil` where the city file names none.
    ///
    /// It is compiled at the first need and after a source has changed, which takes a few seconds; opening it takes
    /// milliseconds.
    func openIfNamed(progress: ProgressLine) throws -> StreetReference? {
        isNamed ? try open(progress: progress) : nil
    }

    /// Returns the reference; an error that says what to add where the city file names none.
    func open(progress: ProgressLine) throws -> StreetReference {
        guard isNamed else {
            throw Failure(
                "\(city.path) names no streets to look addresses up in; add reference: {streets: {file: FILE}}"
            )
        }
        let files = [city.streets?.file, city.addresses?.file].compactMap(\.self).map(Self.fileName)
        progress.show("opening \(files.joined(separator: " and "))")
        defer { progress.clear() }
        let opened = try ReferenceStore(try sources(), folder: folder).open()
        for note in opened.notes { Terminal.warn(note) }
        if opened.origin == .compiled { Self.warnOfRowsLeftOut(opened, city: city) }
        return opened.reference
    }

    /// Returns all lines of the streets for drawing, none where the city file names no streets.
    func streetLines(progress: ProgressLine) throws -> [StreetLine] {
        guard let source = try streetSource() else { return [] }
        progress.show("reading \(Self.fileName(source.path))")
        defer { progress.clear() }
        return try StreetLine.read(source)
    }

    private var folder: String { URL(fileURLWithPath: city.path).deletingLastPathComponent().path }

    // MARK: What the city file says

    private func sources() throws -> ReferenceSources {
        var sources = ReferenceSources(
            aliases: city.names.streets, aliasFiles: city.names.file.map { [$0] } ?? [],
            towns: city.names.ownTowns, townAliases: city.names.towns)
        sources.streets = try streetSource().map { [$0] } ?? []
        sources.sideOffset = city.streets?.sideOffset
        if let addresses = city.addresses {
            sources.addresses = [
                AddressPointSource(
                    path: addresses.file, layer: addresses.layer, profile: try addressProfile(addresses))
            ]
        }
        return sources
    }

    private func streetSource() throws -> StreetSource? {
        guard let streets = city.streets else { return nil }
        return StreetSource(path: streets.file, layer: streets.layer, profile: try streetProfile(streets))
    }

    /// Returns the profile that the settings name, with their own columns in it; `nil` where they name nothing.
    private func streetProfile(_ settings: CityFile.ReferenceSettings) throws -> StreetProfile? {
        var profile = try settings.profile.map { name in
            guard let known = StreetProfile(named: name) else {
                throw unknownProfile(name, among: StreetProfile.known.map(\.name), of: "streets")
            }
            return known
        }
        if !settings.columns.isEmpty {
            let columns = try columns(settings, of: "streets", as: StreetColumn.self)
            profile = profile ?? StreetProfile(name: "columns", columns: [:])
            profile?.columns.merge(columns) { _, own in own }
        }
        return profile
    }

    private func addressProfile(_ settings: CityFile.ReferenceSettings) throws -> AddressPointProfile? {
        var profile = try settings.profile.map { name in
            guard let known = AddressPointProfile(named: name) else {
                throw unknownProfile(name, among: AddressPointProfile.known.map(\.name), of: "addresses")
            }
            return known
        }
        if !settings.columns.isEmpty {
            let columns = try columns(settings, of: "addresses", as: AddressPointColumn.self)
            profile = profile ?? AddressPointProfile(name: "columns", columns: [:])
            profile?.columns.merge(columns) { _, own in own }
        }
        return profile
    }

    private func columns<Column: RawRepresentable<String> & CaseIterable & Hashable>(
        _ settings: CityFile.ReferenceSettings, of part: String, as: Column.Type
    ) throws -> [Column: String] {
        var columns: [Column: String] = [:]
        for (key, name) in settings.columns {
            guard let column = Column(rawValue: key) else {
                let known = Column.allCases.map(\.rawValue)
                throw Failure(
                    "\(city.path): reference: \(part): columns: unknown key “\(key)”; did you mean "
                        + "\(Spelling.nearest(to: key, among: known))? Known here: \(known.joined(separator: ", "))"
                )
            }
            columns[column] = name
        }
        return columns
    }

    // MARK: What people are told

    private func unknownProfile(_ name: String, among known: [String], of part: String) -> Failure {
        Failure(
            "\(city.path): reference: \(part): unknown profile “\(name)”; did you mean "
                + "\(Spelling.nearest(to: name, among: known))? Known here: \(known.joined(separator: ", "))")
    }

    /// Says once, when the sources are read, how many of their rows serve nothing.
    private static func warnOfRowsLeftOut(_ opened: ReferenceStore.Opened, city: CityFile) {
        for (file, tally) in [(city.streets?.file, opened.streets), (city.addresses?.file, opened.addresses)]
        {
            guard let file else { continue }
            let parts = [
                (tally.withoutName, "without a street name"), (tally.withoutPlace, "without a place"),
                (tally.unreadable, "with fields that do not fit the header"),
            ]
            .filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
            guard !parts.isEmpty else { continue }
            Terminal.warn(
                "\(fileName(file)): of \(NumberText.count(tally.rows)) rows, \(parts.joined(separator: ", "))"
                    + " cannot be used")
        }
    }

    private static func fileName(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
