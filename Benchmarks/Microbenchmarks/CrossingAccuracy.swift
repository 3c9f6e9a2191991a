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
        let places = try read(arguments[1]).filter { $0.name.contains(" & ") }
        let positions = Dictionary(grouping: places, by: \.name)
        var all = Tally()
        var named = Tally()
        var missed = ""
        for (name, _) in places {
            let result = geocoder.geocode(name)
            let best = result.match.flatMap { $0.precision == .intersection ? $0 : nil }
            let error = best.flatMap { best in
                positions[name]?.map { best.distance(to: $0.position) }.min()
            }
            all.add(result, error)
            if hasNames(name) { named.add(result, error) }
            if error ?? 1000 > 15 { missed += missedLine(name, result, error) }
        }
        print("crossings: \(all)")
        print("crossings of named streets: \(named)")
        if arguments.count > 2 { try missed.write(toFile: arguments[2], atomically: true, encoding: .utf8) }
    }

    /// Whether each street has a name of its own: no ramp, and no alley called after the streets at its ends.
    private static func hasNames(_ crossing: String) -> Bool {
        !crossing.split(separator: "&").contains { street in
            let street = street.trimmingCharacters(in: .whitespaces)
            return street.contains("-") || ["RAMP", "UNNAMED ST", "NO NAME", "ALLEY"].contains(street)
        }
    }

    private struct Tally: CustomStringConvertible {
        private var total = 0
        private var ties = 0
        private var errors: [Double] = []
        private var within = 0

        mutating func add(_ result: GeocodedAddress, _ error: Double?) {
            total += 1
            if result.status == .tie { ties += 1 }
            guard let error, let radius = result.match?.uncertainty else { return }
            errors.append(error)
            if error <= radius { within += 1 }
        }

        var description: String {
            let sorted = errors.sorted()
            guard !sorted.isEmpty else { return "none of \(total) found" }
            let near = sorted.count { $0 <= 15 }
            return "\(sorted.count) of \(total) found and \(ties) ties; of those found \(near) within 15 m "
                + "(\(1000 * near / sorted.count) of 1000), median \(sorted[sorted.count / 2]) m, "
                + "\(1000 * within / sorted.count) of 1000 within the uncertainty"
        }
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
