import City
import Geocoding
import WardlineKit

extension CityFile {
    /// Opens the city's streets and addresses in sight of the user: progress while it lasts, warnings of what was found.
    func openReference(progress: ProgressLine, threads: JobOptions) throws -> StreetReference {
        defer { progress.clear() }
        return try CityWork(city: self, options: progress.options(threads)).reference()
    }
}
