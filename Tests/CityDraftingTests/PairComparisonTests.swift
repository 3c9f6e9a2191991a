import City
import TestSupport
import Testing

@testable import CityDrafting

/// Exports with two pairs of degrees, one of them of the crew's telephone.
struct PairComparisonTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    private func draft(
        _ first: String, _ second: String, isAssigned: Bool, other: (Int) -> [String]
    ) throws -> (draft: CityDraft, city: CityFile) {
        let path = try generated.export("\(first),id,category,status,opened,closed,\(second),ward") { row in
            other(row) + GeneratedCity.plain(row) + GeneratedCity.degrees(row)
                + [isAssigned ? String(row % 6 + 1) : "x"]
        }
        return try generated.draft(path, areas: [generated.areas { "\"CODE\": \"\($0 + 1)\"" }])
    }

    /// The place of the request that was seen to before.
    private func crew(_ row: Int) -> [String] { GeneratedCity.degrees((row * 7 + 4) % 60) }

    @Test(arguments: [
        ("device_lon,device_lat", "issue_lon,issue_lat"), ("Lon1,Lat1", "Lon2,Lat2"),
        ("Closed Longitude,Closed Latitude", "Site Longitude,Site Latitude"),
        ("Crew Longitude,Crew Latitude", "X,Y"), ("GPS Lon,GPS Lat", "Site X,Site Y"),
    ])
    func `of two pairs of degrees the one that agrees with the assigned areas is taken`(
        crew: String, own: String
    ) throws {
        let (draft, city) = try draft(crew, own, isAssigned: true, other: self.crew)
        let names = own.split(separator: ",").map(String.init)
        #expect(city.requests.columns["longitude"] == names[0], "\(draft.text)")
        #expect(city.requests.columns["latitude"] == names[1])
        #expect(city.layers.first?.assigned == "ward")
        let words = draft.text.split { $0.isWhitespace || $0 == "#" }.joined(separator: " ")
        #expect(words.contains("agree with ward, unlike those of"))
    }

    @Test func `without assigned areas the one is taken that lies where the areas are`() throws {
        let (_, city) = try draft("Lon1,Lat1", "Lon2,Lat2", isAssigned: false) { row in
            ["\(-75.123456 - 0.001 * Double(row))", "40.654321"]
        }
        #expect(city.requests.columns["longitude"] == "Lon2" && city.requests.columns["latitude"] == "Lat2")
    }

    @Test func `where nothing tells them apart neither is taken and both are named`() throws {
        let (draft, city) = try draft("Lon1,Lat1", "Lon2,Lat2", isAssigned: false, other: crew)
        #expect(city.requests.columns["longitude"] == nil && city.requests.columns["latitude"] == nil)
        #expect(
            draft.doubts.contains {
                $0.hasPrefix("longitude: Lon1 is only offered: Lon2 and Lat2, ")
                    && $0.contains("nothing tells which is the request's")
            }, "\(draft.doubts)")
    }

    @Test func `a pair with plain names goes before one of a crew where no areas tell`() throws {
        let (_, city) = try draft("Crew Lon,Crew Lat", "Longitude,Latitude", isAssigned: false, other: crew)
        #expect(city.requests.columns["longitude"] == "Longitude")
        // Two measures of one place are no question.
        let (draft, same) = try draft("Lon1,Lat1", "Lon2,Lat2", isAssigned: false) {
            GeneratedCity.degrees($0)
        }
        #expect(same.requests.columns["longitude"] == "Lon1", "\(draft.doubts)")
    }
}
