import Geometry

/// Which area a patch of land belongs to, in each layer and edition, as a right CRM would say.
struct Routing: Sendable {
    private let areas: CityAreas
    private let zoneOutlines: [[ProjectedPoint]]
    private let zoneOutlines2023: [[ProjectedPoint]]
    private let districtOutlines: [[ProjectedPoint]]

    init(map: CityMap, areas: CityAreas) {
        self.areas = areas
        func outlines(_ areaOfFace: [Int], _ count: Int) -> [[ProjectedPoint]] {
            let outline = AreaOutline(faces: map.faces, areaOfFace: areaOfFace)
            return (0..<count).map { outline.surface(of: $0).rings.flatMap(\.positions) }
        }
        zoneOutlines = outlines(areas.zones2024, 12)
        zoneOutlines2023 = outlines(areas.zones2023, 12)
        districtOutlines = outlines(areas.districts, 9)
    }

    func zone(ofFace face: Int, at time: WallTime) -> String {
        "\((time < .newZones ? areas.zones2023[face] : areas.zones2024[face]) + 1)"
    }

    func formerZone(ofFace face: Int) -> String { "\(areas.zones2023[face] + 1)" }
    func district(ofFace face: Int) -> String { "\(areas.districts[face] + 1)" }
    func changesZone(_ face: Int) -> Bool { areas.zones2023[face] != areas.zones2024[face] }

    /// Whether two patches lie in the same areas of all layers and editions.
    func isSame(_ face: Int, _ other: Int) -> Bool {
        areas.zones2023[face] == areas.zones2023[other] && areas.zones2024[face] == areas.zones2024[other]
            && areas.districts[face] == areas.districts[other]
    }

    /// Returns the distance from a point outside a zone to it, metres.
    func distance(_ point: ProjectedPoint, toZone code: String, at time: WallTime) -> Double {
        guard let number = Int(code), (1...12).contains(number) else { return .infinity }
        return Chain.distance((time < .newZones ? zoneOutlines2023 : zoneOutlines)[number - 1], to: point)
    }

    /// Returns the distance from a point outside a district to it, metres.
    func distance(_ point: ProjectedPoint, toDistrict code: String) -> Double {
        guard let number = Int(code), (1...9).contains(number) else { return .infinity }
        return Chain.distance(districtOutlines[number - 1], to: point)
    }
}
