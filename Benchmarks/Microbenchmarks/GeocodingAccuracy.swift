import Chronology
import DelimitedText
import Foundation
import Geocoding
import Geometry
import ServiceRequests

/// Geocodes the addresses of a requests file and compares with the positions that it records.
enum GeocodingAccuracy {
    static func run(_ arguments: [String]) throws {
        guard arguments.count > 1, let clock = CityClock(timeZone: "America/New_York") else {
            print("usage: Microbenchmarks geocoding STREETS REQUESTS [RESULTS.tsv]")
            return
        }
        let sources = ReferenceSources(streets: [StreetSource(path: arguments[0])])
        let reference = try ReferenceStore.compiled(sources)
        let table = try RequestReader(
            source: TextSource(argument: arguments[1]), layers: [], clock: clock, jobs: 1
        )
        .read()
        let geocoder = Geocoder(reference: reference)
        let lines = (0..<table.count).map { table.address(at: $0) ?? "" }
        var results: [GeocodedAddress] = []
        let elapsed = ContinuousClock().measure { results = lines.map { geocoder.geocode($0) } }
        print(
            "geocoding: \(Int(Double(lines.count) / (elapsed / .seconds(1)))) addresses a second, parsing included"
        )
        report(results, table)
        if arguments.count > 2 { try write(results, lines, table, to: arguments[2]) }
    }

    private static func report(_ results: [GeocodedAddress], _ table: RequestTable) {
        var counts: [String: Int] = [:]
        var errors: [MatchPrecision: [Double]] = [:]
        var within: [MatchPrecision: Int] = [:]
        for (index, result) in results.enumerated() {
            guard let best = result.candidates.first, result.status != .none(.scoreTooLow) else {
                counts[result.status.name, default: 0] += 1
                continue
            }
            counts["\(result.status.name) \(best.precision.name)", default: 0] += 1
            guard result.status == .match, let error = error(best, index, table) else { continue }
            errors[best.precision, default: []].append(error)
            if error <= best.uncertainty { within[best.precision, default: 0] += 1 }
        }
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) { print("\(name): \(count)") }
        for (precision, values) in errors.sorted(by: { $0.key < $1.key }) {
            let sorted = values.sorted()
            func quantile(_ share: Double) -> Int {
                Int(sorted[Int(share * Double(sorted.count - 1))].rounded())
            }
            print(
                "\(precision.name): \(sorted.count) compared, median \(quantile(0.5)) m, 90 % \(quantile(0.9)) m, 95 % \(quantile(0.95)) m, "
                    + "99 % \(quantile(0.99)) m, over 500 m \(sorted.count { $0 > 500 }), within the uncertainty "
                    + "\(1000 * within[precision, default: 0] / sorted.count) of 1000")
        }
    }

    /// Returns the distance to the recorded position, or `nil` where none is usable.
    private static func error(_ candidate: AddressCandidate, _ row: Int, _ table: RequestTable) -> Double? {
        let recorded = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
        guard table.positionStates[row] == .recorded, recorded.latitude != 39 else { return nil }
        return candidate.distance(to: recorded)
    }

    private static func write(
        _ results: [GeocodedAddress], _ lines: [String], _ table: RequestTable, to path: String
    ) throws {
        var text =
            "line\tstatus\tprecision\tscore\tfaults\tmatched\tuncertainty\terror\tlon\tlat\treclon\treclat\n"
        for (index, result) in results.enumerated() {
            var fields = [lines[index], result.status.name]
            if let best = result.candidates.first {
                let distance = error(best, index, table).map { String($0) } ?? ""
                fields += [best.precision.name, String(best.score), best.faults.text, best.matched]
                fields += [String(best.uncertainty), distance]
                fields += [best.position.longitude, best.position.latitude].map { String($0) }
                fields += [table.longitudes[index], table.latitudes[index]].map { String($0) }
            } else {
                fields.append("\(result.status)")
            }
            text += fields.joined(separator: "\t") + "\n"
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
