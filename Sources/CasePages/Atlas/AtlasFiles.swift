import Boundaries
import City
import Foundation
import Locating
import Maps
import PageLanguage
package import Records
import WorkSharing

/// Writes the maps of one area or of all into files.
package struct AtlasFiles: Sendable {
    private let atlas: CityAtlas
    /// The names of the files of all areas.
    package let names: PacketNames

    private var writer: PacketWriter { PacketWriter(settings: atlas.settings) }

    package init(_ atlas: CityAtlas) {
        self.atlas = atlas
        names = PacketNames(layer: atlas.layer.settings.name, codes: atlas.layer.edition.codes)
    }

    /// The files that ``writeAll(_:into:jobs:progress:)`` writes into its folder.
    package func files(_ formats: [MapFormat]) -> [String] {
        names.names.flatMap { name in formats.map { "\(name).\($0.rawValue)" } } + ["index.html"]
            + (formats.contains(.png) ? OverviewPicture.Shape.allCases.map(Self.picture) : [])
    }

    private static func picture(_ shape: OverviewPicture.Shape) -> String { "index-\(shape.rawValue).png" }

    /// What is wrong with the typeface for pages and pictures in some formats, one sentence each.
    package func typefaceProblems(_ formats: [MapFormat]) throws -> [String] {
        guard !Set(formats).isDisjoint(with: [.pdf, .png, .svg]) else { return [] }
        let texts =
            [atlas.city.name, MapWording(atlas: atlas).subtitle]
            + atlas.layer.edition.areas.ordinals.map(atlas.layer.title)
            + atlas.selection.categories.map(atlas.title) + atlas.groups.names
        return try Typeface.problems(in: texts)
    }

    /// Writes one area's map.
    package func write(_ packet: AreaPacket, as format: MapFormat, to destination: OutputDestination) throws {
        try Self.write(try writer.bytes(packet, format), to: destination)
    }

    /// Writes a packet for each area, several areas at a time, and then the index page, with pictures of it where there are any.
    ///
    /// - Parameter progress: Is told what is being done, on any thread.
    /// - Throws: ``CasePagesError`` where the folder cannot be made, ``MapError``, ``OutputError``, and `CancellationError`
    ///   where the work is no longer wanted.
    package func writeAll(
        _ formats: [MapFormat], into folder: String, jobs: Int,
        progress: @Sendable (AtlasStage) -> Void = { _ in }
    ) throws {
        try makeFolder(folder)
        let count = atlas.layer.areaCount
        let english = MapWording(atlas: atlas, words: .english)
        _ = try mapSlices(
            count: count, sliceLength: 1, jobs: jobs, makeWorker: { () throws -> Void in },
            body: { (_: inout Void, range: Range<Int>) throws -> Void in
                try Cancellation.check()
                let area = Ordinal<Area>(range.lowerBound)
                progress(.drawing(area: english.title(area), number: area.index + 1, of: count))
                let packet = AreaPacket(atlas, area: area)
                for format in formats {
                    try Cancellation.check()
                    try write(
                        packet, as: format, to: .file("\(folder)/\(names.name(of: area)).\(format.rawValue)"))
                }
            })
        let index = AtlasIndex(atlas: atlas, names: names, formats: formats)
        try Self.write(index.bytes(), to: .file("\(folder)/index.html"))
        if formats.contains(.png) {
            for shape in OverviewPicture.Shape.allCases {
                try Self.write(index.picture(shape), to: .file("\(folder)/\(Self.picture(shape))"))
            }
        }
    }

    private func makeFolder(_ folder: String) throws(CasePagesError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            throw .folderIsFile(folder)
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .folderNotMade(folder, reason: error.localizedDescription)
        }
    }

    private static func write(_ bytes: [UInt8], to destination: OutputDestination) throws {
        try OutputFile.write(bytes, to: destination)
    }
}
