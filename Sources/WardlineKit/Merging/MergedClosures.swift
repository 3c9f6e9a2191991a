import Chronology
package import City
import Locating
import ServiceRequests

/// The closures of a whole from the sums of its parts, asked as they were asked: the same as those of one run over all.
package struct MergedClosures: Sendable {
    package let work: ClosureWork
    /// What the parts warned of, and what is doubtful of the whole.
    package let warnings: [String]

    /// - Parameters:
    ///   - paths: Summaries of parts, written with `--sums`.
    ///   - city: The city file by which the parts were judged.
    ///   - name: What the whole is called; `nil` for the name that the parts have in common.
    /// - Throws: ``PartFileError``, ``MergeError`` or ``ServiceRequests/SumsError`` where they are no parts of one whole.
    package init(
        _ paths: [String], city: CityFile, name: String? = nil, choice: PartChoice = PartChoice(),
        options: WorkOptions
    ) throws {
        let files = try PartFiles<ClosurePart>(paths, of: city, choice)
        let (parts, names) = (files.sums, files.names)
        let question = try files.sameQuestion(\.question)
        let table = try RequestTable(parts.map(\.requests), names: names, title: name)
        let cityWork = try CityWork(city: city, options: options)
        let (asOf, doubt) = try ClosureWork.day(question, table: table, work: cityWork)
        let layer = try ClosureWork.layer(question, city: city).map {
            try AreaLayer($0, city: city, rows: 0, asOf: asOf, jobs: options.jobs)
        }
        let homes = try files.homes(in: layer, asOf: asOf)
        let missing = try zip(parts, names).flatMap { try $0.missingPositions(in: $1) }
        let told = try PublicRequests(
            table, without: parts.map(\.withheld), city: city, audience: question.audience)
        work = try ClosureWork(
            PlacedClosures(
                table: told.table, privacy: told.privacy, privateCounts: told.counts, withheld: told.withheld,
                layer: layer, asOf: asOf, homes: homes, missing: missing), question: question, work: cityWork,
            houses: { try layer == nil ? [] : cityWork.housesIfNamed() })
        warnings = [doubt].compactMap(\.self) + files.warnings
    }
}
