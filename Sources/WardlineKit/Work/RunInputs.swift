package import City
import Foundation
import Geocoding

/// The files that a run reads, which none of its outputs may replace.
package enum RunInputs {
    /// The files of a city: its city file, those that it names, and the reference that is compiled beside it.
    package static func files(of city: CityFile) -> [String] { city.files + [compiled(beside: city.path)] }

    /// The same of a city file that may not be readable: then the command says so, and it names none.
    package static func files(ofCityAt path: String) -> [String] {
        (try? CityFile.read(path)).map(files) ?? [path, compiled(beside: path)]
    }

    /// The files that are named and those of the city file that is named or, where none is, of each that is found beside them.
    package static func files(_ named: [String], city: String?) -> [String] {
        let cities =
            city.map { [$0] }
            ?? (named + ["-"]).compactMap { try? CityFileLocation.find(named: nil, beside: $0) }
        return named + Set(cities).flatMap(files(ofCityAt:))
    }

    private static func compiled(beside city: String) -> String {
        URL(fileURLWithPath: city).deletingLastPathComponent().appendingPathComponent(ReferenceStore.fileName)
            .path
    }
}

extension WorkOptions {
    /// The files that a run of a city reads beside those of the city.
    ///
    /// - Parameter requests: The file of rows; `nil` where none is read.
    func inputs(_ requests: String?, of city: CityFile) -> [String] {
        RunInputs.files(of: city) + [requests, facts, part.headerFile].compactMap(\.self)
    }
}
