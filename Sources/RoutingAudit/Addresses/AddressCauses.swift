import AddressParsing
import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// Finds the causes that an address tells, with their evidence. One worker's own.
///
/// They come after those that need no address: a default point, exchanged axes, another reference system, another
/// edition. Candidates are looked up again here, for the few rows that need them.
final class AddressCauses {
    private let judge: Judge
    private let book: AddressBook
    private let table: RequestTable
    /// The row that was looked up last: several questions are asked of one row after the other.
    private var last: (row: Int, geocoded: GeocodedAddress?)?

    /// Border and centre line may be drawn this far apart, metres; so near to the border an address's side is not told.
    private static let sideTolerance = 5.0
    /// A recorded position farther from its address than this, metres, is not just across the street.
    private static let acrossStreet = 75.0
    /// A recorded position so near to the border, metres, is on the street's middle and on neither side of it.
    private static let onBorder = 3.0
    /// How near to a street's centre line a position can be said to be on that street, metres.
    private static let onStreet = 100.0
    /// How far the border may run from the centre line of its street, metres.
    private static let borderOffset = 12.0

    init(judge: Judge, book: AddressBook, table: RequestTable) {
        self.judge = judge
        self.book = book
        self.table = table
    }

    // MARK: Causes

    /// Finds the cause where no recorded position can be used.
    func explainWithoutRecorded(
        _ finding: inout Finding, _ confidence: AddressPlace.Confidence
    ) throws(GeometryError) {
        guard finding.verdict == .misrouted || finding.verdict == .outside else { return }
        if finding.verdict == .misrouted, try isDoubtful(finding, confidence) {
            try makeUncertain(&finding)
            return
        }
        if let cause = try judge.causeWithoutPosition(&finding) {
            finding.cause = cause
        } else if finding.verdict == .misrouted, finding.cause == .unexplained {
            _ = try explainBySameName(&finding)
        }
    }

    /// Finds the cause where the recorded position lies in the assigned area and the address far from it.
    func explainDistance(_ finding: inout Finding, _ pair: PositionPair) throws(GeometryError) {
        let isEditionTold = finding.cause == .staleEdition
        if !pair.isFarApart {
            finding.verdict = .uncertain
            finding.cause = nil
        } else if finding.verdict == .misrouted {
            finding.cause = isEditionTold ? .staleEdition : .geocodingError
        }
        if finding.cause != .staleEdition { finding.evidence = try recordedElsewhere(pair, finding) }
    }

    /// Finds the cause where recorded position and address agree that the assignment is wrong.
    func explainAgreement(_ finding: inout Finding, _ pair: PositionPair) throws(GeometryError) {
        guard try !explainBySameName(&finding) else { return }
        finding.cause = .zoneTable
        finding.evidence = .address(
            .agreement(distance: pair.distance, address: name(pair.row), area: finding.expected))
    }

    /// Finds the cause where the recorded position lies in no area.
    func explainOutside(
        _ finding: inout Finding, recorded: Finding, _ pair: PositionPair
    ) throws(GeometryError) {
        guard finding.verdict == .misrouted else {
            finding.evidence = try recordedElsewhere(pair, finding)
            return
        }
        if try isDoubtful(finding, pair.place.confidence ?? .loose) {
            try makeUncertain(&finding)
        } else if recorded.cause == .swappedAxes || recorded.cause == .wrongCRS {
            finding.cause = recorded.cause
            finding.evidence = recorded.evidence
        } else if finding.cause == .unexplained, try !explainBySameName(&finding) {
            finding.evidence = try recordedElsewhere(pair, finding)
        }
    }

    /// Finds the cause where neither the recorded position nor the address is in the assigned area, and they lie apart.
    func explainDisagreement(
        _ finding: inout Finding, recorded: Finding, _ pair: PositionPair
    ) throws(GeometryError) {
        guard finding.cause == .unexplained else { return }
        if recorded.verdict == .uncertain {
            finding.cause = .geocodingError
        } else if try explainBySameName(&finding) {
            return
        }
        finding.evidence = try recordedElsewhere(pair, finding)
    }

    /// Returns the finding of a row whose recorded position is in the assigned area, but across the street that is the
    /// border from its address; `nil` where that is not so.
    func wrongSide(_ pair: PositionPair) throws(GeometryError) -> Finding? {
        guard pair.isSure, pair.place.knowsSide, pair.distance <= Self.acrossStreet else { return nil }
        let inner = Position(
            coordinate: pair.address.coordinate, source: pair.address.source, uncertainty: Self.sideTolerance)
        guard case .finding(var finding) = try judge.judge(pair.row, at: inner),
            finding.verdict == .misrouted, let candidate = geocoded(pair.row)?.candidates.first,
            let sides = book.geocoder.street(between: candidate, and: pair.recorded.coordinate)
        else { return nil }
        let border = judge.probes[finding.edition].nearestBorder(
            to: pair.recorded.coordinate, first: finding.assigned)
        guard abs(border.distance - sides.offset) <= Self.borderOffset else { return nil }
        finding.position = pair.address
        guard finding.cause == .unexplained else { return finding }
        finding.cause = .wrongSide
        if border.distance < Self.onBorder {
            finding.verdict = .uncertain
            finding.cause = nil
        }
        finding.evidence = .address(
            .acrossBorder(
                street: sides.street.title, offset: sides.offset, address: candidate.title,
                area: finding.expected))
        return finding
    }

    /// Looks for an address of the same name in the assigned area.
    private func explainBySameName(_ finding: inout Finding) throws(GeometryError) -> Bool {
        guard let result = geocoded(finding.row), let best = result.candidates.first else { return false }
        for other in book.geocoder.alternatives(of: result)
        where try judge.probes[finding.edition].covers(finding.assigned, other.position) {
            finding.cause = .sameNameElsewhere
            let place = AddressEvidence.NamedPlace(address: told(other, from: best), area: finding.assigned)
            finding.evidence = .address(.sameName(address: told(best, from: other), other: place))
            return true
        }
        return false
    }

    // MARK: Doubt

    /// Whether the recorded position is another of the places that the address may mean: where its streets meet once
    /// more, or a candidate nearly as good.
    func recordedFits(_ pair: PositionPair) -> Bool {
        guard let result = geocoded(pair.row), let best = result.candidates.first else { return false }
        let recorded = pair.recorded.coordinate
        if best.precision == .intersection,
            book.geocoder.streetsMeet(best, near: recorded, within: Self.onStreet)
        {
            return true
        }
        return result.candidates.dropFirst().contains {
            best.score - $0.score < 5
                && $0.distance(to: recorded) <= $0.uncertainty + pair.recorded.uncertainty
        }
    }

    private func isDoubtful(_ finding: Finding, _ confidence: AddressPlace.Confidence) throws(GeometryError)
        -> Bool
    {
        switch confidence {
        case .sure: false
        case .likely: try otherInAssigned(finding) != nil
        case .loose: true
        }
    }

    private func makeUncertain(_ finding: inout Finding) throws(GeometryError) {
        finding.verdict = .uncertain
        finding.cause = nil
        finding.evidence = .address(
            .doubtful(address: name(finding.row), other: try otherInAssigned(finding)))
    }

    /// Returns another place that the address may mean and that lies in the assigned area, or `nil`.
    func otherInAssigned(_ finding: Finding) throws(GeometryError) -> AddressEvidence.NamedPlace? {
        for candidate in geocoded(finding.row)?.candidates.dropFirst() ?? []
        where try judge.probes[finding.edition].covers(finding.assigned, candidate.position) {
            return AddressEvidence.NamedPlace(address: candidate.title, area: finding.assigned)
        }
        return nil
    }

    // MARK: Evidence

    /// Says how far the recorded position is from the address, and which like address it is at.
    func recordedElsewhere(_ pair: PositionPair, _ finding: Finding) throws(GeometryError) -> Evidence {
        guard let result = geocoded(pair.row), let best = result.candidates.first else { return .none }
        let there = book.geocoder.alternatives(of: result).first {
            $0.distance(to: pair.recorded.coordinate) <= $0.uncertainty + pair.recorded.uncertainty
        }
        var other: AddressEvidence.NamedPlace?
        if let there { other = try named([there], edition: finding.edition).first }
        return .address(
            .recordedElsewhere(
                distance: pair.distance, address: best.title, area: finding.expected, other: other))
    }

    func addressInAssigned(_ pair: PositionPair, area: Int) -> Evidence {
        .address(.addressInAssigned(distance: pair.distance, address: name(pair.row), area: area))
    }

    /// Returns the places that fit a row's address equally well.
    func tiedPlaces(_ row: Int) -> [AddressCandidate] {
        guard let result = geocoded(row) else { return [] }
        return Array(result.candidates.prefix(result.tieCount))
    }

    /// Returns places with the areas that they lie in.
    func named(_ places: [AddressCandidate], edition: Int) throws(GeometryError)
        -> [AddressEvidence.NamedPlace]
    {
        var named: [AddressEvidence.NamedPlace] = []
        for place in places {
            let area = try judge.probes[edition].locate(place.position)
            named.append(AddressEvidence.NamedPlace(address: place.title, area: area))
        }
        return named
    }

    private func geocoded(_ row: Int) -> GeocodedAddress? {
        if let last, last.row == row { return last.geocoded }
        let geocoded = book.geocoded(row: row, in: table)
        last = (row, geocoded)
        return geocoded
    }

    private func name(_ row: Int) -> String { geocoded(row)?.candidates.first?.title ?? "" }

    /// Returns an address with its ZIP code, where only that tells it from another one.
    private func told(_ candidate: AddressCandidate, from other: AddressCandidate) -> String {
        let isAlike = candidate.title == other.title && !candidate.zip.isEmpty
        return isAlike ? "\(candidate.title), \(candidate.zip)" : candidate.title
    }
}
