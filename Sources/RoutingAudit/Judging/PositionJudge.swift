import Boundaries
import Chronology
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// Tells the verdict on rows in one layer by one position each. One worker's own: it holds the probes of the layer's
/// editions.
///
/// It keeps the columns that it reads for each row as arrays of its own, since reaching them through the table costs
/// more than judging does. Nearly all rows are plainly correct; they are told first, without a ``Finding``.
final class PositionJudge {
    let layer: PreparedLayer
    let layerIndex: Ordinal<Layer>
    private let opened: MomentSeconds
    private let missing = TimestampColumn.missing
    private let codes: [Int32]
    private let positionStates: [PositionState]
    private let channels: [Int32]
    /// The radius of each channel's positions, learnt or measured, and at the end of those without a channel; empty where the
    /// layer's own counts.
    private let radii: [Double]
    /// By the same indices how far positions may really be off.
    private let reaches: [Double]
    /// Whether the radius of recorded positions is the usual one: nothing said it of this city, or measured it.
    var isRadiusUsual: Bool { radii.isEmpty && !layer.isUncertaintyStated }
    /// The radii of rows on streets that differ from their channels.
    private let radiiByRow: [Int32: Double]
    /// By the number of decimals how far a position may be off, metres: what the layer says, or more where few were written.
    private let uncertainties: [Double]
    let placeholders: Placeholders
    let calendar: EditionCalendar
    let meanings: CodeMeanings
    let probes: [EditionProbe]

    init(
        layer: PreparedLayer, index: Ordinal<Layer>, table: RequestTable, placeholders: Placeholders,
        calendar: EditionCalendar, meanings: CodeMeanings, radii: PositionRadii
    ) throws(GeometryError) {
        self.layer = layer
        layerIndex = index
        opened = table.opened.seconds
        codes = table.assigned[index.index].indices
        positionStates = table.positionStates
        channels = table.channels.indices
        self.radii = radii.channels
        reaches = radii.reaches
        radiiByRow = radii.rows
        let least = radii.channels.isEmpty ? layer.uncertainty : 0
        uncertainties = (0...Rounding.finest).map { max(least, Rounding.uncertainty(decimals: $0)) }
        self.placeholders = placeholders
        self.calendar = calendar
        self.meanings = meanings
        var probes: [EditionProbe] = []
        for edition in layer.editions { probes.append(try EditionProbe(edition.ground)) }
        self.probes = probes
    }

    /// What a row's judging gives: most rows are correct and need no finding.
    enum Outcome {
        case correct(nearBorder: Bool)
        case finding(Finding)
    }

    /// A row whose assigned area contains its recorded position.
    struct Agreement: BitwiseCopyable {
        let edition: Ordinal<Edition>
        let assigned: Ordinal<Area>
        let uncertainty: Double
        let nearBorder: Bool
    }

    /// Returns what is known of a row whose assigned area contains its recorded position, `nil` for all other rows.
    @inline(__always)
    func agreement(_ placed: JudgedRow) throws(GeometryError) -> Agreement? {
        let edition = edition(ofRow: placed.row)
        let assigned = meanings.area(ofCode: codes[placed.row], in: edition)
        guard placed.isUsable, assigned.exists else { return nil }
        let uncertainty = uncertainty(of: placed)
        let probe = probes[edition]
        let (isInside, sight) = try probe.check(assigned, contains: placed.recorded)
        guard isInside else { return nil }
        return Agreement(
            edition: edition, assigned: assigned, uncertainty: uncertainty,
            nearBorder: probe.hasBorder(within: uncertainty, of: placed.recorded, seenFrom: sight))
    }

    /// Judges a row by its recorded position.
    func judge(_ placed: JudgedRow) throws(GeometryError) -> Outcome {
        try judge(placed.row, at: recordedPosition(of: placed))
    }

    /// Judges a row by a position, recorded or not: the verdicts are tried in the order unassigned, unknown area,
    /// unlocatable, correct, uncertain, outside, misrouted.
    func judge(_ row: Int, at position: Position?) throws(GeometryError) -> Outcome {
        let edition = edition(ofRow: row)
        let assigned = meanings.area(ofCode: codes[row], in: edition)
        guard assigned.exists, let position else {
            return .finding(try undecided(row, edition: edition, position: position))
        }
        // The assigned area is asked first: most requests are right, and need no other.
        let probe = probes[edition]
        let (isInside, sight) = try probe.check(assigned, contains: position.coordinate)
        if isInside {
            return .correct(
                nearBorder: probe.hasBorder(
                    within: position.uncertainty, of: position.coordinate, seenFrom: sight))
        }
        var finding = Finding(row: row, layer: layerIndex, edition: edition)
        finding.assigned = assigned
        finding.position = position
        try judgeDisagreement(&finding)
        return .finding(finding)
    }

    /// Makes the full finding of a row that ``judge(_:)`` called correct, for explaining or for listing all.
    func correctFinding(_ row: Int, at position: Position?, evidence: Evidence = .none) -> Finding {
        let edition = edition(ofRow: row)
        var finding = Finding(row: row, layer: layerIndex, edition: edition)
        finding.assigned = meanings.area(ofCode: codes[row], in: edition)
        finding.expected = finding.assigned
        finding.position = position
        finding.distance = 0
        if let position {
            finding.margin =
                probes[edition].nearestBorder(to: position.coordinate, first: finding.assigned).distance
        }
        finding.evidence = evidence
        if isUndated(row) && layer.editions.count > 1 { finding.evidence = .undated }
        return finding
    }

    /// The edition in force when a request was opened, or `none`.
    @inline(__always)
    func edition(ofRow row: Int) -> Ordinal<Edition> {
        calendar.only ?? calendar.edition(openedAt: opened(row))
    }

    func isUndated(_ row: Int) -> Bool { opened(row) == nil }

    @inline(__always)
    private func opened(_ row: Int) -> Timestamp? {
        guard row < opened.count, opened[row] != missing else { return nil }
        return Timestamp(secondsSince1970: opened[row])
    }

    // MARK: Positions

    /// The recorded position, or `nil` where none can be used.
    func recordedPosition(of placed: JudgedRow) -> Position? {
        guard placed.isUsable else { return nil }
        return Position(
            coordinate: placed.recorded, source: .recorded, uncertainty: uncertainty(of: placed))
    }

    @inline(__always)
    private func uncertainty(of placed: JudgedRow) -> Double {
        let known = uncertainties[min(Int(placed.decimals), Rounding.finest)]
        return radii.isEmpty ? known : max(known, measuredRadius(placed.row))
    }

    private func measuredRadius(_ row: Int) -> Double {
        if !radiiByRow.isEmpty, let radius = radiiByRow[Int32(row)] { return radius }
        let channel = row < channels.count ? Int(channels[row]) : -1
        return channel >= 0 ? radii[channel] : radii[radii.count - 1]
    }

    /// Whether a recorded position is nearer to a border than it may really be off, where its radius was cut to the largest that is
    /// taken.
    func isWithinReach(_ finding: Finding) -> Bool {
        guard !reaches.isEmpty, let position = finding.position, position.source == .recorded,
            let margin = finding.margin, radiiByRow[Int32(finding.row)] == nil
        else { return false }
        let channel = finding.row < channels.count ? Int(channels[finding.row]) : -1
        let index = channel >= 0 ? channel : radii.count - 1
        return reaches[index] > radii[index] && margin <= reaches[index]
    }

    // MARK: Verdicts

    /// Judges a position that the assigned area does not contain.
    private func judgeDisagreement(_ finding: inout Finding) throws(GeometryError) {
        guard let position = finding.position else { return }
        let probe = probes[finding.edition]
        let lowest = try probe.locate(position.coordinate)
        let distance = probe.distance(from: position.coordinate, to: finding.assigned)
        let border = probe.nearestBorder(
            to: position.coordinate, first: lowest.exists ? lowest : finding.assigned)
        finding.distance = distance
        finding.margin = border.distance
        finding.expected = lowest
        if !lowest.exists && border.distance <= position.uncertainty {
            finding.expected = border.area
            finding.evidence = .nearestArea(distance: border.distance)
        }
        if distance <= position.uncertainty {
            finding.verdict = .uncertain
            return
        }
        finding.verdict = finding.expected.exists ? .misrouted : .outside
    }

    /// Judges a row that has no usable code or no usable position.
    private func undecided(
        _ row: Int, edition: Ordinal<Edition>, position: Position?
    ) throws(GeometryError) -> Finding {
        var finding = Finding(row: row, layer: layerIndex, edition: edition)
        let meaning = meanings.meaning(ofCode: codes[row], in: edition)
        finding.assigned = meaning.area ?? .none
        finding.position = position
        switch meaning {
        case .unassigned: finding.verdict = .unassigned
        case .unknown: finding.verdict = codes[row] >= 0 ? .unknownArea : .unassigned
        case .area, .unreadable: finding.verdict = .unlocatable
        }
        if !edition.exists {
            finding.evidence = .noEditionInForce
            return finding
        }
        if let position {
            finding.expected = try probes[edition].locate(position.coordinate)
            finding.margin =
                probes[edition].nearestBorder(to: position.coordinate, first: finding.expected).distance
        }
        if case .unreadable(let area) = meaning { finding.evidence = .unreadableArea(area) }
        return finding
    }

    /// Returns the areas that contain a finding's position where several do and no border is near enough to be the reason.
    func overlap(at finding: Finding) throws(GeometryError) -> [Ordinal<Area>]? {
        guard finding.expected.exists, let position = finding.position, let margin = finding.margin,
            margin > position.uncertainty,
            try probes[finding.edition].isShared(finding.expected, position.coordinate)
        else { return nil }
        return try probes[finding.edition].areas(containing: position.coordinate)
    }

    // MARK: What was recorded

    func positionState(ofRow row: Int) -> PositionState { positionStates[row] }

    /// Returns the area of an edition that the row's recorded code means, or `none`.
    func assignedArea(ofRow row: Int, inEdition edition: Ordinal<Edition>) -> Ordinal<Area> {
        meanings.area(ofCode: codes[row], in: edition)
    }
}
