import City
import Foundation
import WorkSharing

/// A city that is open to questions: its city file, read and checked.
///
/// ```swift
/// let city = try await WardlineCity.open("SampleData/city.yaml")
/// let audit = try await city.audit("SampleData/requests.csv")
/// print(audit.count)  // the findings that are not `correct`
/// ```
///
/// Nothing is printed and nothing is changed but the outputs that are asked for: progress and warnings are handed to
/// ``WorkOptions/onEvent``. The work runs on threads of its own; a task that is cancelled is answered at once.
public struct WardlineCity: Sendable {
    private let held: Held<CityFile>
    var file: CityFile { held.value }
    /// How the city's work is done, and who is told of it.
    public var options: WorkOptions

    /// Opens a city by its city file.
    ///
    /// - Throws: ``WardlineError`` that names the line to blame.
    public static func open(_ path: String, options: WorkOptions = WorkOptions()) async throws -> WardlineCity
    {
        try await OwnThread.run {
            let file = try CityFile.open(path)
            return WardlineCity(file: file, options: options)
        }
    }

    init(file: CityFile, options: WorkOptions) {
        held = Held(file)
        self.options = options
    }

    /// What the city is called.
    public var name: String { file.name }

    /// Its zone in the time zone database, such as `America/New_York`.
    public var timeZone: String { file.timeZone }

    /// The names of its layers, in the order of the city file.
    public var layers: [String] { file.layers.map(\.name) }

    /// Runs work on the city on a thread of its own.
    func run<Output: Sendable>(
        _ work: @escaping @Sendable (CityFile, WorkOptions) throws -> Output
    ) async throws -> Output {
        let (file, options) = (file, options)
        return try await OwnThread.run { try work(file, options) }
    }
}
