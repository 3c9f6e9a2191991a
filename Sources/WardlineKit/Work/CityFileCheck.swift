package import City
import FeatureFiles
import GeometryEngine

extension CityFile {
    /// Reads a city file and checks all of it: what ``read(_:)`` checks, and what only its files and PROJ can tell.
    package static func open(_ path: String) throws(CityFileError) -> CityFile {
        let city = try read(path)
        try CityFileCheck.run(city)
        return city
    }
}

/// Checks what a city file says that only files and PROJ can tell, whether or not the work at hand needs it: reference systems,
/// and layers of files.
private enum CityFileCheck {
    /// - Throws: ``City/CityFileError`` with the line to blame.
    static func run(_ city: CityFile) throws(CityFileError) {
        try checkReferenceSystem(of: city)
        let references = [city.streets, city.addresses].compactMap(\.self)
        let named =
            city.layers.flatMap(\.editions).map { ($0.file, $0.layer, $0.lines) }
            + references.map { ($0.file, $0.layer, $0.lines) }
            + [city.water].compactMap(\.self).map { ($0.file, $0.layer, $0.lines) }
        for (file, layer, lines) in named {
            guard let layer else { continue }
            try check(layer: layer, of: file, line: lines["layer"], city)
        }
    }

    private static func checkReferenceSystem(of city: CityFile) throws(CityFileError) {
        guard let definition = city.requests.referenceSystem else { return }
        do throws(GeometryError) {
            _ = try CoordinateReferenceSystem(definition)
        } catch {
            throw city.error(line: city.requests.lines["crs"], "crs: \(error)")
        }
    }

    /// A file that cannot be read at all is told by who reads it.
    private static func check(
        layer: String, of file: String, line: Int?, _ city: CityFile
    ) throws(CityFileError) {
        do throws(FeatureFileError) {
            try FeatureReader.check(layer: layer, of: file)
        } catch {
            switch error.reason {
            case .unknownLayer, .noLayers: throw city.error(line: line, "\(error)")
            default: return
            }
        }
    }
}
