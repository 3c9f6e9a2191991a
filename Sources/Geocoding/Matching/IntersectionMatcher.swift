import Geometry

/// Places the crossing of two or more streets.
struct IntersectionMatcher {
    /// Names tried for each street.
    private static let streetLimit = 6

    let reference: StreetReference
    let settings: MatchSettings

    /// Adds the crossings of the streets. Where not all of them meet, those where most do; where none do, the place
    /// where two of them would.
    func places(_ streets: [[StreetMatcher.Found]], into placements: inout [Placement]) {
        let streets = streets.map { Array($0.prefix(Self.streetLimit)) }
        let crossings = CrossingFinder(reference: reference, settings: settings).crossings(streets)
        for crossing in crossings { add(crossing, streets.count, &placements) }
        guard crossings.isEmpty else { return }
        for second in streets.indices.dropFirst() {
            addNearMeeting(0, second, streets, &placements)
        }
    }

    private func add(_ crossing: Crossing, _ streetCount: Int, _ placements: inout [Placement]) {
        guard let one = crossing.streets.first, crossing.streets.count > 1 else { return }
        var faults = MatchFaults()
        for found in crossing.streets { faults.add(found.faults) }
        if crossing.absence > 0 { faults.add(.streetsDoNotMeet, crossing.absence) }
        placements.append(
            Placement(
                precision: .intersection, street: one.street, crossStreet: crossing.streets[1].street,
                position: crossing.position, faults: faults,
                uncertainty: max(settings.uncertainty.intersection, crossing.spread + 10),
                span: -crossing.ends))
    }

    private func addNearMeeting(
        _ first: Int, _ second: Int, _ streets: [[StreetMatcher.Found]], _ placements: inout [Placement]
    ) {
        guard let one = streets[first].first, let other = streets[second].first, one.street != other.street,
            let meeting = NearMeeting(reference: reference).position(one.street, other.street)
        else { return }
        let absence =
            settings.penalties.streetsDoNotMeet
            + Double(streets.count - 2) * settings.penalties.streetNotThere
        let crossing = Crossing(
            streets: [one, other], position: meeting, absent: [], absence: absence, nodeCount: 0, ends: 0,
            spread: settings.uncertainty.intersection)
        add(crossing, streets.count, &placements)
    }
}
