package import City
import Geometry
import Locating
package import RoutingAudit
import ServiceRequests

/// An audit of a whole from the sums of its parts: what a summary says is the same as of one run over all.
package struct MergedAudit: Sendable {
    package let basis: AuditBasis
    package let result: AuditResult
    /// What the parts warned of, and what of the parts themselves is doubtful.
    package let warnings: [String]

    /// - Parameters:
    ///   - paths: Summaries of parts, written with `--sums`.
    ///   - city: The city file by which the parts were judged.
    ///   - name: What the whole is called; `nil` for the name that the parts have in common.
    /// - Throws: ``PartFileError``, ``MergeError`` or ``ServiceRequests/SumsError`` where they are no parts of one whole.
    package init(
        _ paths: [String], city: CityFile, name: String? = nil, choice: PartChoice = PartChoice(),
        options: WorkOptions
    ) throws {
        let files = try PartFiles<AuditPart>(paths, of: city, choice)
        let (parts, names) = (files.sums, files.names)
        var city = city
        for (part, name) in zip(parts, names) {
            try Self.check(
                "the layers", parts[0].layers.map(\.text).joined(separator: "; "),
                is: part.layers.map(\.text).joined(separator: "; "), in: [names[0], name])
            try Self.check(
                "what was asked about", parts[0].choice ?? "all requests", is: part.choice ?? "all requests",
                in: [names[0], name])
        }
        city.layers = try parts[0].layers.map { try city.layer(named: $0.name) }
        let table = try RequestTable(parts.map(\.requests), names: names, title: name)
        let loader = LayerLoader(city: city, jobs: options.jobs)
        let layers = try loader.preparedLayers(of: try loader.layers(), rows: 0)
        try Self.check(
            "the layers", parts[0].layers.map(\.text).joined(separator: "; "),
            is: layers.map { AuditPart.Layer($0).text }.joined(separator: "; "), in: [names[0], city.path])
        let positions = parts.compactMap(\.positions)
        let radii = parts.compactMap(\.radii)
        let isPlaced = positions.count == parts.count
        basis = AuditBasis(
            city: city, clock: try CityWork(city: city, options: options).clock, table: table,
            intake: table.intake,
            layers: layers, layersLeftOut: parts[0].layersLeftOut,
            placeholders: Placeholder.joined(parts.map(\.placeholders)),
            addressUse: isPlaced ? positions.reduce(into: AddressUse()) { $0 += $1.use } : nil,
            comparedPositions: isPlaced
                ? try ComparedPositions(positions, counts: files.counts) : nil,
            measured: isPlaced ? MeasuredUncertainty(radii, channels: table.channels.values) : nil,
            decisions: ClerkDecisions(), choice: parts[0].choice, jobs: options.jobs)
        result = try AuditResult(parts.map(\.findings), counts: files.counts, layers: layers)
        var warnings = files.warnings
        if layers.contains(where: { !$0.isUncertaintyStated }), MeasuredUncertainty.differ(radii) {
            warnings.append(
                "parts took recorded positions to be good to different radii, each measured on its own requests; judge them by"
                    + " facts of all of them")
        }
        self.warnings = warnings
    }

    private static func check(
        _ what: String, _ first: String, is other: String, in parts: [String]
    ) throws(SumsError) {
        guard first != other else { return }
        throw .different(what: what, first: first, other: other, parts: parts)
    }
}

extension AuditPart.Layer {
    init(_ layer: PreparedLayer) {
        self.init(name: layer.name, editions: layer.editions.map(\.name))
    }

    fileprivate var text: String { "\(name) (\(editions.joined(separator: ", ")))" }
}
