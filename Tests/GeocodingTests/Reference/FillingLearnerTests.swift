import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// Case 75: interpolation is even unless the city's own points show another filling.
struct FillingLearnerTests {
    /// Forty blocks of 120 m whose ranges end at 198, each with houses from 100 up to a last one.
    private func tables(lastHouse: Int) -> ReferenceTables {
        let street = SmallTown.street("ELM ST")
        var segments: [StreetSegment] = []
        var points: [AddressPoint] = []
        for block in 1...40 {
            let start = Double(block) * 150
            segments.append(
                SmallTown.segment(
                    "ELM ST", from: (start, 0), to: (start + 120, 0), right: (block * 100, block * 100 + 98)))
            for number in stride(from: 0, through: lastHouse, by: 4) {
                let x = start + 8 + 104 * Double(number) / Double(lastHouse)
                points.append(
                    AddressPoint(
                        street: street, number: block * 100 + number, position: SmallTown.coordinate(x, -9)))
            }
        }
        return ReferenceCompiler.tables(segments: segments, points: points)
    }

    @Test func `points that fill their ranges evenly leave interpolation even`() {
        let evidence = FillingLearner(tables(lastHouse: 96)).evidence
        #expect(evidence?.filling == .evenly)
        #expect((evidence?.evenError ?? 99) < 3)
    }

    @Test func `points that crowd towards the far end are followed, and told`() throws {
        let evidence = try #require(FillingLearner(tables(lastHouse: 40)).evidence)
        #expect(evidence.filling != .evenly)
        #expect(evidence.learntError < 6)
        #expect(evidence.evenError > 15)
        #expect(evidence.note.contains("\(evidence.count) address points"))
        let share = evidence.filling.share(20.0 / 98, low: 100, high: 198, length: 120)
        #expect(abs(share - 0.5) < 0.08)
    }

    @Test func `one city's habit is not another's: 148 stands in the middle of 100 to 198 and of 100 to 196`()
    {
        for last in [198, 196] {
            let town = Geocoder(
                reference: ReferenceCompiler.compile(segments: [
                    SmallTown.segment("MAIN ST", from: (0, 0), to: (0, 111), right: (100, last))
                ]))
            let y = SmallTown.metres(town.geocode("148 Main St").match)?[1]
            #expect(y.map { (54...57).contains($0) } == true, "\(last): \(String(describing: y))")
        }
    }

    /// The addresses and positions of the houses of a town, whose reference has streets alone.
    private func learnt(lastHouse: Int, moved: (Coordinate) -> Coordinate = { $0 })
        -> (reference: StreetReference, evidence: FillingEvidence)?
    {
        let tables = tables(lastHouse: lastHouse)
        let segments = (1...40).map { block in
            SmallTown.segment(
                "ELM ST", from: (Double(block) * 150, 0), to: (Double(block) * 150 + 120, 0),
                right: (block * 100, block * 100 + 98))
        }
        let houses = tables.points.map { ("\($0.number) Elm St", moved($0.position.coordinate)) }
        return ReferenceCompiler.compile(segments: segments).learningFilling(count: houses.count, jobs: 2) {
            (line: houses[$0].0, position: houses[$0].1)
        }
    }

    @Test func `where a reference has streets alone, the positions of requests tell how houses fill them`()
        throws
    {
        #expect(learnt(lastHouse: 96) == nil)
        let filling = try #require(learnt(lastHouse: 40))
        #expect(filling.evidence.note.contains("positions of \(filling.evidence.count) addresses"))
        let place = SmallTown.metres(Geocoder(reference: filling.reference).geocode("1020 Elm St").match)
        #expect(abs((place?[0] ?? 0) - 1_560) < 8, "\(String(describing: place))")
        #expect(filling.reference.knowsFilling)
    }

    @Test func `positions that all lie in the middle of their block tell nothing of houses`() {
        let middle = { (position: Coordinate) in
            let x = SmallTown.plane.point(position).x
            return SmallTown.coordinate((x / 150).rounded(.down) * 150 + 60, -9)
        }
        #expect(learnt(lastHouse: 40, moved: middle) == nil)
    }
}
