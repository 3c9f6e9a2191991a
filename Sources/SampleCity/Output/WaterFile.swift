import Geometry

/// Writes the river, for drawing.
enum WaterFile {
    /// Half its width, metres: the roads along it lie about 100 m from its middle.
    private static let halfWidth = 42.0

    static var text: String {
        let left = Curve.parallel(to: CityPlan.river, at: halfWidth)
        let right = Curve.parallel(to: CityPlan.river, at: -halfWidth)
        let river = MultiPolygon([Polygon(exterior: LinearRing(left + right.reversed()))])
        var file = GeoJSONText(name: "water")
        file.append(
            properties: [("name", GeoJSONText.string("Fair River"))], geometry: GeoJSONText.surface(river))
        return file.closed
    }
}
