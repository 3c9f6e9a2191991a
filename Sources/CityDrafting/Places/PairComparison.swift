import Geometry
import GeometryEngine
import Records
import ServiceRequests
import Statistics

/// Compares pairs of columns with degrees that put the requests elsewhere, such as the request's own place and that of the crew: by
/// how many positions lie in the area that was assigned, else by where the areas are, else by the columns' names.
struct PairComparison {
    let sample: RequestSample
    let files: [AreaFile]
    let groups: [[Int]]
    /// The box around the areas.
    let city: Box<Coordinate>?

    private struct Candidate {
        let pair: AxisPair
        let columns: RequestColumns
        let positions: [Coordinate?]
        var layers: [MatchedFile] = []
        var agreement = RowAgreement(rows: [])
        /// The share of the positions that lie where the areas are.
        var shareInside = 0.0
    }

    /// Returns the columns with the pair that the requests bear out, or with both only offered.
    func settled(_ columns: RequestColumns) throws -> RequestColumns {
        guard let east = columns.column(.longitude), let north = columns.column(.latitude),
            !columns.rivalPairs.isEmpty
        else { return columns }
        let own = AxisPair(
            east: east, north: north, merit: 0, isPlain: columns.isPlainPair(east, north))
        var candidates: [Candidate] = []
        for pair in [own] + columns.rivalPairs { candidates.append(try candidate(pair, columns)) }
        if let found = try byAssignedAreas(&candidates) ?? byExtent(&candidates) ?? byNames(candidates) {
            return found
        }
        var open = columns
        let named = columns.rivalPairs.map {
            "\(columns.name($0.east)) and \(columns.name($0.north)), \(metres(from: candidates[0], to: $0, among: candidates))"
        }
        for (field, others) in [
            (RequestField.longitude, columns.rivalPairs.map(\.east)),
            (.latitude, columns.rivalPairs.map(\.north)),
        ] {
            open.doubt(
                field,
                because:
                    "\(named.joined(separator: ", and ")), are positions too, and nothing tells which is the request's"
            )
            open.addAlternatives(others, to: field)
        }
        return open
    }

    private func candidate(_ pair: AxisPair, _ columns: RequestColumns) throws -> Candidate {
        var own = columns
        own.take(pair)
        // A column that no city file can name says where the requests are as well as another.
        own.choices[.longitude]?.isDoubtful = false
        own.choices[.latitude]?.isDoubtful = false
        let positions = try SamplePositions.positions(sample, own, grid: nil).ofRows
        return Candidate(pair: pair, columns: own, positions: positions)
    }

    /// The pair by which more positions lie in the assigned areas than by any other, and not by chance.
    private func byAssignedAreas(_ candidates: inout [Candidate]) throws -> RequestColumns? {
        guard !files.isEmpty else { return nil }
        for index in candidates.indices {
            let own = candidates[index]
            candidates[index].layers = try matcher(own).match(files, groups: groups)
        }
        let layers = candidates.flatMap(\.layers).filter {
            $0.assigned.map { $0.isPlaced && $0.isCertain } ?? false
        }
        guard let layer = layers.max(by: { ($0.assigned?.merit ?? 0) < ($1.assigned?.merit ?? 0) }),
            let assigned = layer.assigned
        else { return nil }
        for index in candidates.indices {
            candidates[index].agreement = try matcher(candidates[index]).agreement(assigned, with: layer.file)
        }
        return taken(candidates, if: { $0.agreement.isBetter(than: $1.agreement) }) { own in
            let (agreeing, all) = (own.agreement.agreeing, own.agreement.all)
            return
                "\(NumberText.wholeShare(agreeing, of: all)) agree with \(own.columns.name(assigned.column))"
        }
    }

    private func matcher(_ candidate: Candidate) -> LayerMatcher {
        LayerMatcher(sample: sample, columns: candidate.columns, positions: candidate.positions)
    }

    /// The pair that lies where the areas are, if no other does.
    private func byExtent(_ candidates: inout [Candidate]) -> RequestColumns? {
        guard let region = city?.expanded(byX: 0.02, y: 0.02) else { return nil }
        for index in candidates.indices {
            let placed = candidates[index].positions.compactMap(\.self)
            candidates[index].shareInside =
                placed.isEmpty ? 0 : Double(placed.count(where: region.contains)) / Double(placed.count)
        }
        return taken(candidates, if: { $0.shareInside > 0.8 && $1.shareInside < 0.5 }) { own in
            "\(Int((100 * own.shareInside).rounded())) % lie where the areas are"
        }
    }

    /// The pair whose names say nothing but that it is the request's place, if no other's do.
    private func byNames(_ candidates: [Candidate]) -> RequestColumns? {
        taken(candidates, if: { $0.pair.isPlain && !$1.pair.isPlain }) { _ in
            "its names say nothing else"
        }
    }

    /// Returns the columns with the pair that is better than all others; `nil` where none is.
    private func taken(
        _ candidates: [Candidate], if isBetter: (Candidate, Candidate) -> Bool, told: (Candidate) -> String
    ) -> RequestColumns? {
        let best = candidates.first { own in
            candidates.allSatisfy { $0.pair == own.pair || isBetter(own, $0) }
        }
        guard let best else { return nil }
        let others = candidates.filter { $0.pair != best.pair }
        let named = others.map {
            "\(best.columns.name($0.pair.east)) and \(best.columns.name($0.pair.north)), \(metres(from: best, to: $0.pair, among: candidates))"
        }
        var columns = best.columns
        columns.take(
            best.pair,
            because: "\(told(best)), unlike those of \(named.joined(separator: ", and of "))")
        columns.rivalPairs = others.map(\.pair)
        return columns
    }

    private func metres(from first: Candidate, to other: AxisPair, among candidates: [Candidate]) -> String {
        let second = candidates.first { $0.pair == other }?.positions ?? []
        let distances = zip(first.positions, second).lazy.compactMap { first, second in
            first.flatMap { one in second.map { Geodesic.distance(from: one, to: $0) } }
        }
        return "\(NumberText.count(Int((median(distances.prefix(1000)) ?? 0).rounded()))) m elsewhere"
    }
}
