package import City
package import Hotspots
import Locating
import ServiceRequests

/// The hotspots of a whole from the sums of its parts, each of which has all requests of its categories: the same as those of one
/// run over all.
package struct MergedHotspots: Sendable {
    package let survey: HotspotSurvey
    /// What the parts warned of.
    package let warnings: [String]

    /// - Parameters:
    ///   - paths: Summaries of parts, written with `--sums`.
    ///   - city: The city file by which the parts were surveyed.
    ///   - name: What the whole is called; `nil` for the name that the parts have in common.
    /// - Throws: ``PartFileError``, ``MergeError`` or ``ServiceRequests/SumsError`` where they are no parts of one whole.
    package init(
        _ paths: [String], city: CityFile, name: String? = nil, choice: PartChoice = PartChoice(),
        options: WorkOptions
    ) throws {
        let files = try PartFiles<HotspotPart>(paths, of: city, choice)
        let parts = files.sums
        let question = try files.sameQuestion(\.question)
        survey = try HotspotSurvey(
            parts.map(\.clusters), counts: files.counts,
            table: try RequestTable(parts.map(\.requests), names: files.names, title: name), city: city,
            clock: try CityWork(city: city, options: options).clock, settings: question,
            defaultPoints: Placeholder.joined(parts.map(\.placeholders)), jobs: options.jobs)
        warnings = files.warnings
    }
}
