import Testing

@testable import FeatureFiles

struct FeatureFileFormatTests {
    private func recognize(_ bytes: [UInt8], _ path: String = "areas") throws(FeatureFileError)
        -> FeatureFileFormat
    {
        try FeatureFileFormat.recognize(bytes, path: path)
    }

    @Test func `the content decides, not the ending`() throws {
        #expect(try recognize(Array("\u{FEFF} \n{\"type\":".utf8), "areas.txt") == .geoJSON)
        #expect(try recognize(Array("SQLite format 3\u{0}".utf8), "areas.db") == .geoPackage)
        #expect(try recognize([0, 0, 0x27, 0x0A, 0, 0], "areas.bin") == .shapefile)
    }

    @Test(arguments: [
        ("<!DOCTYPE html><html>", "areas.geojson", "is a web page"),
        ("<gml:FeatureCollection>", "areas.gml", "is GML"),
        ("anything", "areas.DBF", "name the .shp file"),
        (
            "id,type,addr\n1001,Noise,12 Oak St", "areas.csv",
            "another map; if it is a table, were requests and areas"
        ),
        ("Cannot GET /x", "areas.geojson", "it begins with “Cannot GET /x”"),
    ])
    func `what is something else is named with what to do`(beginning: String, path: String, words: String) {
        let error = #expect(throws: FeatureFileError.self) { try recognize(Array(beginning.utf8), path) }
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
}
