import Foundation
import Geometry
import Testing

@testable import Hotspots

/// Leukemia in upstate New York, 1978 to 1982: the centre, cases (rounded down) and population of 281 census tracts.
///
/// Turnbull, Iwano, Burnett, Howe and Clark, American Journal of Epidemiology 132 (1990); coordinates as in Waller and
/// Gotway, "Applied Spatial Statistics for Public Health Data" (2004). It is the example of most scan programs.
/// The authors published the numbers without a licence; they are counts and positions, facts that no one owns, and are
/// kept here for this comparison alone.
enum NewYorkLeukemia {
    /// Degrees times 100,000 as metres: the published analysis measures distances in degrees, as if on a plane.
    static let metresPerDegree = 100_000.0

    static func study() throws -> ScanStudy {
        let file = try #require(Bundle.module.url(forResource: "NewYorkLeukemia", withExtension: "csv"))
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",").compactMap { Double($0) } }
        return try ScanStudy(
            locations: rows.map { ProjectedPoint(x: $0[0] * metresPerDegree, y: $0[1] * metresPerDegree) },
            cases: rows.map { Int($0[2]) }, population: rows.map { $0[3] })
    }
}
