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
/// more than judging does.
final class PositionJudge {
    let layer: PreparedLayer
    let layerIndex: Int
    private let opened: [Int64]
    private let missing = TimestampColumn.missing
    private let codes: [Int32]
    private let longitudes: [Double]
    private let latitudes: [Double]
    private let positionStates: [PositionState]
    private let positionDecimals: [UInt8]
    private let channels: [Int32]
    /// The measured radius of each channel's positions and, at the end, of those without a channel; empty where the layer's
    /// own counts.
    private let radii: [Double]
    let placeholders: Placeholders
    let calendar: EditionCalendar
    /// For each edition and each different recorded code what it means, as ``AreaMeaning/number``.
    let meanings: [[Int32]]
    let probes: [EditionProbe]

    init(
        layer: PreparedLayer, index: Int, table: RequestTable, placeholders: Placeholders,
        calendar: EditionCalendar,
        meanings: [[Int32]], radii: [Double]
    ) throws(GeometryError) {
        self.layer = layer
        layerIndex = index
        opened = table.opened.seconds
        codes = table.assigned[index].indices
        longitudes = table.longitudes
        latitudes = table.latitudes
        positionStates = table.positionStates
        positionDecimals = table.positionDecimals
        channels = table.channels.indices
        self.radii = radii
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

    /// Judges a row: the verdicts are tried in the order unassigned, unknown area, unlocatable, correct, uncertain,
    /// outside, misrouted.
    func judge(_ row: Int) throws(GeometryError) -> Outcome { try judge(row, at: recordedPosition(of: row)) }

    /// Judges a row whose recorded coordinate is at hand.
    @inline(__always)
    func judge(_ placed: SpatialOrder.PlacedRow) throws(GeometryError) -> Outcome {
        try judge(placed.row, at: recordedPosition(of: placed.row, at: placed.recorded))
    }

    /// Judges a row by a position, recorded or not.
    @inline(__always)
    func judge(_ row: Int, at position: Position?) throws(GeometryError) -> Outcome {
        let edition = calendar.only ?? calendar.edition(openedAt: opened(row))
        let recorded = codes[row]
        let assigned = recorded >= 0 && edition >= 0 ? Int(meanings[edition][Int(recorded)]) : -1
        guard assigned >= 0, let position else {
            return .finding(
                try undecided(
                    row, edition: edition, hasCode: recorded >= 0, assigned: assigned, position: position))
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
        let edition = calendar.edition(openedAt: opened(row))
        var finding = Finding(row: row, layer: layerIndex, edition: edition)
        finding.assigned = Int(meanings[edition][Int(codes[row])])
        finding.expected = finding.assigned
        finding.position = position
        finding.distance = 0
        if let position {
            finding.margin =
                probes[edition].nearestBorder(to: position.coordinate, first: finding.assigned).distance
        }
        finding.evidence = evidence
        if opened(row) == nil && layer.editions.count > 1 { finding.evidence = .undated }
        return finding
    }

    @inline(__always)
    func opened(_ row: Int) -> Timestamp? {
        guard row < opened.count, opened[row] != missing else { return nil }
        return Timestamp(secondsSince1970: opened[row])
    }

    // MARK: Positions

    /// The recorded position, or `nil` where none can be used.
    func recordedPosition(of row: Int) -> Position? {
        recordedPosition(of: row, at: Coordinate(longitude: longitudes[row], latitude: latitudes[row]))
    }

    @inline(__always)
    private func recordedPosition(of row: Int, at coordinate: Coordinate) -> Position? {
        guard positionStates[row] == .recorded, placeholders.placeholder(at: row) == nil else {
            return nil
        }
        return Position(
            coordinate: coordinate, source: .recorded,
            uncertainty: max(
                radii.isEmpty ? layer.uncertainty : measuredRadius(row),
                Rounding.uncertainty(decimals: Int(positionDecimals[row]))))
    }

    private func measuredRadius(_ row: Int) -> Double {
        let channel = row < channels.count ? Int(channels[row]) : -1
        return channel >= 0 ? radii[channel] : radii[radii.count - 1]
    }

    // MARK: Verdicts

    /// Judges a position that the assigned area does not contain.
    private func judgeDisagreement(_ finding: inout Finding) throws(GeometryError) {
        guard let position = finding.position else { return }
        let probe = probes[finding.edition]
        let lowest = try probe.locate(position.coordinate)
        let distance = probe.distance(from: position.coordinate, to: finding.assigned)
        let border = probe.nearestBorder(
            to: position.coordinate, first: lowest >= 0 ? lowest : finding.assigned)
        finding.distance = distance
        finding.margin = border.distance
        finding.expected = lowest
        if lowest < 0 && border.distance <= position.uncertainty {
            finding.expected = border.area
            finding.evidence = .nearestArea(distance: border.distance)
        }
        if distance <= position.uncertainty {
            finding.verdict = .uncertain
            return
        }
        finding.verdict = finding.expected < 0 ? .outside : .misrouted
    }

    /// Judges a row that has no usable code or no usable position.
    private func undecided(
        _ row: Int, edition: Int, hasCode: Bool, assigned: Int, position: Position?
    ) throws(GeometryError) -> Finding {
        var finding = Finding(row: row, layer: layerIndex, edition: edition)
        finding.assigned = max(assigned, -1)
        finding.position = position
        switch AreaMeaning(number: assigned) {
        case .unassigned: finding.verdict = .unassigned
        case .unknown: finding.verdict = hasCode ? .unknownArea : .unassigned
        case .area, .unreadable: finding.verdict = .unlocatable
        }
        if edition < 0 {
            finding.evidence = .noEditionInForce
            return finding
        }
        if let position {
            finding.expected = try probes[edition].locate(position.coordinate)
            finding.margin =
                probes[edition].nearestBorder(to: position.coordinate, first: finding.expected).distance
        }
        if case .unreadable(let index) = AreaMeaning(number: assigned) {
            finding.evidence = .unreadableArea(index)
        }
        return finding
    }

    // MARK: What was recorded

    func positionState(ofRow row: Int) -> PositionState { positionStates[row] }

    /// The recorded numbers, whatever they are worth.
    func recordedNumbers(ofRow row: Int) -> (x: Double, y: Double) { (longitudes[row], latitudes[row]) }

    /// Returns the area of an edition that the row's recorded code means, or −1.
    func assignedArea(ofRow row: Int, inEdition edition: Int) -> Int {
        codes[row] < 0 ? -1 : Int(meanings[edition][Int(codes[row])])
    }
}
