import Boundaries
import City
import Foundation
import Locating
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

    /// Writes one area's map.
    package func write(_ packet: AreaPacket, as format: MapFormat, to destination: OutputDestination) throws {
        try Self.write(try writer.bytes(packet, format), to: destination)
    }

    /// Writes a packet for each area, several areas at a time, and then the index page.
    ///
    /// - Parameter progress: Is told what is being done, on any thread.
    /// - Throws: ``CasePagesError`` where the folder cannot be made, ``MapError`` and ``OutputError``.
    package func writeAll(
        _ formats: [MapFormat], into folder: String, jobs: Int,
        progress: @Sendable (AtlasStage) -> Void = { _ in }
    ) throws {
        try makeFolder(folder)
        let count = atlas.layer.areaCount
        _ = try mapSlices(
            count: count, sliceLength: 1, jobs: jobs, makeWorker: { () throws -> Void in },
            body: { (_: inout Void, range: Range<Int>) throws -> Void in
                let area = range.lowerBound
                progress(.drawing(area: atlas.layer.title(area), number: area + 1, of: count))
                let packet = AreaPacket(atlas, area: area)
                for format in formats {
                    try write(
                        packet, as: format, to: .file("\(folder)/\(names.names[area]).\(format.rawValue)"))
                }
            })
        let index = AtlasIndex(atlas: atlas, names: names, formats: formats)
        try Self.write(index.bytes(), to: .file("\(folder)/index.html"))
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
