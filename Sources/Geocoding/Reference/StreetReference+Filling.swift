package import Geometry
package import ServiceRequests
import WorkSharing

extension StreetReference {
    /// Whether something of the reference's own tells how houses fill its ranges, or it has no ranges to fill.
    package var knowsFilling: Bool {
        tables.filling != .evenly || tables.points.count >= FillingLearner.leastCount || !hasRanges
    }

    /// Returns the reference with house numbers filling their ranges as addresses with positions show, and what it rests on;
    /// `nil` where they show nothing else than even filling.
    ///
    /// Only addresses that are matched to one range without a fault are looked at, each once.
    /// - Parameters:
    ///   - count: How many addresses there are.
    ///   - address: Returns one of them, with its position.
    package func learningFilling(
        count: Int, jobs: Int, address: @Sendable (Int) -> (line: String, position: Coordinate)?
    ) -> (reference: StreetReference, evidence: FillingEvidence)? {
        let geocoder = Geocoder(reference: self)
        let found = mapSlices(count: count, sliceLength: 256, jobs: jobs, makeWorker: {}) {
            (_: inout Void, range: Range<Int>) in
            range.compactMap { index -> PlacedHouse? in
                guard let (line, position) = address(index), let (street, number) = geocoder.house(line)
                else {
                    return nil
                }
                return PlacedHouse(street: street, number: number, position: position)
            }
        }
        var known: Set<PlacedHouse> = []
        let houses = found.joined().filter { known.insert($0).inserted }
        guard var evidence = FillingLearner(tables, houses: houses).evidence, evidence.filling != .evenly
        else {
            return nil
        }
        evidence.origin = .requests
        return (filled(evidence), evidence)
    }

    /// Returns the reference with house numbers filling their ranges as a city's requests showed once, `nil` where those are no
    /// curves of this version.
    package func filled(
        by facts: CityFacts.Filling
    ) -> (reference: StreetReference, evidence: FillingEvidence)? {
        guard let curves = FillingCurves(knots: facts.knots) else { return nil }
        let evidence = FillingEvidence(
            filling: .learnt(curves), origin: .requests, count: facts.count, evenError: facts.evenError,
            learntError: facts.learntError)
        return (filled(evidence), evidence)
    }

    /// Returns the reference with full hundreds on its ranges taken for houses.
    package func takingHundredsForHouses() -> StreetReference {
        var tables = tables
        tables.areHundredsHouses = true
        return StreetReference(tables)
    }

    private func filled(_ evidence: FillingEvidence) -> StreetReference {
        var tables = tables
        tables.filling = evidence.filling
        return StreetReference(tables)
    }
}

extension FillingEvidence {
    /// What a part of the requests has to know of it; `nil` where numbers fill their ranges evenly.
    package var facts: CityFacts.Filling? {
        guard case .learnt(let curves) = filling else { return nil }
        return CityFacts.Filling(
            knots: curves.knots, count: count, evenError: evenError, learntError: learntError)
    }
}
