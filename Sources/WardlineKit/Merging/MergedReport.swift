import Boundaries
import Chronology
package import City
import Locating
import ServiceLevels
import ServiceRequests

/// A report on a whole from the sums of its parts, asked as they were asked: the same as that of one run over all.
package struct MergedReport: Sendable {
    package let work: ServiceLevelWork
    /// What the parts warned of, and what is doubtful of the whole.
    package let warnings: [String]

    /// - Parameters:
    ///   - paths: Summaries of parts, written with `--sums`.
    ///   - city: The city file by which the parts were counted.
    ///   - name: What the whole is called; `nil` for the name that the parts have in common.
    /// - Throws: ``PartFileError``, ``MergeError`` or ``ServiceRequests/SumsError`` where they are no parts of one whole.
    package init(
        _ paths: [String], city: CityFile, name: String? = nil, choice: PartChoice = PartChoice(),
        options: WorkOptions
    ) throws {
        let files = try PartFiles<ReportPart>(paths, of: city, choice)
        let (parts, names) = (files.sums, files.names)
        let question = try files.sameQuestion(\.question)
        let table = try RequestTable(parts.map(\.requests), names: names, title: name)
        let cityWork = try CityWork(city: city, options: options)
        let (asOf, doubt) = try ServiceLevelWork.day(question, table: table, work: cityWork)
        let layer = try AreaLayer(
            city.layer(namedOrOnly: question.layer), city: city, rows: 0, asOf: asOf, jobs: options.jobs)
        let homes = try files.homes(in: layer, asOf: asOf)
        let told = try PublicRequests(
            table, without: parts.map(\.withheld), city: city, audience: question.periods.audience)
        work = try ServiceLevelWork(
            PlacedRequests(
                table: told.table, layer: layer, asOf: asOf, homes: homes, privateCounts: told.counts),
            withheld: told.withheld, question: question, work: cityWork)
        warnings = [doubt].compactMap(\.self) + files.warnings
    }
}
