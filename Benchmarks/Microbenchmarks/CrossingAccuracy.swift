import Foundation
import Geocoding
import Geometry

/// Geocodes named intersections and compares with their own positions.
enum CrossingAccuracy {
    static func run(_ arguments: [String]) throws {
        guard arguments.count > 1 else {
            print("usage: Microbenchmarks crossings STREETS NAMED.csv [RESULTS.tsv]")
            return
        }
        let sources = ReferenceSources(streets: [StreetSource(path: arguments[0])])
        let geocoder = Geocoder(reference: try ReferenceStore.compiled(sources))
        let places = try read(arguments[1])
        let named = Dictionary(grouping: places, by: \.name)
        var errors: [Double] = []
        var total = 0
        var missed = ""
        for name in places.map(\.name) where name.contains(" & ") {
            total += 1
            let result = geocoder.geocode(name)
            let best = result.match.flatMap { $0.precision == .intersection ? $0 : nil }
            let error = best.flatMap { best in named[name]?.map { best.distance(to: $0.position) }.min() }
            if let error { errors.append(error) }
            if error ?? 1000 > 15 { missed += missedLine(name, result, error) }
        }
        errors.sort()
        print(
            "crossings: \(errors.count) of \(total) found, within 15 m \(errors.count { $0 <= 15 }), median \(errors[errors.count / 2]) m"
        )
        if arguments.count > 2 { try missed.write(toFile: arguments[2], atomically: true, encoding: .utf8) }
    }

    /// A crossing may have several positions under one name; the nearest counts.
    private static func read(_ path: String) throws -> [(name: String, position: Coordinate)] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().compactMap {
            row in
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count >= 4, let longitude = Double(fields[fields.count - 2]),
                let latitude = Double(fields[fields.count - 1])
            else { return nil }
            let name = fields[1..<fields.count - 2].joined(separator: ",")
            return (name, Coordinate(longitude: longitude, latitude: latitude))
        }
    }

    private static func missedLine(_ name: String, _ result: GeocodedAddress, _ error: Double?) -> String {
        let distance = error.map { String(Int($0)) } ?? "-"
        let best = result.candidates.first
        let matched =
            best.map { "\($0.precision.name)\t\($0.matched)\t\($0.faults.text)" } ?? "\(result.status)"
        return "\(name)\t\(result.status.name)\t\(distance)\t\(matched)\n"
    }
}
