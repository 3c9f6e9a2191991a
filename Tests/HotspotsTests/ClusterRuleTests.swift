import Testing
import Wording

@testable import Hotspots

struct ClusterRuleTests {
    @Test(arguments: [(0.0, 1.0), (-5, 1), (.infinity, 100_000)])
    func `a radius that cannot be is answered with the nearest that can`(radius: Double, nearest: Double) {
        #expect(throws: ClusterError.radius(radius, nearest: nearest)) {
            try ClusterRule(radius: radius, minimum: 5)
        }
    }

    @Test func `one report is no cluster`() {
        #expect(throws: ClusterError.minimum(1, nearest: 2)) { try ClusterRule(radius: 25, minimum: 1) }
        #expect(
            ClusterError.minimum(1, nearest: 2).description
                == "minimum 1: a cluster has at least 2 reports; the nearest is 2")
        #expect(
            ClusterError.radius(0, nearest: 1).description
                == "radius 0 m: a radius is 1 m to 100000 m; the nearest is 1 m")
    }

    @Test func `a radius that is no number has no nearest one`() {
        let error = #expect(throws: ClusterError.self) { try ClusterRule(radius: .nan, minimum: 3) }
        #expect(error?.description == "radius nan m: a radius is 1 m to 100000 m")
    }
}
