import Foundation
import Testing

private let hasGDAL = (try? Wardline.shell("/usr/bin/python3 -c 'from osgeo import ogr'"))?.status == 0

/// Workbooks and GeoPackages as LibreOffice and GDAL read them, beside the CSV of the same run.
@Suite(
    .enabled(
        if: OutsideTool.areHere("soffice") && hasGDAL,
        "LibreOffice (soffice) or GDAL (python3-gdal) is not installed"),
    .timeLimit(.minutes(10)))
struct ReadBackTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// Writes a table in three formats: `OUT` in the line stands for the file.
    private func write(_ name: String, _ line: String) throws {
        for ending in ["csv", "xlsx", "gpkg"] {
            let file = folder.appending(path: "\(name).\(ending)").path
            let outcome = try Wardline.shell("wardline \(line.replacing("OUT", with: "'\(file)'"))")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    /// Returns what `Tests/Tools/readback.py` says of all files of the folder.
    private func readBack() throws -> String {
        // 44: comma, 34: quote, 76: UTF-8, 1: from the first line, values as they are shown, -1: each sheet a file.
        let converted = try Wardline.shell(
            """
            soffice -env:UserInstallation=file://"$PWD"/profile --headless --convert-to \
                'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' *.xlsx
            """, in: folder)
        #expect(converted.status == 0, "\(converted.errors)")
        let tool = Wardline.package.appending(path: "Tests/Tools/readback.py").path
        let outcome = try Wardline.shell("/usr/bin/python3 '\(tool)' .", in: folder)
        return outcome.output + outcome.errors
    }

    @Test func `every table of the sample comes back whole, value by value`() throws {
        let requests = "SampleData/requests.csv"
        // Half a year has every kind of value.
        try write("all", "audit \(requests) --all --carry description --since 2025-01-01 -o OUT")
        try write("findings", "audit \(requests) -o OUT")
        try write("repairs", "audit \(requests) --all-repairs --repairs OUT")
        try write("rejects", "audit \(requests) --rejects OUT")
        try write("review", "audit \(requests) --review OUT")
        try write("hotspots", "hotspots \(requests) --edition internal -o OUT")
        try write("report", "report \(requests) --layer zone --edition internal -o OUT")
        try write("periods", "report \(requests) --layer district --by month -o OUT")
        try write("closures", "closures \(requests) --edition internal -o OUT")
        try write("measures", "closures \(requests) --measures OUT")
        try write("check", "boundaries check --city SampleData/city.yaml -o OUT")
        try write("list", "boundaries list --city SampleData/city.yaml -o OUT")
        #expect(try readBack() == "12 tables\n")
    }

    @Test func `what spreadsheets like to rewrite comes back as it was`() throws {
        let city = try Wardline.city(
            assigned: "area",
            editions: ["file: \(Wardline.package.path)/Boundaries/council-districts.geojson, code: district"])
        let requests = folder.appending(path: "requests.txt").path
        try Data(
            #"""
            id,category,opened,closed,address,longitude,latitude,area,note
            0007,=1+1,2024-01-01,2024-01-02,"=HYPERLINK(""x.example"",""x"")",-70.8570778,41.6095634,1,"two
            lines"
            -2+3,Pothole,2024-11-03T01:30:00-04:00,2024-11-03T01:30:00-05:00,@A1,-70.8570778,41.6095634,2,1E5
            123456789012345678901,Pothole,2024-01-01 12:00:00.123,,+1,-70.8570778,41.6095634,3,_x0041_
            1.50,Ñandú 🚧,2024-03-10 02:30,,"tab\#tinside",-70.8570778,41.6095634,03, spaced
            'quoted,TRUE,2024-02-29,,00:00,-70.8570778,41.6095634,3,2024-01-01
            2024-05-05,#REF!,2024-01-01,,"a, ""b""",-70.8570778,41.6095634,3,#N/A
            8,Pothole,yesterday,,,-70.8570778,91,3,

            """#.utf8
        ).write(to: URL(filePath: requests))
        let audit = "audit '\(requests)' --city '\(city)'"
        try write("findings", "\(audit) --all --carry note -o OUT")
        try write("rejects", "\(audit) --rejects OUT")
        #expect(try readBack() == "2 tables\n")
    }
}
