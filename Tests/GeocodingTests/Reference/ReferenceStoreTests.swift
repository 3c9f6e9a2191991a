import Foundation
import Testing

@testable import Geocoding

struct ReferenceStoreTests {
    private static func properties(_ name: String) -> String {
        #""TLID":"1","FULLNAME":"\#(name)","LFROMHN":"101","LTOHN":"199","RFROMHN":"100","RTOHN":"198","ZIPL":"","ZIPR":"","PARITYL":"O","PARITYR":"E""#
    }

    private func sources(_ files: SourceFiles, _ name: String = "Main St") throws -> ReferenceSources {
        ReferenceSources(streets: [StreetSource(path: try files.streets([Self.properties(name)]))])
    }

    private func answer(_ opened: ReferenceStore.Opened, _ line: String) -> String? {
        Geocoder(reference: opened.reference).geocode(line).match?.matched
    }

    @Test func `it is compiled once, and opened the same after that`() throws {
        let files = try SourceFiles()
        let store = ReferenceStore(try sources(files), folder: files.folder.path)
        let first = try store.open()
        let second = try store.open()
        #expect(first.origin == .compiled && second.origin == .opened)
        #expect(first.path == files.folder.appending(path: ReferenceStore.fileName).path)
        #expect(answer(first, "150 Main St") == "150 MAIN ST")
        #expect(answer(second, "150 Main St") == "150 MAIN ST")
        #expect(first.streets == second.streets && first.streets.rows == 1)
    }

    @Test func `a source that changes, or a setting, makes it anew; a touched one does not`() throws {
        let files = try SourceFiles()
        var settings = try sources(files)
        let store = ReferenceStore(settings, folder: files.folder.path)
        _ = try store.open()
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
            ofItemAtPath: settings.streets[0].path)
        #expect(try store.open().origin == .opened)
        _ = try sources(files, "Elm St")
        let changed = try store.open()
        #expect(changed.origin == .compiled)
        #expect(answer(changed, "150 Elm St") == "150 ELM ST")
        settings.aliases = ["Long Rd": "Elm St"]
        let renamed = try ReferenceStore(settings, folder: files.folder.path).open()
        #expect(renamed.origin == .compiled)
        #expect(answer(renamed, "150 Long Rd") == "150 ELM ST")
    }

    @Test func `a damaged file, or one that is none, is made anew`() throws {
        let files = try SourceFiles()
        let store = ReferenceStore(try sources(files), folder: files.folder.path)
        let path = try #require(try store.open().path)
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        for index in stride(from: 5_000, to: bytes.count, by: 997) { bytes[index] ^= 0x55 }
        for damaged in [Data(bytes), Data("no database".utf8), Data()] {
            try damaged.write(to: URL(filePath: path))
            let opened = try store.open()
            #expect(opened.origin == .compiled)
            #expect(answer(opened, "150 Main St") == "150 MAIN ST")
            #expect(try store.open().origin == .opened)
        }
    }

    @Test func `where the folder cannot be written it is kept in the cache folder, and says so`() throws {
        let files = try SourceFiles()
        let city = files.folder.appending(path: "city")
        // A folder in the place of the file cannot be replaced, whoever runs the test.
        try FileManager.default.createDirectory(
            at: city.appending(path: "\(ReferenceStore.fileName)/full"), withIntermediateDirectories: true)
        let cache = files.folder.appending(path: "cache").path
        let store = ReferenceStore(try sources(files), folder: city.path, cacheFolder: cache)
        let first = try store.open()
        #expect(first.path?.hasPrefix(cache) == true)
        #expect(first.notes.count == 1 && first.notes[0].contains("cannot be written"))
        #expect(try store.open().origin == .opened)
    }

    @Test func `where nothing can be written the streets are there all the same`() throws {
        let files = try SourceFiles()
        let city = files.folder.appending(path: "city")
        try FileManager.default.createDirectory(
            at: city.appending(path: "\(ReferenceStore.fileName)/full"), withIntermediateDirectories: true)
        let file = try files.write("cache", "a file, no folder")
        let opened = try ReferenceStore(try sources(files), folder: city.path, cacheFolder: file).open()
        #expect(opened.path == nil)
        #expect(opened.notes.first?.contains("compiled anew each time") == true)
        #expect(answer(opened, "150 Main St") == "150 MAIN ST")
    }

    @Test func `a source that is not there is named`() throws {
        let files = try SourceFiles()
        let sources = ReferenceSources(streets: [StreetSource(path: "\(files.folder.path)/none.geojson")])
        #expect(throws: ReferenceError.self) { try ReferenceStore(sources, folder: files.folder.path).open() }
    }
}
