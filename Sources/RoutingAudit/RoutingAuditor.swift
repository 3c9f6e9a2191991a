import Boundaries
import Geometry
package import GeometryEngine
package import Locating
package import ServiceRequests
import WorkSharing

/// Judges all requests of a table in all layers.
package struct RoutingAuditor: Sendable {
    package let layers: [PreparedLayer]
    package let calendars: [EditionCalendar]
    package let placeholders: Placeholders
    /// Where the requests' addresses are; `nil` to judge by recorded positions alone.
    package let addresses: AddressBook?
    /// The number of threads.
    package let jobs: Int
    package let listing: Listing

    /// Which findings are kept.
    package enum Listing: Sendable { case allButCorrect, all }

    /// - Parameter calendars: For each layer when its editions are in force.
    package init(
        layers: [PreparedLayer], calendars: [EditionCalendar], placeholders: Placeholders,
        addresses: AddressBook? = nil, jobs: Int, listing: Listing = .allButCorrect
    ) {
        self.layers = layers
        self.calendars = calendars
        self.placeholders = placeholders
        self.addresses = addresses
        self.jobs = jobs
        self.listing = listing
    }

    /// Returns the findings in the order of rows and, within a row, of layers, with the counts of all verdicts.
    ///
    /// - Parameter table: Its `assigned` columns are those of ``layers``, in their order.
    package func audit(_ table: RequestTable) throws(GeometryError) -> AuditResult {
        let slices = try eachSlice(of: table) { (judges, rows) throws(GeometryError) -> AuditResult in
            try judges.judge(rows, listing: listing)
        }
        var result = AuditResult(layerCount: layers.count)
        result.reserveCapacity(slices.reduce(0) { $0 + $1.findings.count })
        for slice in slices { result.append(slice) }
        return result
    }

    /// Calls a closure with each slice of the rows, near rows one after the other, and returns what it gave in the order of
    /// the slices.
    func eachSlice<Output: Sendable>(
        of table: RequestTable,
        _ body: @Sendable (JudgeBench, [PlaceOrder.PlacedRow]) throws(GeometryError) -> Output
    ) throws(GeometryError) -> [Output] {
        guard let ground = layers.first?.editions.first?.ground else { return [] }
        let meanings = layers.indices.map { self.meanings(ofLayer: $0, in: table) }
        let order = PlaceOrder(table, extent: ground.extent)
        return try mapSlices(
            count: table.count, sliceLength: 32_768, jobs: jobs,
            makeWorker: { () throws(GeometryError) -> JudgeBench in
                var judges: [Judge] = []
                for layer in layers.indices {
                    let judge = try Judge(
                        layer: layers[layer], index: layer, table: table, placeholders: placeholders,
                        calendar: calendars[layer], meanings: meanings[layer])
                    judges.append(judge)
                }
                return JudgeBench(judges: judges, reviews: reviews(judges, table))
            },
            body: { (bench: inout JudgeBench, rows: Range<Int>) throws(GeometryError) -> Output in
                try body(bench, order.ordered(rows))
            })
    }

    /// Returns what is found about one row in each layer, correct or not.
    package func findings(ofRow row: Int, in table: RequestTable) throws(GeometryError) -> [Finding] {
        var findings: [Finding] = []
        for layer in layers.indices {
            let judge = try Judge(
                layer: layers[layer], index: layer, table: table, placeholders: placeholders,
                calendar: calendars[layer], meanings: meanings(ofLayer: layer, in: table))
            let outcome = try judge.judge(row)
            let review = reviews([judge], table).first
            let decision =
                try review?.decide(row, outcome)
                ?? AddressReview.Decision(outcome, at: judge.recordedPosition(of: row))
            switch decision {
            case .correct(let position, _, let evidence):
                findings.append(judge.correctFinding(row, at: position, evidence: evidence))
            case .finding(let finding): findings.append(finding)
            }
        }
        return findings
    }

    /// What hears the addresses for each judge; none where there are no addresses.
    private func reviews(_ judges: [Judge], _ table: RequestTable) -> [AddressReview] {
        guard let addresses else { return [] }
        return judges.map { AddressReview(judge: $0, book: addresses, table: table) }
    }

    /// For each edition what each different recorded code means, so that a code is normalised once and not per row.
    private func meanings(ofLayer layer: Int, in table: RequestTable) -> [[Int32]] {
        layers[layer].editions.map { edition in
            table.assigned[layer].values.map { Int32(edition.area($0) ?? -1) }
        }
    }
}

/// What one thread judges with.
struct JudgeBench {
    let judges: [Judge]
    /// One for each judge, or none where there are no addresses.
    let reviews: [AddressReview]

    /// Returns what comes of one row in one layer.
    func decide(_ placed: PlaceOrder.PlacedRow, layer: Int) throws(GeometryError) -> AddressReview.Decision {
        let outcome = try judges[layer].judge(placed)
        guard reviews.isEmpty else { return try reviews[layer].decide(placed.row, outcome) }
        return AddressReview.Decision(outcome, at: judges[layer].recordedPosition(of: placed.row))
    }

    /// - Parameter rows: In any order; the findings come in the order of rows all the same.
    func judge(_ rows: [PlaceOrder.PlacedRow], listing: RoutingAuditor.Listing) throws(GeometryError)
        -> AuditResult
    {
        var result = AuditResult(layerCount: judges.count)
        var findings: [Finding] = []
        // Layer by layer, so that one layer's cells and borders stay in the processor's cache.
        for layer in judges.indices {
            // A constant of its own: through the tally it would be retained for each row.
            let judge = judges[layer]
            var tally = LayerTally(judge: judge, listing: listing)
            for placed in rows {
                let outcome = try judge.judge(placed)
                if reviews.isEmpty {
                    tally.add(outcome, placed.row)
                } else {
                    tally.add(try reviews[layer].decide(placed.row, outcome), placed.row)
                }
            }
            result.layers[layer] = tally.counts
            findings += tally.findings
        }
        result.findings = findings.indices
            .sorted { (findings[$0].row, findings[$0].layer) < (findings[$1].row, findings[$1].layer) }
            .map { findings[$0] }
        return result
    }
}

/// What comes of the rows that one judge hears.
private struct LayerTally {
    let judge: Judge
    let listing: RoutingAuditor.Listing
    var counts = AuditResult.LayerCounts()
    var findings: [Finding] = []

    init(judge: Judge, listing: RoutingAuditor.Listing) {
        self.judge = judge
        self.listing = listing
    }

    @inline(__always)
    mutating func add(_ outcome: Judge.Outcome, _ row: Int) {
        switch outcome {
        case .correct(let nearBorder):
            counts.addCorrect(nearBorder: nearBorder)
            guard listing == .all else { return }
            findings.append(judge.correctFinding(row, at: judge.recordedPosition(of: row)))
        case .finding(let finding): add(finding)
        }
    }

    /// Adds what was decided of a row once its address was heard.
    mutating func add(_ decision: AddressReview.Decision, _ row: Int) {
        switch decision {
        case .correct(let position, let nearBorder, let evidence):
            counts.addCorrect(nearBorder: nearBorder)
            guard listing == .all else { return }
            findings.append(judge.correctFinding(row, at: position, evidence: evidence))
        case .finding(let finding): add(finding)
        }
    }

    private mutating func add(_ finding: Finding) {
        counts.add(finding.verdict, cause: finding.cause)
        findings.append(finding)
    }
}
