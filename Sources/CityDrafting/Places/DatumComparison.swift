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

    /// A system, where it puts the requests, and for how many rows these agree with the areas that were assigned.
    private struct Candidate {
        let entry: CoordinateReferenceSystem.Entry
        let positions: [Coordinate?]
        var agreement = RowAgreement(rows: [])

        var title: String { "\(entry.code) (\(entry.name))" }

        func isBetter(than other: Candidate) -> Bool { agreement.isBetter(than: other.agreement) }
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
            let basis =
                own == search.ofAreas ? "only the areas' own file tells" : "no assigned areas tell"
            found.compare(
                taking: nil,
                because: "\(basis) it from others, which move the requests:"
                    + " \(named.joined(separator: ", "))", isOpen: true)
            return found
        }
        for index in candidates.indices {
            candidates[index].agreement = try LayerMatcher(
                sample: sample, columns: columns, positions: candidates[index].positions
            ).agreement(assigned, with: layer.file)
        }
        let best = candidates.dropFirst().reduce(candidates[0]) { $1.isBetter(than: $0) ? $1 : $0 }
        let others = candidates.filter { $0.entry.code != best.entry.code }
        let (agreeing, all) = (best.agreement.agreeing, best.agreement.all)
        var told =
            "by it \(NumberText.count(agreeing)) of \(NumberText.count(all)) positions agree with"
            + " \(columns.name(assigned.column))"
        for other in others where best.isBetter(than: other) {
            told +=
                "; by \(other.title), \(Self.metres(best, other)) elsewhere, \(NumberText.count(other.agreement.agreeing))"
        }
        let open = others.filter { !best.isBetter(than: $0) }
        let isOfAreas = best.entry == search.ofAreas
        for other in open {
            told +=
                "; \(isOfAreas ? "only the areas' own file tells" : "nothing tells") it from \(other.title),"
                + " \(Self.metres(best, other)) elsewhere"
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
