import Boundaries
import GeometryEngine
import WorkSharing

/// An edition with what was found in it.
struct CheckedEdition: Sendable {
    let loaded: LoadedEdition
    let findings: [BoundaryFinding]
}

/// Checks editions by themselves, against the requests or one another, and against the edition before.
struct BoundaryCheck {
    let selection: BoundarySelection
    let settings: CheckSettings
    /// Where the requests are, or `nil` where none are given.
    let placement: PlacementCheck?
    let jobs: Int

    /// Returns the editions in the order of their layers and then of time.
    func run() throws -> [CheckedEdition] {
        let loaded = selection.load(jobs: jobs)
        let settings = settings
        let placement = placement
        let aliases = selection.layers.map(\.aliases)
        return try mapSlices(
            count: loaded.count, sliceLength: 1, jobs: jobs, makeWorker: { () throws(GeometryError) in },
            body: { (_: inout Void, range: Range<Int>) throws(GeometryError) -> CheckedEdition in
                let place = range.lowerBound
                let own = loaded[place]
                guard let edition = own.edition else {
                    return CheckedEdition(loaded: own, findings: Self.unreadable(own, placement))
                }
                var findings = try EditionCheck.findings(in: edition, settings: settings)
                findings += EditionCheck.unknownAliases(aliases[own.layer], in: edition)
                let others = loaded.indices.filter { $0 != place }.compactMap { loaded[$0].edition }
                let misplaced =
                    placement.map { $0.finding(for: edition) }
                    ?? NeighbourhoodCheck.finding(for: edition, among: others)
                if let misplaced { findings.append(misplaced) }
                if let before = Self.edition(before: place, in: loaded) {
                    findings += try EditionComparison.findings(from: before, to: edition)
                }
                return CheckedEdition(loaded: own, findings: EditionCheck.ordered(findings))
            })
    }

    private static func edition(before place: Int, in loaded: [LoadedEdition]) -> Edition? {
        guard place > 0, loaded[place - 1].layer == loaded[place].layer else { return nil }
        return loaded[place - 1].edition
    }

    /// Numbers that are no degrees may be those of another system, which the requests give away.
    private static func unreadable(
        _ loaded: LoadedEdition, _ placement: PlacementCheck?
    ) -> [BoundaryFinding] {
        guard case .failure(let error) = loaded.outcome else { return [] }
        var message = error.description
        if case .notDegrees(_, let extent) = error, let placement {
            message += "; " + placement.advice(for: extent)
        }
        return [BoundaryFinding(kind: .unreadable, edition: loaded.label, message: message)]
    }
}
