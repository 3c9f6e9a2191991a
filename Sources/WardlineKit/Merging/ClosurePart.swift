import Boundaries
import Locating
package import ServiceRequests

/// The sums of closures of a part of a city's requests: what was asked, where each request lies and counts, and which one it
/// repeats. What came back, or was closed as a duplicate, is found when all are put together.
package struct ClosurePart: CountedPart {
    package static let command = "closures"

    package let requests: RequestSums
    let question: ClosureWorkQuestion
    let edition: String
    let areas: [String]
    let homes: PackedNumbers
    /// For each request why it has no recorded position that can be used, by the order of ``MissingPosition``, −1 where it
    /// has one.
    let missing: PackedNumbers
    /// How many requests each private category has that a public edition leaves out.
    let withheld: [String: Int]

    package init(_ work: ClosureWork) {
        let placed = work.placed
        requests = RequestSums(placed.table, areParentsTold: true, arePlacesTold: true) { _ in true }
        question = work.question
        edition = placed.layer?.edition.name ?? ""
        areas = placed.layer?.edition.codes ?? []
        homes = PackedNumbers(placed.homes.map(\.number))
        missing = PackedNumbers(placed.missing.map { $0.map { Int64($0.rawValue) } ?? -1 })
        withheld = placed.withheld
    }

    /// Returns why each request has no recorded position that can be used.
    func missingPositions(in name: String) throws(SumsError) -> [MissingPosition?] {
        guard missing.numbers.count == requests.count else {
            throw .damaged("positions of \(name) are incomplete")
        }
        var reasons: [MissingPosition?] = []
        for number in missing.numbers {
            let reason = UInt8(exactly: number).flatMap(MissingPosition.init)
            guard number == -1 || reason != nil else {
                throw .damaged("a position of \(name) is in no known state")
            }
            reasons.append(reason)
        }
        return reasons
    }
}
