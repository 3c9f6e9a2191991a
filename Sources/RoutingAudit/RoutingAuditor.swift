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
    /// How far recorded positions are off, where that could be measured.
    package let measured: MeasuredUncertainty?
    /// How far they are off by what clerks answered.
    package let learnt: LearntRadii?
    /// What clerks answered to findings.
    package let decisions: [DecisionKey: Decision]
    private let systems: SystemsStock
    /// The witnesses of all of a city's requests, where all slices of a file were heard.
    private let known: KnownWitnesses?
    /// The number of threads.
    package let jobs: Int
    package let listing: Listing

    /// Which findings are kept.
    package enum Listing: Sendable { case allButCorrect, all }

    /// - Parameters:
    ///   - calendars: For each layer when its editions are in force.
    ///   - systems: Shared by auditors of slices.
    ///   - known: The witnesses that all slices told; `nil` for those of the table, or of its facts.
    package init(
        layers: [PreparedLayer], calendars: [EditionCalendar], placeholders: Placeholders,
        addresses: AddressBook? = nil, measured: MeasuredUncertainty? = nil, learnt: LearntRadii? = nil,
        decisions: [DecisionKey: Decision] = [:], systems: SystemsStock = SystemsStock(),
        known: KnownWitnesses? = nil, jobs: Int, listing: Listing = .allButCorrect
    ) {
        self.layers = layers
        self.calendars = calendars
        self.placeholders = placeholders
        self.addresses = addresses
        self.measured = measured
        self.learnt = learnt
        self.decisions = decisions
        self.systems = systems
        self.known = known
        self.jobs = jobs
        self.listing = listing
    }

    /// Returns the findings in the order of rows and, within a row, of layers, with the counts of all verdicts.
    ///
    /// - Parameter table: Its `assigned` columns are those of ``layers``, in their order.
    package func audit(_ table: RequestTable) throws(GeometryError) -> AuditResult {
        var result = try judge(table)
        try review(&result, table)
        return result
    }

    /// Returns what is found of each row by itself.
    func judge(_ table: RequestTable) throws(GeometryError) -> AuditResult {
        var slices = try eachSlice(of: table, abandoned: AuditResult(layerCount: layers.count)) {
            (judges, rows) throws(GeometryError) -> AuditResult in try judges.judge(rows, listing: listing)
        }
        var result = AuditResult(layerCount: layers.count)
        result.reserveCapacity(slices.reduce(0) { $0 + $1.findings.count })
        // Each slice goes as it is taken: all of them beside the whole would be the most memory that an audit takes.
        for index in slices.indices {
            result.append(slices[index])
            slices[index] = AuditResult(layerCount: 0)
        }
        return result
    }

    /// Adds to facts what a part of the requests has to know of the others: what ``review(_:_:)`` asks of them.
    package func add(to facts: inout CityFacts, of table: RequestTable) throws(GeometryError) {
        var found = FindingFacts(layerCount: layers.count, asking: .allBlocks)
        try count(table, into: &found)
        hear(table, into: &found)
        add(found, to: &facts, texts: table)
        facts.witnesses = witnesses(in: table).facts(found.witnesses)
    }

    func witnesses(in table: RequestTable) -> BlockWitnesses {
        BlockWitnesses(neighbours(in: table), layers: layers, known: known)
    }

    private func neighbours(in table: RequestTable) -> BlockNeighbours {
        BlockNeighbours(
            table: table, placeholders: placeholders, doubted: doubtedAddresses(in: table), jobs: jobs)
    }

    /// Corrects what only the whole of the requests can tell.
    func review(_ result: inout AuditResult, _ table: RequestTable) throws(GeometryError) {
        let meanings = self.meanings(in: table)
        result.doubtAssignments(by: table, layers: layers, meanings: meanings)
        let stale = StaleEditionReview(layers: layers, calendars: calendars, table: table)
        try lookAgain(at: stale.doubtful(in: result.findings), of: &result, table)
        result.hearAssignmentDoubts()
        let neighbours = self.neighbours(in: table)
        // Blocks of other places than the requests' have no witnesses.
        if !neighbours.doubted.areAll {
            BlockWitnesses(neighbours, layers: layers, known: known).hear(&result, meanings: meanings)
            SideReview(neighbours, layers: layers, known: known).hear(&result)
        }
        settle(&result, table)
        accept(in: &result)
        let turnsCorrect = !decisions.isEmpty || layers.contains { !$0.accepted.isEmpty }
        if turnsCorrect, listing == .allButCorrect { result.removeCorrect() }
        if !neighbours.doubted.isEmpty || !neighbours.doubted.haveNoNumbers {
            for index in result.findings.indices {
                let row = result.findings[index].row
                result.findings[index].isAddressDoubted =
                    neighbours.doubted.contains(row) || neighbours.doubted.containsNumber(ofRow: row)
            }
        }
        result.countBorneOut()
    }

    /// Looks for another cause of findings whose edition may agree by chance.
    private func lookAgain(
        at doubtful: [Int], of result: inout AuditResult, _ table: RequestTable
    ) throws(GeometryError) {
        for index in doubtful {
            let old = result.findings[index]
            guard var new = try finding(ofRow: old.row, layer: old.layer, in: table, ruledOut: .staleEdition)
            else { continue }
            new.evidence =
                new.evidence == .none
                ? old.evidence.first : .both(new.evidence, also: .staleEdition, old.evidence.first)
            result.replace(at: index, old, with: new)
        }
    }

    /// Calls a closure with each slice of the rows, near rows one after the other, and returns what it gave in the order of
    /// the slices.
    ///
    /// - Parameter abandoned: What stands for slices that are not begun when the work is cancelled.
    func eachSlice<Output: Sendable>(
        of table: RequestTable, abandoned: Output,
        _ body: @Sendable (LayerJudges, [JudgedRow]) throws(GeometryError) -> Output
    ) throws(GeometryError) -> [Output] {
        guard let ground = layers.first?.editions.first?.ground else { return [] }
        let meanings = self.meanings(in: table)
        let order = SpatialOrder(placedRows(of: table), extent: ground.extent)
        return try mapSlices(
            count: table.count, sliceLength: 32_768, jobs: jobs,
            makeWorker: { () throws(GeometryError) -> LayerJudges in
                var judges: [PositionJudge] = []
                for layer in layers.ordinals {
                    judges.append(try positionJudge(ofLayer: layer, in: table, meanings: meanings[layer]))
                }
                let lookup = lookup(of: table)
                return LayerJudges(
                    byPosition: judges,
                    byRequest: judges.map {
                        RequestJudge(
                            judge: $0, lookup: lookup, grid: table.intake.gridSystem, systems: systems)
                    })
            },
            abandoned: { _ in abandoned },
            body: { (bench: inout LayerJudges, rows: Range<Int>) throws(GeometryError) -> Output in
                try body(bench, order.ordered(rows))
            })
    }

    /// Calls what differs as the city agreed correct, and counts it apart.
    private func accept(in result: inout AuditResult) {
        guard layers.contains(where: { !$0.accepted.isEmpty }) else { return }
        for index in result.findings.indices {
            let old = result.findings[index]
            guard old.verdict == .misrouted || old.verdict == .uncertain, old.assigned.exists,
                old.expected.exists,
                let difference = layers[old.layer].accepted.first(where: {
                    let edition = layers[old.layer].editions[old.edition]
                    return edition.area($0.assigned) == old.assigned
                        && edition.area($0.expected) == old.expected
                })
            else { continue }
            var new = old
            new.verdict = .correct
            new.cause = nil
            new.evidence = .accepted(why: difference.why)
            result.replace(at: index, old, with: new)
            result.layers[old.layer.index].accepted[difference, default: 0] += 1
        }
    }

    /// Has what clerks answered stand in the place of what was found, as long as it speaks of that.
    private func settle(_ result: inout AuditResult, _ table: RequestTable) {
        guard !decisions.isEmpty else { return }
        for index in result.findings.indices {
            let old = result.findings[index]
            guard let decision = decisions[DecisionKey(row: old.row, layer: old.layer)],
                decision.speaks(
                    of: old, recorded: table.assigned[old.layer.index][old.row], in: layers[old.layer])
            else { continue }
            var new = old
            new.settle(by: decision, in: layers[old.layer])
            result.replace(at: index, old, with: new)
        }
    }

    /// Returns what is found about one row in a layer, `nil` where it is correct.
    func finding(
        ofRow row: Int, layer: Ordinal<Layer>, in table: RequestTable, ruledOut: Cause
    ) throws(GeometryError) -> Finding? {
        let judge = try positionJudge(
            ofLayer: layer, in: table, meanings: meanings(in: table)[layer])
        let request = RequestJudge(
            judge: judge, lookup: lookup(of: table), grid: table.intake.gridSystem, systems: systems,
            ruledOut: ruledOut)
        guard case .finding(let finding) = try request.decide(placedRows(of: table)[row]) else { return nil }
        return finding
    }

    /// The rows whose addresses seem to be those of other places than the requests'.
    private func doubtedAddresses(in table: RequestTable) -> DoubtedAddresses {
        measured.map { DoubtedAddresses($0.agreement, in: table, book: addresses) }
            ?? DoubtedAddresses(table, book: addresses)
    }

    private func lookup(of table: RequestTable) -> AddressLookup? {
        addresses.map { AddressLookup($0, table: table, doubted: doubtedAddresses(in: table)) }
    }

    private func placedRows(of table: RequestTable) -> JudgedRows {
        JudgedRows(table, placeholders: placeholders, book: addresses)
    }

    private func positionJudge(
        ofLayer layer: Ordinal<Layer>, in table: RequestTable, meanings: CodeMeanings
    ) throws(GeometryError) -> PositionJudge {
        try PositionJudge(
            layer: layers[layer], index: layer, table: table, placeholders: placeholders,
            calendar: calendars[layer], meanings: meanings,
            radii: PositionRadii(layer: layers[layer], learnt: learnt, measured: measured))
    }

    func meanings(in table: RequestTable) -> [CodeMeanings] {
        layers.ordinals.map { CodeMeanings(table.assigned[$0.index].values, in: layers[$0]) }
    }
}

/// What one thread judges with: two judges for each layer.
struct LayerJudges {
    let byPosition: [PositionJudge]
    let byRequest: [RequestJudge]

    /// - Parameter rows: In any order; the findings come in the order of rows all the same.
    func judge(
        _ rows: [JudgedRow], listing: RoutingAuditor.Listing
    ) throws(GeometryError) -> AuditResult {
        var result = AuditResult(layerCount: byPosition.count)
        var findings: [Finding] = []
        // Layer by layer, so that one layer's cells and borders stay in the processor's cache.
        for layer in byPosition.indices {
            // A constant of its own: through the tally it would be retained for each row.
            let judge = byPosition[layer]
            let request = byRequest[layer]
            var tally = LayerTally(judge: judge, listing: listing)
            for placed in rows {
                if let plain = try request.plainlyCorrect(placed) {
                    tally.addCorrect(placed, nearBorder: plain.nearBorder)
                } else {
                    tally.add(try request.decide(placed), placed.row)
                }
            }
            result.layers[layer] = tally.counts
            findings += tally.findings
        }
        // Numbers are sorted, and each finding is moved once.
        var order = findings.indices.map { index in
            (row: Int32(truncatingIfNeeded: findings[index].row), index: Int32(truncatingIfNeeded: index))
        }
        // Those of a layer stand before those of the next, so that within a row the indices are in the order of the layers.
        order.sort { ($0.row, $0.index) < ($1.row, $1.index) }
        result.findings = order.map { findings[Int($0.index)] }
        return result
    }
}

/// What comes of the rows that one judge hears.
private struct LayerTally {
    let judge: PositionJudge
    let listing: RoutingAuditor.Listing
    var counts = AuditResult.LayerCounts()
    var findings: [Finding] = []

    init(judge: PositionJudge, listing: RoutingAuditor.Listing) {
        self.judge = judge
        self.listing = listing
    }

    @inline(__always)
    mutating func addCorrect(_ placed: JudgedRow, nearBorder: Bool) {
        counts.addCorrect(nearBorder: nearBorder)
        guard listing == .all else { return }
        findings.append(judge.correctFinding(placed.row, at: judge.recordedPosition(of: placed)))
    }

    /// Adds what was decided of a row once its address was heard.
    mutating func add(_ decision: RequestJudge.Decision, _ row: Int) {
        switch decision {
        case .correct(let position, let nearBorder, let evidence):
            counts.addCorrect(nearBorder: nearBorder)
            guard listing == .all else { return }
            findings.append(judge.correctFinding(row, at: position, evidence: evidence))
        case .finding(let finding): add(finding)
        }
    }

    private mutating func add(_ finding: Finding) {
        counts.add(finding)
        findings.append(finding)
    }
}
