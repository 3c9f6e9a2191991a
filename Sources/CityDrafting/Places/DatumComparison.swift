import Geometry
import GeometryEngine
import Records
import Statistics

/// Compares reference systems in all of which the numbers lie in the city, and which put a request up to some hundred metres apart,
/// such as NAD27 and NAD83 of one zone: by how many positions lie in the area that was assigned.
struct DatumComparison {
    let sample: RequestSample
    let columns: RequestColumns
    let layers: [MatchedFile]

    /// Nearer systems differ by less than most requests are precise.
    private static let leastShift = 10.0
    /// So many systems are compared.
    private static let most = 4
    /// Fewer rows that agree in one system alone may be chance.
    fileprivate static let fewest = 5
    /// McNemar's test at one in a hundred: the 99 % quantile of the chi-squared distribution of one degree of freedom.
    fileprivate static let quantile = 6.635

    /// A system, where it puts the requests, and for how many rows these agree with the areas that were assigned.
    private struct Candidate {
        let entry: CoordinateReferenceSystem.Entry
        let positions: [Coordinate?]
        var agreeing: [Bool?] = []

        var agreeingCount: Int { agreeing.count { $0 == true } }
        var title: String { "\(entry.code) (\(entry.name))" }

        /// The rows that agree by this system and not by another.
        func wins(over other: Candidate) -> Int {
            zip(agreeing, other.agreeing).count { $0 == true && $1 == false }
        }

        /// Whether more rows agree than by another system, and not by chance.
        func isBetter(than other: Candidate) -> Bool {
            let (won, lost) = (wins(over: other), other.wins(over: self))
            let difference = Double(won - lost)
            return won >= DatumComparison.fewest && won > lost
                && difference * difference > DatumComparison.quantile * Double(won + lost)
        }
    }

    /// Returns the search with the system that agrees best, and what that rests on.
    func compared(_ search: GridSearch) throws -> GridSearch {
        guard let own = search.fitting.first, own.code == search.code else { return search }
        var candidates = try candidates(search)
        guard candidates.count > 1 else { return search }
        var found = search
        // By the wrong system a column may agree so ill that it is only offered.
        guard let layer = layers.first(where: { $0.assigned?.isPlaced ?? false }),
            let assigned = layer.assigned
        else {
            let named = candidates.dropFirst().map { other in
                "\(other.title) by \(Self.metres(candidates[0], other))"
            }
            found.compare(
                taking: nil,
                because: "no assigned areas tell it from others, which move the requests:"
                    + " \(named.joined(separator: ", "))", isOpen: true)
            return found
        }
        for index in candidates.indices {
            candidates[index].agreeing = try LayerMatcher(
                sample: sample, columns: columns, positions: candidates[index].positions
            ).agreement(assigned, with: layer.file)
        }
        let best = candidates.dropFirst().reduce(candidates[0]) { $1.isBetter(than: $0) ? $1 : $0 }
        let others = candidates.filter { $0.entry.code != best.entry.code }
        let all = best.agreeing.count { $0 != nil }
        var told =
            "by it \(NumberText.count(best.agreeingCount)) of \(NumberText.count(all)) positions agree with"
            + " \(columns.name(assigned.column))"
        for other in others where best.isBetter(than: other) {
            told +=
                "; by \(other.title), \(Self.metres(best, other)) elsewhere, \(NumberText.count(other.agreeingCount))"
        }
        let open = others.filter { !best.isBetter(than: $0) }
        for other in open {
            told += "; nothing tells it from \(other.title), \(Self.metres(best, other)) elsewhere"
        }
        let isOther = best.entry.code != own.code
        found.compare(taking: isOther ? best.entry : nil, because: told, isOpen: isOther || !open.isEmpty)
        return found
    }

    /// The system that was found, and others that move the requests.
    private func candidates(_ search: GridSearch) throws -> [Candidate] {
        var candidates: [Candidate] = []
        for entry in search.fitting where candidates.count <= Self.most {
            // No city's maps are on the early satellites' datums.
            guard !entry.name.hasPrefix("WGS 72") else { continue }
            let candidate = Candidate(entry: entry, positions: try positions(in: entry.code))
            let isFarFromAll = candidates.allSatisfy {
                Self.shift($0.positions, candidate.positions).map { $0 >= Self.leastShift } ?? false
            }
            if isFarFromAll { candidates.append(candidate) }
        }
        return candidates
    }

    private func positions(in system: String) throws -> [Coordinate?] {
        try SamplePositions.positions(sample, columns, grid: system).ofRows
    }

    /// The median of the metres between two lists of positions of the same rows; `nil` where a row has none in either.
    private static func shift(_ first: [Coordinate?], _ second: [Coordinate?]) -> Double? {
        let pairs = zip(first, second).lazy.compactMap { first, second in
            first.flatMap { one in second.map { (one, $0) } }
        }
        return median(pairs.prefix(100).map { Geodesic.distance(from: $0.0, to: $0.1) })
    }

    private static func metres(_ first: Candidate, _ second: Candidate) -> String {
        let shift = shift(first.positions, second.positions) ?? 0
        return "\(NumberText.count(Int(shift.rounded()))) m"
    }
}
