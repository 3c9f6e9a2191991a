import Foundation
import Testing

private let city = ["--city", "SampleData/city.yaml"]

private func locate(_ arguments: String...) throws -> Wardline.Outcome {
    switch arguments.count {
    case 1: try Wardline.run("locate", arguments[0], city[0], city[1])
    case 2: try Wardline.run("locate", arguments[0], arguments[1], city[0], city[1])
    case 3: try Wardline.run("locate", arguments[0], arguments[1], arguments[2], city[0], city[1])
    default:
        try Wardline.run("locate", arguments[0], arguments[1], arguments[2], arguments[3], city[0], city[1])
    }
}

private func places(_ outcome: Wardline.Outcome) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(object?["places"] as? [[String: Any]])
}

@Test func `an address is told with its areas in every layer and edition`() throws {
    let outcome = try locate("649 S Concord Ave")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("649 S CONCORD AVE, FAIRHAVEN, 02759: address_point, score 100.0"))
    #expect(
        outcome.output.contains("Collection Zone 9   Collection Zone 12 is 107 m away  before 2024-07-01"))
    #expect(outcome.output.contains("Council District 8  Council District 4 is 682 m away"))
    // Shapely on the boundary files in EPSG:32619: 106.86 m and 682.13 m.
    let json = try locate("649 S Concord Ave", "--format", "json")
    let areas = try #require(try places(json).first?["areas"] as? [[String: Any]])
    #expect(areas.map { $0["codes"] as? [String] } == [["9"], ["9"], ["8"]])
}

@Test func `a position west of Greenwich needs no quotes, and a day chooses the edition`() throws {
    let outcome = try locate("-70.8570", "41.6095", "--on", "2024-06-30")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try locate("-70.8570,41.6095", "--on", "2024-06-30").output == outcome.output)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].contains("Collection Zone 10") && lines[1].contains("before 2024-07-01"))
}

@Test func `numbers that lie in the city once exchanged are told to programs as to people`() throws {
    let words = "Exchanged, the two numbers lie in the city: longitude comes first."
    #expect(try locate("41.6095", "-70.8570").output.contains(words))
    let json = try locate("41.6095", "-70.8570", "--format", "json")
    #expect(json.output.contains("\"advice\":\"\(words)\""))
    #expect(try !locate("-70.8570", "41.6095", "--format", "json").output.contains("advice"))
}

@Test func `an address that fits several places is told with the areas of each`() throws {
    let folder = try Wardline.scratchFolder()
    let text = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"FULLNAME":"Willow Ln","LFROMHN":"1","LTOHN":"9","RFROMHN":"2","RTOHN":"10"},
        "geometry":{"type":"LineString","coordinates":[[-70.86,41.61],[-70.86,41.611]]}},
        {"type":"Feature","properties":{"FULLNAME":"Willow Ln","LFROMHN":"1","LTOHN":"9","RFROMHN":"2","RTOHN":"10"},
        "geometry":{"type":"LineString","coordinates":[[-70.84,41.63],[-70.84,41.631]]}}]}
        """
    try Data(text.utf8).write(to: folder.appending(path: "streets.geojson"))
    let boundaries = Wardline.package.appending(path: "Boundaries/council-districts.geojson").path
    let yaml = """
        timezone: America/New_York
        reference: {streets: {file: streets.geojson, columns: {full_name: FULLNAME, left_from: LFROMHN,
                    left_to: LTOHN, right_from: RFROMHN, right_to: RTOHN}}}
        layers:
          - {name: district, editions: [{file: \(boundaries), code: district}]}
        """
    let path = folder.appending(path: "city.yaml").path
    try Data(yaml.utf8).write(to: URL(filePath: path))
    let tie = try Wardline.run("locate", "5 Willow Ln", "--city", path)
    #expect(tie.status == 0, "\(tie.errors)")
    #expect(tie.output.contains("fits 2 places equally well"))
    let json = try Wardline.run("locate", "5 Willow Ln", "--city", path, "--format", "json")
    #expect(json.output.contains("\"status\":\"tie\""))
    #expect(try places(json).count == 2)
}

@Test(arguments: [
    ["(41.6095, -70.857)"], ["POINT (-70.857 41.6095)"], ["41.6095N, 70.857W"],
    ["41°36'34.2\"N 70°51'25.2\"W"],
    ["41.6095° N,", "70.857° W"], ["−70.857, 41.6095"], ["-70.857,41.6095"],
])
func `a position is taken as maps on the web and files give it`(words: [String]) throws {
    let asTold = try locate("-70.857", "41.6095")
    let run = try Wardline.run(["locate"] + words + ["--city", "SampleData/city.yaml"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == asTold.output)
}

@Test func `a house number on a street named by a number is no position`() throws {
    let run = try locate("100 E 50 N")
    #expect(!run.output.contains("Position"))
}

@Test func `a place outside, an address that is none and numbers that are exchanged get a clear answer`()
    throws
{
    #expect(try locate("-70.0", "42.0").output.contains("outside"))
    let landmark = try locate("City Hall")
    #expect(landmark.status == 2)
    #expect(landmark.output.contains("cannot be located: the address is no place on a street"))
    #expect(try locate("41.6095", "-70.857").output.contains("longitude comes first"))
    #expect(try Wardline.run("locate", "200", "-95").status == 64)
    #expect(try Wardline.run("locate", "-70.9", "--colour").status == 64)
    #expect(try Wardline.run("locate").status == 64)
    let early = try locate("-70.857", "41.6095", "--layer", "zon")
    #expect(early.status == 64)
    #expect(early.errors.contains("did you mean zone"))
}
