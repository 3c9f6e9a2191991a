package import City
import Foundation
package import Geocoding

/// Opens the streets and addresses that a city file names, ready for matching.
package struct ReferenceLoader: Sendable {
    private let city: CityFile

    package init(city: CityFile) { self.city = city }

    /// A reference that is open, and what is to be told of it.
    package struct Opened {
        package let reference: StreetReference
        /// What was found in its sources, one sentence each.
        package let notes: [String]
        /// The rows of each source that serve nothing; told once, when the sources are read.
        package let leftOut: [(file: String, rows: SourceTally)]
    }

    /// Whether the city file names streets or addresses at all.
    package var isNamed: Bool { city.streets != nil || city.addresses != nil }

    /// What is opened, for telling how far the work is; empty where nothing is named.
    package var files: String {
        [city.streets?.file, city.addresses?.file].compactMap(\.self).map(Self.fileName)
            .joined(separator: " and ")
    }

    /// Returns the reference. It is compiled at the first need and after a source has changed, which takes a few seconds;
    /// opening it takes milliseconds.
    ///
    /// - Throws: ``LocatingError/noReference(city:)`` where the city file names none.
    package func open() throws -> Opened {
        guard isNamed else { throw LocatingError.noReference(city: city.path) }
        let sources = try sources()
        let opened = try atItsLine { () throws(ReferenceError) in
            try ReferenceStore(sources, folder: folder).open()
        }
        let tallies = [(city.streets?.file, opened.streets), (city.addresses?.file, opened.addresses)]
        return Opened(
            reference: opened.reference, notes: opened.notes,
            leftOut: opened.origin == .compiled
                ? tallies.compactMap { file, rows in file.map { (Self.fileName($0), rows) } } : [])
    }

    /// Returns the reference without keeping it beside the city file.
    ///
    /// - Throws: ``LocatingError/noReference(city:)`` where the city file names none.
    package func compiled() throws -> StreetReference {
        guard isNamed else { throw LocatingError.noReference(city: city.path) }
        let sources = try sources()
        return try atItsLine { () throws(ReferenceError) in try ReferenceStore.compiled(sources) }
    }

    /// Returns all lines of the streets for drawing, none where the city file names no streets.
    package func streetLines() throws -> [StreetLine] {
        guard let source = try streetSource() else { return [] }
        return try atItsLine { () throws(ReferenceError) in try StreetLine.read(source) }
    }

    /// Puts the city file's line before what is wrong with what it says of a file.
    private func atItsLine<Result>(_ body: () throws(ReferenceError) -> Result) throws -> Result {
        do throws(ReferenceError) {
            return try body()
        } catch {
            switch error {
            case .unknownColumn(let path, let key, _, _):
                throw city.error(line: settings(ofFile: path, with: key)?.lines[key], "\(error)")
            case .columns(let path, _, _):
                let lines = settings(ofFile: path, with: nil)?.lines
                throw city.error(
                    line: lines?["columns"] ?? lines?["file"] ?? city.names.fileLine, "\(error)")
            default: throw error
            }
        }
    }

    /// - Parameter key: A key of their columns; streets and addresses may be in one file.
    private func settings(ofFile path: String, with key: String?) -> CityFile.ReferenceSettings? {
        [city.streets, city.addresses].compactMap(\.self).first {
            $0.file == path && (key.map($0.columns.keys.contains) ?? true)
        }
    }

    private var folder: String { URL(fileURLWithPath: city.path).deletingLastPathComponent().path }

    // MARK: What the city file says

    private func sources() throws -> ReferenceSources {
        var sources = ReferenceSources(
            aliases: city.names.streets, aliasFiles: city.names.file.map { [$0] } ?? [],
            towns: city.names.ownTowns, townAliases: city.names.towns)
        sources.streets = try streetSource().map { [$0] } ?? []
        sources.sideOffset = city.streets?.sideOffset
        sources.cityName = city.name
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
                throw LocatingError.unknownProfile(
                    city: city.path, name: name, part: "streets", known: StreetProfile.known.map(\.name))
            }
            return known
        }
        if !settings.columns.isEmpty {
            let columns = try columns(settings, of: "streets", as: StreetColumn.self)
            profile = profile ?? StreetProfile(name: "columns", columns: [:])
            profile?.columns.merge(columns) { _, own in own }
            profile?.required = Set(columns.keys)
        }
        return profile
    }

    private func addressProfile(_ settings: CityFile.ReferenceSettings) throws -> AddressPointProfile? {
        var profile = try settings.profile.map { name in
            guard let known = AddressPointProfile(named: name) else {
                throw LocatingError.unknownProfile(
                    city: city.path, name: name, part: "addresses",
                    known: AddressPointProfile.known.map(\.name))
            }
            return known
        }
        if !settings.columns.isEmpty {
            let columns = try columns(settings, of: "addresses", as: AddressPointColumn.self)
            profile = profile ?? AddressPointProfile(name: "columns", columns: [:])
            profile?.columns.merge(columns) { _, own in own }
            profile?.required = Set(columns.keys)
        }
        return profile
    }

    private func columns<Column: RawRepresentable<String> & CaseIterable & Hashable>(
        _ settings: CityFile.ReferenceSettings, of part: String, as: Column.Type
    ) throws -> [Column: String] {
        var columns: [Column: String] = [:]
        for (key, name) in settings.columns {
            guard let column = Column(rawValue: key) else {
                throw LocatingError.unknownColumn(
                    city: city.path, key: key, part: part, known: Column.allCases.map(\.rawValue))
            }
            columns[column] = name
        }
        return columns
    }

    private static func fileName(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
