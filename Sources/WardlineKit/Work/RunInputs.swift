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

    private static func compiled(beside city: String) -> String {
        URL(fileURLWithPath: city).deletingLastPathComponent().appendingPathComponent(ReferenceStore.fileName)
            .path
    }
}

extension WorkOptions {
    /// The files that a run of a city reads beside those of the city.
    ///
    /// - Parameter requests: The file of rows.
    func inputs(_ requests: String, of city: CityFile) -> [String] {
        RunInputs.files(of: city) + [requests] + [facts, part.headerFile].compactMap(\.self)
    }
}
