package import Geometry
import WorkSharing

extension StreetReference {
    /// Whether something of the reference's own tells how houses fill its ranges, or it has no ranges to fill.
    package var knowsFilling: Bool {
        tables.filling != .evenly || tables.points.count >= FillingLearner.leastCount || tables.sides.isEmpty
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
        var tables = tables
        tables.filling = evidence.filling
        return (StreetReference(tables), evidence)
    }
}
