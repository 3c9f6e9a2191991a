package import GeometryEngine
import WorkSharing

/// An edition with what was found in it.
package struct CheckedEdition: Sendable {
    package let loaded: LoadedEdition
    package let findings: [BoundaryFinding]

    /// Whether requests would be judged wrongly by it, or not at all.
    package var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Checks editions by themselves, against the requests or one another, and against the edition before.
package struct LayerCheck: Sendable {
    private let layers: [LayerSource]
    private let settings: CheckSettings
    private let placement: PlacementCheck?

    /// - Parameter placement: Where the requests are, or `nil` where none are given.
    package init(layers: [LayerSource], settings: CheckSettings, placement: PlacementCheck? = nil) {
        self.layers = layers
        self.settings = settings
        self.placement = placement
    }

    /// Returns the editions in the order of their layers and then of time.
    package func run(jobs: Int) throws(GeometryError) -> [CheckedEdition] {
        let loaded = LoadedEdition.load(layers, jobs: jobs)
        return try mapSlices(
            count: loaded.count, sliceLength: 1, jobs: jobs, makeWorker: { () throws(GeometryError) in },
            body: { (_: inout Void, range: Range<Int>) throws(GeometryError) -> CheckedEdition in
                CheckedEdition(
                    loaded: loaded[range.lowerBound], findings: try findings(range.lowerBound, of: loaded))
            })
    }

    private func findings(
        _ index: Int, of loaded: [LoadedEdition]
    ) throws(GeometryError) -> [BoundaryFinding] {
        let own = loaded[index]
        guard let edition = own.edition else { return unreadable(own) }
        var findings = try EditionCheck.findings(in: edition, settings: settings)
        findings += EditionCheck.unknownAliases(layers[own.layer].aliases, in: edition)
        let others = loaded.indices.filter { $0 != index }.compactMap { loaded[$0].edition }
        let misplaced =
            placement.map { $0.finding(for: edition) }
            ?? NeighbourhoodCheck.finding(for: edition, among: others)
        if let misplaced = misplaced ?? EditionCheck.degreesInGrid(edition) { findings.append(misplaced) }
        if let before = Self.edition(before: index, in: loaded) {
            findings += try EditionComparison.findings(from: before, to: edition)
        }
        return EditionCheck.ordered(findings)
    }

    private static func edition(before index: Int, in loaded: [LoadedEdition]) -> Edition? {
        guard index > 0, loaded[index - 1].layer == loaded[index].layer else { return nil }
        return loaded[index - 1].edition
    }

    /// Numbers that are no degrees may be those of another system, which the requests give away.
    private func unreadable(_ loaded: LoadedEdition) -> [BoundaryFinding] {
        guard let error = loaded.error else { return [] }
        var message = error.description
        if case .notDegrees(_, let extent) = error, let placement {
            message += "; " + placement.advice(for: extent)
        }
        return [BoundaryFinding(kind: .unreadable, edition: loaded.label, message: message)]
    }
}
