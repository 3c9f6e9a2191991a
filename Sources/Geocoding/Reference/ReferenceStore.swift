import AddressParsing
import Foundation

/// Keeps a city's compiled reference, and compiles it again when a source or a setting has changed.
package struct ReferenceStore: Sendable {
    /// The compiled file's name in the city's folder.
    package static let fileName = ".wardline-reference.sqlite"

    private let sources: ReferenceSources
    private let paths: [String]

    /// - Parameters:
    ///   - folder: Where the city file is; the compiled reference goes there.
    ///   - cacheFolder: Where it goes if that folder cannot be written; by default the user's cache folder.
    package init(_ sources: ReferenceSources, folder: String, cacheFolder: String? = nil) {
        self.sources = sources
        let cache = cacheFolder ?? Self.userCacheFolder
        var fingerprint = Fingerprint()
        fingerprint.add(URL(fileURLWithPath: folder).standardizedFileURL.path)
        paths = ["\(folder)/\(Self.fileName)", "\(cache)/reference-\(fingerprint.text).sqlite"]
    }

    /// A reference with how it was come by.
    package struct Opened: Sendable {
        package let reference: StreetReference
        /// The compiled file; `nil` where it can be kept nowhere.
        package let path: String?
        package let origin: Origin
        package let streets: SourceTally
        package let addresses: SourceTally
        /// What the user should know, such as that the file is in the cache folder.
        package let notes: [String]
        /// How the city's address points were found to fill their ranges, said once, when the sources are read.
        package let fillingEvidence: FillingEvidence?
    }

    package enum Origin: Sendable, Hashable {
        case opened, compiled
    }

    /// Returns the reference of the sources as they are now.
    package func open() throws(ReferenceError) -> Opened {
        let settings = Self.fingerprint(sources)
        var stamps: [SourceStamp]?
        for path in paths {
            let file = ReferenceFile(path: path)
            guard let header = file.header(), header.settings == settings else { continue }
            let now = try currentStamps(header.stamps)
            stamps = now
            guard now.map(\.content) == header.stamps.map(\.content), let tables = file.tables(header) else {
                continue
            }
            if now != header.stamps { restamp(file, header: header, stamps: now, tables: tables) }
            return opened(tables, header: header, kept: .at(path), origin: .opened, evidence: nil)
        }
        if let stamps { return try compile(stamps: stamps, settings: settings) }
        return try compile(stamps: try currentStamps([]), settings: settings)
    }

    /// Returns the reference of the sources without keeping it.
    package static func compiled(_ sources: ReferenceSources) throws(ReferenceError) -> StreetReference {
        StreetReference(try ReferenceReader.read(sources).tables)
    }

    private func currentStamps(_ known: [SourceStamp]) throws(ReferenceError) -> [SourceStamp] {
        var stamps: [SourceStamp] = []
        for (index, path) in sources.paths.enumerated() {
            stamps.append(try SourceStamp.current(path, known: index < known.count ? known[index] : nil))
        }
        return stamps
    }

    private func compile(stamps: [SourceStamp], settings: String) throws(ReferenceError) -> Opened {
        let outcome = try ReferenceReader.read(sources)
        let archive = ReferenceArchive(outcome.tables)
        let parts = Dictionary(archive.parts.map { ($0.name, $0.bytes) }) { first, _ in first }
        let header = ReferenceFile.Header(
            version: ReferenceFile.version, settings: settings, stamps: stamps, streets: outcome.streets,
            addresses: outcome.addresses, checksum: ReferenceFile.checksum(parts))
        return opened(
            outcome.tables, header: header, kept: write(archive, header), origin: .compiled,
            evidence: outcome.fillingEvidence)
    }

    /// Writes to the first place that can be written, and returns it, or else why there is none.
    private func write(_ archive: ReferenceArchive, _ header: ReferenceFile.Header) -> Kept {
        var reason = ""
        for path in paths {
            do {
                if path != paths[0] {
                    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
                    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                }
                try ReferenceFile(path: path).write(archive, header)
                return .at(path)
            } catch {
                reason = error.localizedDescription
            }
        }
        return .nowhere(reason)
    }

    private enum Kept {
        case at(String)
        case nowhere(String)
    }

    /// Notes the sources' new times, so that their content need not be read next time; not being able to costs only that.
    private func restamp(
        _ file: ReferenceFile, header: ReferenceFile.Header, stamps: [SourceStamp],
        tables: ReferenceTables
    ) {
        var header = header
        header.stamps = stamps
        try? file.write(ReferenceArchive(tables), header)
    }

    private func opened(
        _ tables: ReferenceTables, header: ReferenceFile.Header, kept: Kept, origin: Origin,
        evidence: FillingEvidence?
    ) -> Opened {
        var path: String?
        var notes: [String] = []
        switch kept {
        case .at(let place):
            path = place
            if place != paths[0] {
                notes = ["\(paths[0]) cannot be written; the compiled streets are kept at \(place)"]
            }
        case .nowhere(let reason):
            notes = [
                "neither \(paths[0]) nor \(paths[1]) can be written (\(reason)); the streets are compiled anew each time"
            ]
        }
        if let evidence, evidence.filling != .evenly { notes.append(evidence.note) }
        return Opened(
            reference: StreetReference(tables), path: path, origin: origin, streets: header.streets,
            addresses: header.addresses, notes: notes, fillingEvidence: evidence)
    }

    private static var userCacheFolder: String {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_CACHE_HOME"] ?? "\(environment["HOME"] ?? NSTemporaryDirectory())/.cache"
        return "\(base)/wardline"
    }

    /// Returns a digest of all that the sources' settings say.
    private static func fingerprint(_ sources: ReferenceSources) -> String {
        var fingerprint = Fingerprint()
        // Names are stored as the postal tables standardise them.
        for table in AddressParser.tables { fingerprint.add(table) }
        for street in sources.streets {
            fingerprint.add("streets \(street.path) \(street.layer ?? "") \(street.profile.map(text) ?? "")")
        }
        for address in sources.addresses {
            fingerprint.add(
                "addresses \(address.path) \(address.layer ?? "") \(address.profile.map(text) ?? "")")
        }
        for path in sources.aliasFiles { fingerprint.add("alias file \(path)") }
        for (alias, street) in sources.aliases.sorted(by: { $0.key < $1.key }) {
            fingerprint.add("alias \(alias) \(street)")
        }
        fingerprint.add("towns \(sources.towns)")
        fingerprint.add("offset \(sources.sideOffset ?? .nan)")
        fingerprint.add("city \(sources.cityName)")
        for (alias, town) in sources.townAliases.sorted(by: { $0.key < $1.key }) {
            fingerprint.add("town \(alias) \(town)")
        }
        return fingerprint.text
    }

    private static func text(_ profile: StreetProfile) -> String {
        let columns = text(profile.columns, required: profile.required)
        return "\(profile.name) \(columns) \(profile.sideOffset ?? 0) \(profile.towns)"
    }

    private static func text(_ profile: AddressPointProfile) -> String {
        "\(profile.name) \(text(profile.columns, required: profile.required))"
    }

    private static func text<Column: RawRepresentable<String> & Hashable>(
        _ columns: [Column: String], required: Set<Column>
    ) -> [String] {
        columns.map { "\($0.key.rawValue)=\($0.value)\(required.contains($0.key) ? " required" : "")" }
            .sorted()
    }
}
