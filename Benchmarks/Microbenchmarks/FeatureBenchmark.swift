import Boundaries
import FeatureFiles

/// Reads feature files, and loads them as editions where they hold areas; says how long each took.
enum FeatureBenchmark {
    static func run(_ arguments: [String]) throws {
        for path in arguments {
            let reading = ContinuousClock()
            var count = 0
            let read = try reading.measure { count = try FeatureReader.read(path).features.count }
            print("\(path): \(count) features read in \(read)")
            var edition: Edition?
            let load = reading.measure { edition = try? Edition.load(EditionSource(path: path), jobs: 1) }
            guard let edition else { continue }
            print(
                "  \(edition.areas.count) areas, \(edition.vertexCount) vertices, read and checked in \(load)"
            )
        }
    }
}
