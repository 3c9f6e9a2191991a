import Foundation
import Testing

@Test(arguments: [
    ("missing", "there is no such file"), ("folder", "is a folder"), ("empty", "is empty"),
    ("header", "no rows"), ("binary", "binary data"), ("page", "HTML page"),
])
func `a requests file that cannot be read gives a message, exit 1 and no output`(kind: String, words: String)
    throws
{
    let folder = try Wardline.scratchFolder()
    let path = folder.appending(path: "requests.csv").path
    let header =
        try String(contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        .prefix { !$0.isNewline } + "\n"
    let contents: [String: Data] = [
        "empty": Data(), "header": Data(header.utf8), "binary": Data((0..<4096).map { UInt8($0 % 256) }),
        "page": Data("<!doctype html><html><body>Not found</body></html>\n".utf8),
    ]
    if kind == "folder" {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    if let content = contents[kind] { try content.write(to: URL(filePath: path)) }
    let output = folder.appending(path: "findings.csv").path
    let outcome = try Wardline.run("audit", path, "--city", "SampleData/city.yaml", "-o", output)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: output))
}

@Test func `wrong usage exits with 64`() throws {
    #expect(try Wardline.run("audit").status == 64)
    #expect(try Wardline.run("audit", "x.csv", "--jobs", "0").status == 64)
    #expect(try Wardline.run("audit", "x.csv", "--format", "xlsx").status == 64)
}

@Test func `a misspelled column is named with the nearest one`() throws {
    let folder = try Wardline.scratchFolder()
    let text = try String(
        contentsOf: Wardline.package.appending(path: "SampleData/city.yaml"), encoding: .utf8
    )
    .replacing("../Boundaries", with: Wardline.package.appending(path: "Boundaries").path)
    .replacing("file: streets.geojson", with: "file: \(Wardline.package.path)/SampleData/streets.geojson")
    .replacing("file: addresses.csv", with: "file: \(Wardline.package.path)/SampleData/addresses.csv")
    .replacing("assigned: assigned_zone", with: "assigned: asigned_zone")
    let city = folder.appending(path: "city.yaml")
    try Data(text.utf8).write(to: city)
    let outcome = try Wardline.run("audit", "SampleData/requests.csv", "--city", city.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("did you mean assigned_zone"), "\(outcome.errors)")
}

@Test func `rows that cannot be judged are listed with line and reason`() throws {
    let path = try Wardline.scratchFolder().appending(path: "rejects.csv").path
    let outcome = try Wardline.run("audit", "SampleData/requests.csv", "--rejects", path)
    #expect(outcome.status == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines[0] == "line,request_id,kind,reason")
    #expect(lines.contains { $0.contains("zone,no area is recorded") })
    #expect(lines.contains { $0.contains("the address is no place on a street") })
}
