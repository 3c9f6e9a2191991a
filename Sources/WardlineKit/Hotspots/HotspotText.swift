import Chronology
import Disclosure
import Geometry
package import Hotspots
import Locating
import Records
import RoutingAudit
import ServiceRequests
package import Wording

/// The summary of a survey for people, with a table of the worst clusters.
package struct HotspotText {
    private let survey: HotspotSurvey
    private let top: Int
    private let counts: [RowStanding: Int]
    private let terms: CallerTerms

    /// - Parameter top: How many clusters the table shows.
    package init(_ survey: HotspotSurvey, top: Int, jobs: Int, in terms: CallerTerms) {
        self.survey = survey
        self.top = top
        self.terms = terms
        counts = survey.selection.counts(jobs: jobs)
    }

    /// Returns the lines.
    ///
    /// - Parameters:
    ///   - width: The characters that a line of the table may have; `nil` for any.
    ///   - bold: Makes a text stand out.
    package func text(width: Int?, bold: (String) -> String) throws -> String {
        var lines = overview(bold) + leftOut() + faults()
        if top > 0 { lines += try [""] + table(width: width) }
        let more = survey.clusters.count - top
        if more > 0 {
            lines.append(
                "  … and \(NumberText.count(more)) more"
                    + terms.hint(.output) { "; \($0) FILE.csv writes them all" })
        }
        if let worst = survey.clusters.first {
            let hint = terms.hint(.explain) {
                "With the same options, \($0) \(worst.number) tells the story of cluster \(worst.number)."
            }
            if !hint.isEmpty { lines += ["", hint] }
        }
        return TerminalText.text(ofLines: lines)
    }

    private func overview(_ bold: (String) -> String) -> [String] {
        let inClusters = survey.clusters.reduce(0) { $0 + $1.history.reports }
        let used = (counts[.used] ?? 0) + (counts[.placedByAddress] ?? 0)
        let source = survey.table.intake.sourceName
        let clusters =
            survey.clusters.count == 1
            ? "1 cluster holds" : "\(NumberText.count(survey.clusters.count)) clusters hold"
        return [
            bold(
                "\(source): \(clusters) \(NumberText.count(inClusters)) of \(NumberText.count(used)) requests"
            )
                + " (\(NumberText.share(inClusters, of: used))), found by \(method())"
        ]
    }

    private func method() -> String {
        let rules = Set(survey.groups.groups.map(\.rule))
        let grouping =
            survey.settings.grouping == .byCategory ? "each category by itself" : "all categories together"
        switch survey.settings.method {
        case .hdbscan: return "HDBSCAN, \(grouping)"
        case .dbscan:
            guard let rule = rules.first, rules.count == 1 else {
                return "DBSCAN, \(grouping), with its own radius and minimum"
            }
            return "DBSCAN, \(grouping): at least \(rule.minimum) within \(NumberText.decimal(rule.radius)) m"
        }
    }

    private func leftOut() -> [String] {
        var lines: [String] = []
        if let placed = counts[.placedByAddress], placed > 0 {
            lines.append(
                "  \(NumberText.count(placed)) taken in by their address, since their position is not usable")
        }
        for standing in RowStanding.allCases where !standing.isUsed {
            guard let count = counts[standing], count > 0 else { continue }
            lines.append("  \(NumberText.count(count)) left out: \(standing.reason(in: terms))")
        }
        lines += survey.defaultPoints.map(defaultPoint)
        // How many requests were read in all would tell of private ones.
        guard survey.isPublic else {
            return lines + IntakeText.lines(survey.table).map { $0.hasPrefix(" ") ? $0 : "  \($0)" }
        }
        return lines + [survey.privateCounts?.line].compactMap(\.self)
    }

    private func defaultPoint(_ point: Placeholder) -> String {
        let name =
            "  \(point.coordinate.longitude), \(point.coordinate.latitude) is a default point, no place"
        let origin = point.origin == .named ? "; named in the city file" : ""
        // Its requests are of all categories.
        if survey.isPublic { return name + origin }
        return name + ": \(NumberText.count(point.requests)) requests"
            + (origin.isEmpty ? "; their addresses name \(NumberText.count(point.streets)) streets" : origin)
    }

    private func faults() -> [String] {
        let all = survey.clusters.map(\.history.faults)
        let counts = [
            (all.reduce(0) { $0 + $1.undated }, "have no date of opening and are in no episode"),
            (all.reduce(0) { $0 + $1.closedWithoutDate }, "are closed without a date"),
            (all.reduce(0) { $0 + $1.closedBeforeOpened }, "were closed before they were opened"),
        ]
        return counts.filter { $0.0 > 0 }.map {
            "  \(NumberText.count($0.0)) of the clustered requests \($0.1)"
        } + unknownReturns() + doubts()
    }

    /// Where nobody knows when requests were closed, what followed is no return.
    private func unknownReturns() -> [String] {
        let unusable = survey.clusters.reduce(0) { $0 + $1.history.closings.unusable }
        let untold = survey.clusters.count { !survey.told($0).tellsReturns }
        var lines: [String] = []
        if unusable > 0 {
            lines.append(
                "  what was reported within a repair's life after such a closing counts as no return")
        }
        if untold > 0 {
            let closings = survey.closings
            let why =
                !closings.tellStates
                ? "nothing says which requests are closed"
                : closings.holdsOpenOnly
                    ? "the file seems to hold open requests only" : "too many of their closings have no time"
            lines.append(
                "  of \(DayText.counted(untold, "cluster")) nothing is said of episodes, returns and days open, since \(why)"
            )
        }
        return lines
    }

    /// What makes a cluster look worse than the place is.
    private func doubts() -> [String] {
        let batch = survey.clusters.reduce(0) { $0 + $1.history.batch }
        var lines: [String] = []
        if batch > 0 {
            lines.append(
                "  \(NumberText.count(batch)) were entered as lists, within minutes or closed as soon as opened, and are no"
                    + " recurrences")
        }
        if survey.chainsCut > 0 {
            let wide =
                survey.settings.greatestDiameter.map { "\(NumberText.decimal($0)) m" } ?? "four radii"
            lines.append(
                "  \(DayText.counted(survey.chainsCut, "cluster")) wider than \(wide) cut where the gaps are widest"
            )
        }
        if survey.catchAlls.count > 0 {
            lines.append(
                "  \(DayText.counted(survey.catchAlls.count, "cluster")) at addresses that hold many categories (catch-all):"
                    + " requests are put there, the problems may be elsewhere")
        }
        return lines
    }

    private func name(of cluster: HotspotCluster, _ place: ClusterPlace) -> String {
        let name = place.name ?? "–"
        guard let categories = survey.catchAlls.categories(cluster) else { return name }
        return "catch-all of \(NumberText.count(categories)) categories, \(name)"
    }

    /// The columns that a narrow terminal does without: back after, days open, trend, width, last, open now.
    private static let dispensable = [7, 8, 11, 3, 10, 9]

    private func table(width: Int?) throws -> [String] {
        guard !survey.clusters.isEmpty else {
            return [
                "  No place was reported often enough. Try a larger \(terms[.radius]) or a smaller \(terms[.minimum])."
            ]
        }
        var table = TextTable([
            .right, .left, .left, .right, .right, .right, .right, .right, .right, .right, .left, .left,
        ])
        table.add([
            "#", "Category", "Place", "Width", "Reports", "Episodes", "Came back", "Back after", "Days open",
            "Open now",
            "Last", "Trend",
        ])
        let places = try HotspotPlaces(survey)
        for cluster in survey.clusters.prefix(top) {
            let (history, told) = (cluster.history, survey.told(cluster))
            func count(_ value: Int?) -> String { value.map { NumberText.count($0) } ?? "–" }
            let category = survey.groups.groups[cluster.group].title
            let place = places.place(of: cluster)
            table.add([
                String(cluster.number), category.isEmpty ? "(all)" : category,
                name(of: cluster, place), "\(NumberText.count(Int(place.diameter.rounded()))) m",
                NumberText.count(history.reports), count(told.episodes), count(told.recurrences),
                DayText.short(told.medianDaysToReturn),
                told.daysOpen.map { NumberText.decimal($0) } ?? "–",
                count(told.openNow),
                history.last.map { survey.clock.date(at: $0).description } ?? "–",
                history.trend?.direction.rawValue ?? "–",
            ])
        }
        return table.fitting(width, dispensable: Self.dispensable).lines()
    }
}

extension RowStanding {
    /// Why rows are left out, for people.
    func reason(in terms: CallerTerms) -> String {
        switch self {
        case .used, .placedByAddress: "in use"
        case .privateCategory:
            "categories that the city file marks private"
                + terms.hint(.category) { "; \($0) NAME takes one in" }
        case .otherCategory: "other categories"
        case .ignoredStatus: RequestState.whyIgnored
        case .outsideDates: "opened outside the dates asked for, or without a date"
        case .outsideArea: "outside the area asked for"
        case .missing(let reason): reason.sentence
        case .placedRoughly:
            "no usable position, and the address places them by a block, a street or a doubtful match: too rough to tell what lies"
                + " close together"
        }
    }
}
