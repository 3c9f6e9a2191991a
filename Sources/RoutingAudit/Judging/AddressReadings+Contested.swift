import AddressParsing
import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// Where a recorded position speaks against the address.
extension AddressReadings {
    /// Houses and positions lie this far at most beside the middle of their own street, metres.
    private static let besideStreet = 50.0

    /// Whether houses of the address's street stand at the recorded position, far from the address: another street of that name, of
    /// which the reference has not every house. A town or ZIP code that the line names tells the two apart where the houses have it.
    func isOnNamesake(_ pair: PlacePair) -> Bool {
        guard let result = geocoded(pair.row), let best = result.candidates.first,
            pair.distance > Self.offStreet
        else { return false }
        return geocoder.hasNamesake(
            of: best, result.reading, near: pair.recorded.coordinate, within: Self.onStreet)
    }

    /// Returns the other places that a row's line means as well as the best one.
    func rivals(_ row: Int) -> [AddressCandidate] { geocoded(row).map(geocoder.rivals) ?? [] }

    /// Whether the recorded position speaks against an address of which no house is known, but a range or a crossing alone: it is
    /// at a place that is nearly what the address names, or on the very street, far along it. Then a slip of the pen, or a street
    /// with other numbers than the reference's, is as likely as a wrong position, and the address is no second source. Nor is a
    /// house's own point: the number of a listed house is a slip of the pen as easily.
    ///
    /// - Parameter isInOneArea: Whether both lie in one area, so that it does not matter how far along the street it is.
    func isContested(_ pair: PlacePair, isInOneArea: Bool) -> Bool {
        switch pair.address.source {
        case .range:
            isAtOtherReading(pair) { $0.precision <= .range }
                || !isInOneArea && (isAlongStreet(pair, within: Self.onStreet) || nearlyNamed(pair) != nil)
        case .intersection: !isInOneArea && isAlongStreet(pair, within: Self.onStreet)
        case .addressPoint:
            !isInOneArea
                && (isAlongStreet(pair, within: Self.onStreet)
                    || isAtOtherReading(pair) { $0.precision == .addressPoint } || nearlyNamed(pair) != nil)
        case .recorded, .block, .street: false
        }
    }

    /// Returns the place at the recorded position whose address is nearly the row's, or `nil`: within their uncertainties of it, or at
    /// least far nearer to it than to the address. A number that is a slip away counts on its street as near as houses stand to it.
    /// Beside a house that is listed itself only listed ones count: a geocoder without the list may have placed it in any range.
    func nearlyNamed(_ pair: PlacePair) -> NearlyNamedPlace? {
        guard let best = geocoded(pair.row)?.candidates.first, best.precision <= .range, !pair.agrees
        else { return nil }
        let nearer = min(Self.onStreet, pair.distance / 3)
        return geocoder.nearlyNamed(
            best, near: pair.recorded.coordinate, within: Self.onStreet, isListed: best.precision != .range
        ).first {
            let reach = $0.isOnItsStreet ? min(nearer, Self.besideStreet) : nearer
            return $0.distance <= max($0.uncertainty + pair.recorded.uncertainty, reach)
        }
    }

    /// Whether an address says less against a recorded position than it seems to: a house of that number is known at the position on
    /// a street of nearly its name, and none where the address has it; or the position is within a block of the crossing, on one of
    /// its streets, as people name the nearest corner.
    func mayBeMeantThere(_ pair: PlacePair) -> Bool {
        switch pair.address.source {
        case .range:
            isAtOtherReading(pair) { $0.precision == .addressPoint }
                || nearlyNamed(pair).map { $0.isListed && !$0.isOnItsStreet } == true
        case .intersection: pair.distance <= Self.offStreet && isAlongStreet(pair, within: Self.besideStreet)
        case .recorded, .addressPoint, .block, .street: false
        }
    }

    /// Whether the recorded position is at another place that the address may mean: within their uncertainties of it, or at least far
    /// nearer to it than to the address.
    private func isAtOtherReading(
        _ pair: PlacePair, _ isHouse: (AddressCandidate) -> Bool
    ) -> Bool {
        guard let result = geocoded(pair.row), let best = result.candidates.first else { return false }
        let isNearer = pair.agrees ? 0 : min(Self.onStreet, pair.distance / 3)
        return result.candidates.contains {
            isHouse($0) && !best.isOnePlace(with: $0)
                && $0.distance(to: pair.recorded.coordinate)
                    <= max($0.uncertainty + pair.recorded.uncertainty, isNearer)
        }
    }

    /// Whether the recorded position is on a street that the address names, away from where it has the address; in another town than
    /// the one written as well, since that may be the slip.
    private func isAlongStreet(_ pair: PlacePair, within reach: Double) -> Bool {
        guard !pair.agrees, let best = geocoded(pair.row)?.candidates.first else { return false }
        return best.streets.contains { street in
            var alone = best
            alone.streets = [street]
            return geocoder.streetsMeet(alone, of: nil, near: pair.recorded.coordinate, within: reach)
        }
    }

    /// Whether a house that a range has may be none: the list of houses has others of the street around it, and not this one.
    func isUnlisted(_ reading: AddressCandidate) -> Bool {
        guard reading.precision == .range else { return false }
        let houses = geocoder.houses(onStreetOf: reading, near: reading.position, within: Self.onStreet)
        return !houses.alike.isEmpty || !houses.others.isEmpty
    }
}
