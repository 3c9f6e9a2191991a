import Geometry
package import GeometryEngine
package import ServiceRequests
import WorkSharing

/// Judges all requests of a table in all layers.
package struct RoutingAuditor: Sendable {
    package let layers: [AuditLayer]
    package let calendars: [EditionCalendar]
    package let placeholders: Placeholders
    /// The number of threads.
    package let jobs: Int
    package let listing: Listing

    /// Which findings are kept.
    package enum Listing: Sendable { case allButCorrect, all }

    /// - Parameter calendars: For each layer when its editions are in force.
    package init(
        layers: [AuditLayer], calendars: [EditionCalendar], placeholders: Placeholders, jobs: Int,
        listing: Listing = .allButCorrect
    ) {
        self.layers = layers
        self.calendars = calendars
        self.placeholders = placeholders
        self.jobs = jobs
        self.listing = listing
    }

    /// Returns the findings in the order of rows and, within a row, of layers, with the counts of all verdicts.
    ///
    /// - Parameter table: Its `assigned` columns are those of ``layers``, in their order.
    package func audit(_ table: RequestTable) throws(GeometryError) -> AuditResult {
        let meanings = layers.indices.map { self.meanings(ofLayer: $0, in: table) }
        let slices = try mapSlices(
            count: table.count, sliceLength: 16_384, jobs: jobs,
            makeWorker: { () throws(GeometryError) -> Worker in
                var judges: [Judge] = []
                for layer in layers.indices {
                    let judge = try Judge(
                        layer: layers[layer], index: layer, table: table, placeholders: placeholders,
                        calendar: calendars[layer], meanings: meanings[layer])
                    judges.append(judge)
                }
                return Worker(judges: judges)
            },
            body: { (worker: inout Worker, rows: Range<Int>) throws(GeometryError) -> AuditResult in
                try worker.judge(rows, listing: listing)
            })
        var result = AuditResult(layerCount: layers.count)
        result.reserveCapacity(slices.reduce(0) { $0 + $1.findings.count })
        for slice in slices { result.append(slice) }
        return result
    }

    /// Returns what is found about one row in each layer, correct or not.
    package func findings(ofRow row: Int, in table: RequestTable) throws(GeometryError) -> [Finding] {
        var findings: [Finding] = []
        for layer in layers.indices {
            let judge = try Judge(
                layer: layers[layer], index: layer, table: table, placeholders: placeholders,
                calendar: calendars[layer], meanings: meanings(ofLayer: layer, in: table))
            switch try judge.judge(row) {
            case .correct: findings.append(try judge.correctFinding(row))
            case .finding(let finding): findings.append(finding)
            }
        }
        return findings
    }

    /// For each edition what each different recorded code means, so that a code is normalised once and not per row.
    private func meanings(ofLayer layer: Int, in table: RequestTable) -> [[Int32]] {
        layers[layer].editions.map { edition in
            table.assigned[layer].values.map { Int32(edition.area($0) ?? -1) }
        }
    }
}

/// What one thread keeps for itself.
private struct Worker {
    let judges: [Judge]

    func judge(_ rows: Range<Int>, listing: RoutingAuditor.Listing) throws(GeometryError) -> AuditResult {
        var result = AuditResult(layerCount: judges.count)
        for row in rows {
            for (layer, judge) in judges.enumerated() {
                switch try judge.judge(row) {
                case .correct(let nearBorder):
                    result.countCorrect(layer: layer, nearBorder: nearBorder)
                    if listing == .all { result.findings.append(try judge.correctFinding(row)) }
                case .finding(let finding):
                    result.count(finding)
                    result.findings.append(finding)
                }
            }
        }
        return result
    }
}
