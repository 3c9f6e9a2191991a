import TestSupport

/// The parts of a shapefile, one after another with their lengths before them.
final class FuzzedShapefile: FuzzedReader {
    let name = "shapefile"
    let seeds: [[UInt8]]
    private let folder: InputFolder
    private static let endings = ["shp", "shx", "dbf", "cpg", "prj"]

    init() throws {
        folder = try InputFolder()
        let squares = (0..<2).map { index -> ShapefileFixture.Record in
            let x = Double(index)
            return .init(
                [
                    [(x, 0), (x, 1), (x + 0.9, 1), (x + 0.9, 0), (x, 0)],
                    [(x + 0.2, 0.2), (x + 0.5, 0.2), (x + 0.5, 0.5), (x + 0.2, 0.2)],
                ], text: Array("Höhe \(index)".utf8))
        }
        try ShapefileFixture.write(.polygon, squares, to: "\(folder.path)/seed.shp")
        try folder.write("UTF-8".utf8, to: "seed.cpg")
        let system =
            #"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],"#
            + #"PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#
        try folder.write(system.utf8, to: "seed.prj")
        var seed: [UInt8] = []
        for ending in Self.endings {
            let part = try folder.bytes(of: "seed.\(ending)")
            seed += [UInt8(part.count & 0xFF), UInt8(part.count >> 8)] + part
        }
        seeds = [seed]
    }

    func read(_ input: [UInt8]) throws {
        var rest = input[...]
        for ending in Self.endings {
            let length = rest.prefix(2).reversed().reduce(0) { $0 << 8 + Int($1) }
            rest = rest.dropFirst(2)
            try folder.write(rest.prefix(length), to: "areas.\(ending)")
            rest = rest.dropFirst(length)
        }
        try FuzzedFeatures.read("\(folder.path)/areas.shp")
    }
}
