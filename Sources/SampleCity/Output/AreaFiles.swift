import Geometry

/// Writes the layers' polygons.
struct AreaFiles {
    let map: CityMap
    let areas: CityAreas

    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

    var districts: String {
        var file = GeoJSONText(name: "council-districts")
        let outline = AreaOutline(faces: map.faces, areaOfFace: areas.districts)
        for index in 0..<9 {
            let properties = [
                ("district", GeoJSONText.string("\(index + 1)")),
                ("name", GeoJSONText.string("Council District \(index + 1)")),
                ("addresses", "\(addresses(in: index, of: areas.districts))"),
            ]
            file.append(properties: properties, geometry: GeoJSONText.surface(outline.surface(of: index)))
        }
        return file.closed
    }

    func zones(_ areaOfFace: [Int], edition: Int) -> String {
        var file = GeoJSONText(name: "collection-zones-\(edition)")
        let outline = AreaOutline(faces: map.faces, areaOfFace: areaOfFace)
        for index in 0..<12 {
            let day = Self.days[(index * 2 + index / 5) % 5]
            let properties = [
                ("zone", GeoJSONText.string("\(index + 1)")),
                ("name", GeoJSONText.string("Collection Zone \(index + 1)")),
                ("trash_day", GeoJSONText.string(day)),
                ("recycling_week", GeoJSONText.string(index % 2 == 0 ? "A" : "B")),
                ("addresses", "\(addresses(in: index, of: areaOfFace))"),
            ]
            file.append(properties: properties, geometry: GeoJSONText.surface(outline.surface(of: index)))
        }
        return file.closed
    }

    var postcodes: String {
        var file = GeoJSONText(name: "postcodes")
        let codes = Set(areas.postcodes).sorted()
        let areaOfFace = areas.postcodes.enumerated().map { face, code in
            face == map.faces.outside ? -1 : codes.firstIndex(of: code) ?? -1
        }
        let outline = AreaOutline(faces: map.faces, areaOfFace: areaOfFace)
        for (index, code) in codes.enumerated() {
            file.append(
                properties: [("postcode", GeoJSONText.string(code))],
                geometry: GeoJSONText.surface(outline.surface(of: index)))
        }
        return file.closed
    }

    private func addresses(in area: Int, of areaOfFace: [Int]) -> Int {
        map.addresses.count { areaOfFace[$0.face] == area }
    }
}
