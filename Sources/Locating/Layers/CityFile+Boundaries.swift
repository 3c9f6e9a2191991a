package import Boundaries
package import City

extension CityFile {
    /// Returns why an edition could not be read, with the city file's line where that names what the file has not.
    func named(_ error: BoundaryError, in edition: EditionSettings) -> any Error {
        let key: String
        switch error.unfitName {
        case .layer: key = "layer"
        case .noLayer: key = "file"
        case .field(let name):
            guard
                let found = ["code": edition.code, "title": edition.title].first(where: { $0.value == name })
            else { return error }
            key = found.key
        case nil: return error
        }
        return self.error(line: edition.lines[key] ?? edition.line, "\(error)")
    }
}

extension CityFile.LayerSettings: Numbered { package typealias Subject = Layer }
