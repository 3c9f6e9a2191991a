package import Chronology
package import City
import Locating
import Records
package import ServiceRequests
import WorkSharing
package import Workspace

/// A file's requests on their way into a workspace.
package struct ImportWork {
    package let table: RequestTable
    package let counts: ImportCounts
    /// The day whose state the file shows.
    package let day: CivilDate

    /// - Parameters:
    ///   - isComplete: Whether the file holds every request that was opened within the days it spans.
    ///   - day: The day whose state the file shows; `nil` for that of its last opening or closing.
    package init(
        _ requests: String, into path: String, city: CityFile, isComplete: Bool, asOf day: CivilDate?,
        options: WorkOptions
    ) throws {
        let work = try CityWork.begin(city, options: options)
        guard requests == "-" || !Workspace.isWorkspace(requests) else {
            throw RequestSourceError.isWorkspace(path: requests)
        }
        let layers = city.layers.filter { $0.assigned != nil }
        let known = Workspace.isWorkspace(path) ? try Workspace(opening: path).knownDateOrder() : nil
        var table = try work.requests(requests, layers: layers, earlierDateOrder: known)
        let toCome = table.setAsideClosingsToCome()
        if toCome > 0 {
            options.warn(
                "\(NumberText.count(toCome)) closings after the file was written, at times that others have too, stand for"
                    + " “not closed yet”, and are kept as none")
        }
        self.table = table
        if let day {
            self.day = day
        } else {
            // A single date far behind the others is a mistake, and would make all later files older ones.
            let last = try work.foundLastDay(of: table, shownOn: "file")
            self.day = last.usual ?? last.day
            if last.beyond != nil, let doubt = last.doubt(shownOn: "file", in: options.terms) {
                options.warn(doubt)
            }
        }
        options.show(.importing(requests: table.count))
        let areas = AreasWhenAsked { Self.areas(of: city, layers, options) }
        counts = try RequestImport(
            table, layers: layers.map(\.name), city: city.name, timeZone: city.timeZone, day: self.day,
            isComplete: isComplete
        ).run(into: path, program: WardlineVersion.current) { layer, one, other in
            areas.areSame(one, other, inLayer: layer)
        }
        if let lacking = ImportText.lacking(counts, in: table.intake.sourceName) { options.warn(lacking) }
        Self.remarks(counts, path).forEach(options.warn)
    }

    /// Reads the areas of some layers; `nil` where they cannot be, which an import does without.
    private static func areas(
        of city: CityFile, _ layers: [CityFile.LayerSettings], _ options: WorkOptions
    ) -> AreaNames? {
        var city = city
        city.layers = layers
        do {
            return AreaNames(try LayerLoader(city: city, jobs: options.jobs).layers(), city: city)
        } catch {
            options.warn("areas in another spelling than what is kept count as rewritten: \(error)")
            return nil
        }
    }

    /// Says of which layers only a part of the workspace's requests have assigned areas: they would be unassigned without a word.
    private static func remarks(_ counts: ImportCounts, _ path: String) -> [String] {
        let fields = counts.fieldsWithoutColumn
        let lacking =
            fields.isEmpty
            ? []
            : [
                "no column for \(fields.joined(separator: ", ")), which earlier imports into \(path) have: what is kept of"
                    + " \(fields.count == 1 ? "it" : "them") stays as it is, and new requests are without"
            ]
        return lacking
            + [
                (
                    counts.layersOfEarlierAlone,
                    "earlier imports into \(path) have its column and this one has not"
                ),
                (
                    counts.layersOfThisAlone,
                    "this import has its column and earlier ones into \(path) have not"
                ),
            ].filter { !$0.0.isEmpty }.map { layers, side in
                "layer \(layers.joined(separator: ", ")): \(side), whose requests are unassigned in it;"
                    + " where it is the same layer under another name, give it one name in both city files"
            }
    }
}
