import Foundation
import Records
import Testing

struct OutputPlanTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func file(_ name: String) throws -> String {
        let path = folder.path + "/" + name
        try Data().write(to: URL(filePath: path))
        return path
    }

    // Case 14
    @Test func `what is read is known by its path, through links, and under another name`() throws {
        let map = try file("map.geojson")
        let (link, twin) = (folder.path + "/link.geojson", folder.path + "/twin.geojson")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: map)
        try FileManager.default.linkItem(atPath: map, toPath: twin)
        let inputs = InputFiles([map, "-"])
        for path in [
            map, link, twin,
            folder.path + "/../" + URL(filePath: folder.path).lastPathComponent + "/map.geojson",
        ] {
            #expect(inputs.contains(path), "\(path)")
        }
        #expect(!inputs.contains(folder.path + "/other.geojson"))
        #expect(throws: OutputError.isInput(option: "-o", path: twin)) {
            try OutputPlan.check([("-o", twin)], reading: inputs)
        }
    }

    @Test func `a link to what is not there yet is that file`() throws {
        let (file, link) = (folder.path + "/x.csv", folder.path + "/s.csv")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "x.csv")
        #expect(throws: OutputError.sameOutput(option: "-o", other: "--repairs", path: link)) {
            try OutputPlan.check([("-o", file), ("--repairs", link)], reading: InputFiles([]))
        }
        let circle = folder.path + "/circle.csv"
        try FileManager.default.createSymbolicLink(atPath: circle, withDestinationPath: circle)
        #expect(!InputFiles([circle]).contains(file))
    }

    @Test func `the files beside a shapefile are read with it`() throws {
        let inputs = InputFiles([try file("zones.shp")])
        #expect(inputs.contains(folder.path + "/zones.dbf"))
        #expect(!inputs.contains(folder.path + "/zones.csv"))
    }

    @Test func `two outputs go to two places`() {
        #expect(throws: OutputError.self) {
            try OutputPlan.check([("-o", "a.csv"), ("--rejects", "./a.csv")], reading: InputFiles([]))
        }
        #expect(throws: OutputError.sameOutput(option: "-o", other: "--rejects", path: "standard output")) {
            try OutputPlan.check([("-o", "-"), ("--rejects", "-")], reading: InputFiles([]))
        }
    }

    @Test(arguments: [
        ("a.csv", true), ("a.CSV", true), ("a", true), ("/dev/null", true), ("x.d/a", true), ("a.2024", true),
        (".hidden", true), ("-", true), ("a.docx", false), ("a.csv.gz", false),
    ])
    func `an ending names a format that can be written, or none`(path: String, isTaken: Bool) {
        do {
            try OutputPlan.checkEnding(of: path, among: ["csv", "json"])
            #expect(isTaken)
        } catch {
            #expect(!isTaken && error.description.hasSuffix(".csv, .json"))
        }
    }

    @Test func `a folder is no file`() {
        #expect(throws: OutputError.isDirectory(path: folder.path)) {
            try OutputPlan.refuseFolder(folder.path)
        }
    }
}
