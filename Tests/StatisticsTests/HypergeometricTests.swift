import Testing

@testable import Statistics

/// The expected numbers are those of scipy's `hypergeom`, twice the smaller tail.
@Suite struct HypergeometricTests {
    @Test func `p-values are exact in both tails`() {
        let distribution = Hypergeometric(population: 360, marked: 72, drawn: 25)
        #expect(agrees(distribution.mean, 5))
        #expect(agrees(distribution.p(5), 1))
        for (count, p) in [
            (0, 0.006065963300898385), (1, 0.047424803988841906), (12, 0.0020008966449076844),
            (25, 1.374703726419833e-19),
        ] {
            #expect(agrees(distribution.p(count), p, within: 1e-9), "\(count)")
        }
    }

    @Test func `large numbers keep their digits`() {
        let distribution = Hypergeometric(population: 1_000_000, marked: 52_000, drawn: 3_000)
        #expect(agrees(distribution.p(220), 7.276368017138092e-07, within: 1e-9))
        #expect(agrees(distribution.z(220), 5.270668594898417, within: 1e-9))
    }

    @Test func `where all or none are marked nothing stands out`() {
        #expect(Hypergeometric(population: 10, marked: 10, drawn: 4).p(4) == 1)
        #expect(Hypergeometric(population: 10, marked: 0, drawn: 4).z(0) == 0)
        #expect(Hypergeometric(population: 0, marked: 0, drawn: 0).p(0) == 1)
    }
}
