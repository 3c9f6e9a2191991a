package import Boundaries
package import CasePages
import Closures
import Disclosure
package import Geocoding
package import Hotspots
package import ServiceLevels
import ServiceRequests

extension RunSummary {
    /// Creates the summary of a survey of clusters.
    package init(_ survey: HotspotSurvey, jobs: Int) {
        self.init(command: "hotspots")
        let table = survey.table
        add(table, for: survey.settings.audience)
        let standings = survey.selection.counts(jobs: jobs)
        let parts = RowStanding.allCases.compactMap { standing -> (String, Int)? in
            let name =
                switch standing {
                case .used: "used"
                case .placedByAddress: "placed_by_address"
                default: standing.word
                }
            return standings[standing].map { (name, $0) }
        }
        let inClusters = survey.clusters.reduce(0) { $0 + $1.history.reports }
        let used = standings.reduce(0) { $0 + ($1.key.isUsed ? $1.value : 0) }
        counts += [("clusters", survey.clusters.count), ("in_clusters", inClusters)]
        figures.append(Figure("in_clusters", inClusters, of: used))
        sums.append(Sum("standings", total: table.count, parts: parts))
    }

    /// Creates the summary of an atlas, of its public edition without what that does not tell.
    package init(_ atlas: CityAtlas) {
        self.init(command: "map")
        add(atlas.table, for: atlas.settings.audience)
        takenForGranted.append(Assumption("as_of", "\(atlas.asOf)"))
        counts.append(("cases", atlas.cases.count))
    }

    /// Creates the summary of service levels.
    package init(_ survey: ServiceLevelSurvey) {
        self.init(command: "report")
        add(survey.table, for: survey.privacy.audience)
        takenForGranted.append(Assumption("as_of", "\(survey.asOf)"))
        let parts = [
            ("counted", survey.selection.requests.count), ("left_out", survey.selection.omitted.count),
        ]
        counts += parts
    }

    /// Creates the summary of closures.
    package init(_ work: ClosureWork) {
        self.init(command: "closures")
        let (survey, table) = (work.survey, work.survey.table)
        add(table, for: work.privacy.audience)
        takenForGranted.append(Assumption("as_of", "\(survey.history.asOf)"))
        let parts = [
            ("counted", survey.history.cases.count), ("left_out", survey.history.omitted.count),
        ]
        counts += parts
        sums.append(Sum("requests", total: table.count, parts: parts))
    }

    /// Creates the summary of a file of addresses.
    package init(_ tally: GeocodeTally, source: String) {
        self.init(command: "geocode")
        sources = [("rows", source)]
        let rows = tally.rows + tally.unreadable.count
        let read = [("read", tally.rows), ("unread", tally.unreadable.count)]
        let none = tally.reasons.values.reduce(0, +)
        let placed = [("match", tally.matchCount), ("tie", tally.ties), ("none", none)]
        counts = [("rows", rows)] + read + placed
        counts += MatchPrecision.allCases.compactMap { precision in
            tally.matches[precision].map { ("match.\(precision.name)", $0) }
        }
        counts += tally.reasons.sorted { $0.key < $1.key }.map { ("none.\($0.key)", $0.value) }
        figures = placed.map { Figure($0.0, $0.1, of: tally.rows) }
        sums = [Sum("rows", total: rows, parts: read), Sum("placed", total: tally.rows, parts: placed)]
    }

    /// Creates the summary of a check of boundaries.
    package init(_ checked: [CheckedEdition], of title: String) {
        self.init(command: "boundaries check")
        sources = [("boundaries", title)]
        let findings = checked.flatMap(\.findings)
        let parts = BoundaryFinding.Severity.allCases.map { severity in
            (severity.rawValue, findings.count { $0.severity == severity })
        }
        counts = [("findings", findings.count)] + parts
        sums = [Sum("findings", total: findings.count, parts: parts)]
    }
}
