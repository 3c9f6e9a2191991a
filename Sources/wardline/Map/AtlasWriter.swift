import Boundaries
import City
import Foundation
import Locating
import Records
import WorkSharing

/// Writes the maps of one area or of all, and says what they hold.
struct AtlasWriter {
    let atlas: CityAtlas
    let options: CityOptions

    private var writer: PacketWriter { PacketWriter(settings: atlas.settings) }

    /// Writes one area's map.
    func write(area: Int, _ format: MapFormat, to output: String) throws {
        let packet = AreaPacket(atlas, area: area)
        try Self.write(try writer.bytes(packet, format), to: OutputDestination(argument: output))
        let report = AtlasReport(atlas: atlas)
        Terminal.write(
            report.text(of: packet, output: output), to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
    }

    /// Writes a packet for each area, several areas at a time, and then the index page.
    func writeAll(_ formats: [MapFormat], into folder: String) throws {
        try makeFolder(folder)
        let count = atlas.layer.areaCount
        let names = PacketNames(layer: atlas.layer.settings.name, codes: atlas.layer.edition.codes)
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let writer = writer
        let atlas = atlas
        _ = try mapSlices(
            count: count, sliceLength: 1, jobs: options.jobs, makeWorker: { () throws -> Void in },
            body: { (_: inout Void, range: Range<Int>) throws -> Void in
                let area = range.lowerBound
                progress.show("drawing \(atlas.layer.title(area)), \(area + 1) of \(count)")
                let packet = AreaPacket(atlas, area: area)
                for format in formats {
                    let path = "\(folder)/\(names.names[area]).\(format.rawValue)"
                    try Self.write(try writer.bytes(packet, format), to: .file(path))
                }
            })
        let index = AtlasIndex(atlas: atlas, names: names, formats: formats)
        try Self.write(index.bytes(), to: .file("\(folder)/index.html"))
        progress.clear()
        Terminal.write(AtlasReport(atlas: atlas).text(names, formats, folder: folder), to: STDOUT_FILENO)
    }

    private func makeFolder(_ folder: String) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            throw Failure("-o \(folder) is a file; with --all name a folder")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure("-o \(folder): the folder cannot be made: \(error.localizedDescription)")
        }
    }

    private static func write(_ bytes: [UInt8], to destination: OutputDestination) throws {
        try OutputFile.write(bytes, to: destination)
    }
}
