import Geometry

/// Finds a place within an area for its name.
enum AreaMiddle {
    /// Returns the middle of the widest stretch of the area along five lines from west to east.
    static func of(_ shape: MultiPolygon<Coordinate>) -> Coordinate? {
        guard let box = shape.box else { return nil }
        var best: (place: Coordinate, width: Double)?
        for share in [0.5, 0.4, 0.6, 0.3, 0.7] {
            let latitude = box.minY + box.height * share
            let crossings = shape.rings.flatMap { Self.crossings(of: $0, at: latitude) }.sorted()
            for index in stride(from: 0, to: crossings.count - 1, by: 2) {
                let width = crossings[index + 1] - crossings[index]
                guard width > best?.width ?? 0 else { continue }
                let middle = (crossings[index] + crossings[index + 1]) / 2
                best = (Coordinate(longitude: middle, latitude: latitude), width)
            }
        }
        return best?.place
    }

    private static func crossings(of ring: LinearRing<Coordinate>, at latitude: Double) -> [Double] {
        zip(ring.positions, ring.positions.dropFirst()).compactMap { start, end in
            guard (start.latitude > latitude) != (end.latitude > latitude) else { return nil }
            let share = (latitude - start.latitude) / (end.latitude - start.latitude)
            return start.longitude + share * (end.longitude - start.longitude)
        }
    }
}
