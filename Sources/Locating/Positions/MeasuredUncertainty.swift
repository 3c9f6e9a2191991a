package import ServiceRequests
import Statistics

/// How far recorded positions are off, measured against address points: by channel, or all together.
///
/// Only requests whose address was matched without a fault to an address point within 100 m of the recorded position are
/// measured, and only what goes beyond the reference's own uncertainty counts: the two are independent, so that their squares
/// add. Interpolated places measure the reference, not the CRM.
package struct MeasuredUncertainty: Sendable {
    /// What was measured of some requests.
    package struct Measure: Codable, Sendable, Equatable {
        package let requests: Int
        /// The radius within which 95 in 100 positions lie, metres: 10 to 50, rounded up to 5.
        package let radius: Double
    }

    /// The fewest requests that measure anything.
    package static let fewest = 200
    /// Farther from the address than this, metres, a position is wrong rather than rough.
    fileprivate static let farthest = 100.0
    package static let limits = 10.0...50.0
    private static let step = 5.0

    /// `nil` where too few were measured.
    package let all: Measure?
    /// By the channels of the table, in their order; `nil` where too few of one were measured.
    package let channels: [Measure?]
    /// Whether the addresses that they were measured against are those of the requests at all.
    package let agreement: AddressAgreement

    init(all: Measure?, channels: [Measure?], agreement: AddressAgreement) {
        self.all = all
        self.channels = channels
        self.agreement = agreement
    }

    /// Where facts say it, it is what was measured of all of the city's requests.
    package init(_ book: AddressBook, table: RequestTable) {
        if let facts = table.facts {
            let known = Dictionary(
                facts.positionErrors.map { ($0.channel, Measure(requests: $0.pairs, radius: $0.radius)) },
                uniquingKeysWith: { first, _ in first })
            self.init(
                all: known[nil], channels: table.channels.values.map { known[$0] },
                agreement: facts.addressAgreement.map(AddressAgreement.init) ?? AddressAgreement())
            return
        }
        var errors = MeasuredErrors()
        errors.add(book, table: table)
        self.init(errors, of: table)
    }

    /// Measures the errors of all slices of a file.
    ///
    /// - Parameter table: Has the texts of all slices.
    package init(_ errors: MeasuredErrors, of table: RequestTable) {
        self.init(
            all: Self.measure(Array(errors.byChannel.joined())),
            channels: errors.byChannel.dropFirst().map(Self.measure),
            agreement: errors.agreement.agreement(of: table))
    }

    /// The measured radius of each channel's positions and, at the end, of those without one; `nil` where nothing was measured.
    package var radii: [Double]? {
        guard all != nil || channels.contains(where: { $0 != nil }) else { return nil }
        return channels.map { ($0 ?? all)?.radius ?? Self.limits.lowerBound }
            + [all?.radius ?? Self.limits.lowerBound]
    }

    /// Returns how far positions may be off, metres, where a radius was measured of them: of the largest that is taken nothing says
    /// how much was cut off.
    static func reach(_ radius: Double) -> Double { radius < limits.upperBound ? radius : farthest }

    /// What a part of the requests has to know of it.
    ///
    /// - Parameter table: That which it was measured on.
    package func facts(of table: RequestTable) -> [CityFacts.PositionError] {
        func error(_ channel: String?, _ measure: Measure?) -> CityFacts.PositionError? {
            measure.map { CityFacts.PositionError(channel: channel, pairs: $0.requests, radius: $0.radius) }
        }
        return [error(nil, all)].compactMap(\.self)
            + zip(table.channels.values, channels).compactMap { error($0, $1) }
            .sorted { ($0.channel ?? "") < ($1.channel ?? "") }
    }

    private static func measure(_ errors: [Float]) -> Measure? {
        guard errors.count >= fewest else { return nil }
        var ranking = OrderStatistics(errors)
        guard let percentile = ranking.percentile(0.95) else { return nil }
        let rounded = (Double(percentile) / step).rounded(.up) * step
        return Measure(
            requests: errors.count,
            radius: min(max(rounded, limits.lowerBound), limits.upperBound))
    }
}

/// How far the recorded positions of some requests are off, what their address points may be off taken out, metres.
package struct MeasuredErrors: Sendable {
    /// By the channels of the table, behind those of requests without one.
    fileprivate private(set) var byChannel: [[Float]] = [[]]

    fileprivate private(set) var agreement = AgreementTally()

    package init() {}

    /// Takes up the next slice of a file, or all of it.
    package mutating func add(_ book: AddressBook, table: RequestTable) {
        agreement.add(book, table: table)
        let channelCount = table.channels.values.count + 1
        byChannel += [[Float]](repeating: [], count: max(0, channelCount - byChannel.count))
        // What an address point itself may be off, by the places of the book; no number for other places.
        let own = book.places.map { place -> Float in
            guard place.confidence == .sure, let position = place.position, position.source == .addressPoint
            else { return .nan }
            return Float(position.uncertainty)
        }
        let channels = table.channels.indices
        for row in book.errors.indices where Double(book.errors[row]) <= MeasuredUncertainty.farthest {
            let uncertainty = own[Int(book.placeByRow[row])]
            guard !uncertainty.isNaN else { continue }
            let channel = row < channels.count ? Int(channels[row]) : -1
            let error = book.errors[row]
            byChannel[channel + 1].append(
                max(0, error * error - uncertainty * uncertainty).squareRoot())
        }
    }
}
