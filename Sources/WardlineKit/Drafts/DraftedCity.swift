package import CityDrafting
import Foundation
import Records

/// A city file that was written by looking at a city's files.
///
/// ```swift
/// let draft = try await DraftedCity.look(at: "requests.csv", areas: ["wards.geojson"], cityFile: "city.yaml")
/// print(draft.doubts)  // what a person has to look at
/// try draft.write()
/// ```
public struct DraftedCity: Sendable {
    /// The city file's text, with what each line rests on.
    public let text: String
    /// Where the city file is to stand.
    public let path: String
    /// What was found, one short sentence each.
    public let findings: [String]
    /// What has to be looked at before answers are relied on, one sentence each.
    public let doubts: [String]
    /// Why commands would refuse the city file as it is; `nil` where they take it.
    public let failure: String?
    /// Whether requests can be audited with it as it is.
    public let canAudit: Bool

    /// Looks at a city's files.
    ///
    /// - Parameters:
    ///   - requests: The file of requests.
    ///   - areas: The files of areas that requests are routed by.
    ///   - streets: Centre lines of streets with ranges of numbers; `nil` for none.
    ///   - addresses: Points of single addresses; `nil` for none.
    ///   - sheet: The sheet of a workbook; `nil` for the first that looks like requests.
    ///   - cityFile: Where the city file will stand: the paths in it are taken from its folder.
    ///   - options: How the work is done, and who is told of it.
    /// - Returns: The city file's text, with what it rests on and what is doubtful; nothing is written.
    /// - Throws: ``WardlineError`` for a file that cannot be read, or `CancellationError` as soon as the task is cancelled.
    public static func look(
        at requests: String, areas: [String] = [], streets: String? = nil, addresses: String? = nil,
        sheet: String? = nil, cityFile: String, options: WorkOptions = WorkOptions()
    ) async throws -> DraftedCity {
        try await OwnThread.run {
            var sources = CityDraftSources(requests: requests, cityFile: cityFile)
            sources.areas = areas
            sources.streets = streets
            sources.addresses = addresses
            sources.sheet = sheet
            return try make(sources, options: options)
        }
    }

    /// Looks at a city's files on the caller's thread.
    package static func make(_ sources: CityDraftSources, options: WorkOptions) throws -> DraftedCity {
        let draft = try CityDrafter(sources, jobs: options.jobs).draft()
        return DraftedCity(
            text: draft.text, path: sources.cityFile, findings: draft.findings, doubts: draft.doubts,
            failure: draft.failure, canAudit: draft.canAudit)
    }

    /// Writes the city file.
    ///
    /// - Throws: ``WardlineError`` where there is a file already: none is ever replaced.
    public func write() throws {
        try Self.refuseExisting(path)
        do throws(OutputError) {
            try OutputFile.write(Array(text.utf8), to: .file(path))
        } catch {
            throw WardlineError(reason: error)
        }
    }

    /// Refuses a path at which there is something.
    package static func refuseExisting(_ path: String) throws(WardlineError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw WardlineError(reason: DraftError.exists(path: path))
        }
    }
}
