package import Boundaries
package import Locating
package import ServiceRequests
package import Statistics

/// What a summary asks of a finding that is not correct.
struct SummaryFinding: Sendable {
    private let storedRow: Int32
    let assigned: Ordinal<Area>
    let expected: Ordinal<Area>
    /// What the CRM recorded, by its index among the texts of the layer's column; −1 for nothing.
    let code: Int32
    private let storedRemark: Int32
    private let storedLayer: Int16
    private let storedEdition: Int16
    let verdict: Verdict
    let cause: Cause?
    let isPlaced: Bool
    /// Whether it is uncertain since recorded positions are less exact than the layer's own uncertainty says.
    let isUncertainByMeasure: Bool

    var row: Int { Int(storedRow) }
    var layer: Ordinal<Layer> { Ordinal(Int(storedLayer)) }
    var edition: Ordinal<Edition> { Ordinal(Int(storedEdition)) }
    var remark: FindingRemark { FindingRemark(number: Int(storedRemark)) }

    /// - Parameters:
    ///   - codes: For each layer the index of what was recorded of each row.
    ///   - firstRow: How many rows stand before the table.
    ///   - uncertainty: That of the finding's layer.
    init(_ finding: Finding, codes: [[Int32]], firstRow: Int, uncertainty: Double) {
        storedRow = Int32(firstRow + finding.row)
        (assigned, expected) = (finding.assigned, finding.expected)
        let layerIndex = finding.layer.index
        let isRecorded = layerIndex < codes.count && finding.row < codes[layerIndex].count
        code = isRecorded ? codes[layerIndex][finding.row] : -1
        storedLayer = Int16(layerIndex)
        storedEdition = Int16(finding.edition.index)
        verdict = finding.verdict
        cause = finding.cause
        isPlaced = finding.position != nil
        storedRemark = Int32(clamping: FindingRemark(finding.evidence).number)
        if finding.verdict == .uncertain, let distance = finding.distance, let position = finding.position,
            position.source == .recorded
        {
            isUncertainByMeasure = distance > uncertainty && distance <= position.uncertainty
        } else {
            isUncertainByMeasure = false
        }
    }
}

/// What a summary asks of the findings of an audit: of one table, or of slices of a file one after the other.
package struct SummaryFindings: Sendable {
    /// How often each verdict was given in each layer.
    package private(set) var layers: [AuditResult.LayerCounts]
    /// How many requests are chosen.
    package private(set) var judged = 0
    /// Those that are not correct, in the order of rows and, within a row, of layers.
    private(set) var findings: [SummaryFinding] = []
    /// For each row whether it is chosen; empty where all are.
    private(set) var chosen: [Bool] = []
    /// For each layer the rows that are not chosen and not correct; empty where all are chosen.
    private(set) var otherDoubts: [[Int32]] = []
    /// For each layer which of the texts that the CRM recorded any row has.
    private(set) var usedCodes: [[Bool]]
    /// For each layer how what was recorded agrees with where requests lie, where that is by chance alone.
    package private(set) var assignments: [ChanceAgreement?]
    private var rows = 0

    package init(layerCount: Int) {
        layers = [AuditResult.LayerCounts](repeating: AuditResult.LayerCounts(), count: layerCount)
        usedCodes = [[Bool]](repeating: [], count: layerCount)
        assignments = [ChanceAgreement?](repeating: nil, count: layerCount)
    }

    /// - Parameter table: The requests of which the findings are.
    package init(_ result: AuditResult, of table: RequestTable, layers prepared: [PreparedLayer]) {
        self.init(layerCount: prepared.count)
        add(result, of: table, layers: prepared)
    }

    /// Takes up the findings of the next slice.
    package mutating func add(_ result: AuditResult, of table: RequestTable, layers prepared: [PreparedLayer])
    {
        for layer in layers.indices {
            layers[layer].add(result.layers[layer])
            assignments[layer] = assignments[layer] ?? result.assignments[layer]
            guard layer < table.assigned.count else { continue }
            let column = table.assigned[layer]
            usedCodes[layer] += [Bool](
                repeating: false, count: max(0, column.values.count - usedCodes[layer].count))
            for code in column.indices where code >= 0 { usedCodes[layer][Int(code)] = true }
        }
        let codes = table.assigned.map(\.indices)
        // Apart from the layers: copying a whole one for each finding would cost more than the rest.
        let uncertainties = prepared.map(\.uncertainty)
        findings.reserveCapacity(findings.count + result.findings.count { $0.verdict != .correct })
        for index in result.findings.indices where result.findings[index].verdict != .correct {
            findings.append(
                SummaryFinding(
                    result.findings[index], codes: codes, firstRow: rows,
                    uncertainty: uncertainties[result.findings[index].layer.index]))
        }
        if !result.otherDoubts.isEmpty, otherDoubts.isEmpty {
            otherDoubts = [[Int32]](repeating: [], count: layers.count)
        }
        for (layer, doubts) in result.otherDoubts.enumerated() {
            otherDoubts[layer] += doubts.map { Int32(rows) + $0 }
        }
        chosen += result.chosen
        judged += result.chosen.isEmpty ? table.count : result.chosen.count { $0 }
        rows += table.count
    }

    /// Returns how many verdicts of a layer became `uncertain` since recorded positions are less exact than the layer's own
    /// uncertainty says.
    package func uncertainByMeasure(ofLayer index: Ordinal<Layer>) -> Int {
        findings.count { $0.layer == index && $0.isUncertainByMeasure }
    }

    /// Returns how many requests of a layer were opened before its first edition.
    package func beforeFirstEdition(ofLayer layer: Ordinal<Layer>) -> Int {
        count(ofLayer: layer, .beforeFirstEdition)
    }

    /// Returns how many requests of a layer have no date, and would be right under another edition.
    package func undatedDoubts(ofLayer layer: Ordinal<Layer>) -> Int { count(ofLayer: layer, .undated) }

    /// Returns how many requests of a layer lie across their street with most others of their block.
    package func exchangedSides(ofLayer layer: Ordinal<Layer>) -> Int {
        count(ofLayer: layer, .exchangedSides)
    }

    /// Returns how many requests are assigned to an area of which nothing can be used.
    package func requests(
        ofUnreadable area: Ordinal<UnreadableArea>, edition: Ordinal<Edition>, layer: Ordinal<Layer>
    ) -> Int {
        findings.count {
            $0.layer == layer && $0.edition == edition && $0.remark == .unreadableArea(area)
        }
    }

    private func count(ofLayer layer: Ordinal<Layer>, _ remark: FindingRemark) -> Int {
        findings.count { $0.layer == layer && $0.remark == remark }
    }
}
