import Boundaries
import Geometry
import GeometryEngine
import Records

extension WardlineCity {
    /// Lists the editions of the city's layers.
    ///
    /// - Parameter layer: The only layer; `nil` for all.
    /// - Returns: Those that cannot be read too, with the reason.
    /// - Throws: ``WardlineError`` where there is no layer, or `CancellationError` as soon as the task is cancelled.
    public func boundaries(layer: String? = nil) async throws -> CityBoundaries {
        try await run { file, options in
            let work = try BoundaryWork(city: file, layer: layer)
            return CityBoundaries(
                work: work, loaded: work.editions(jobs: options.jobs), inputs: options.inputs(nil, of: file))
        }
    }

    /// Finds what is wrong with the areas of the city's layers: invalid, overlapping, missing and misplaced ones.
    ///
    /// - Parameters:
    ///   - layer: The only layer; `nil` for all.
    ///   - requests: A file of requests that the areas should lie around; `nil` for none.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled.
    public func checkBoundaries(
        layer: String? = nil, against requests: String? = nil
    ) async throws -> BoundaryProblems {
        try await run { file, options in
            let work = try BoundaryWork(city: file, layer: layer)
            return BoundaryProblems(
                work: work, checked: try work.check(CheckSettings(), requests: requests, options: options),
                inputs: options.inputs(requests, of: file))
        }
    }
}

/// One edition of a layer: a file of areas, and from when on it is in force.
public struct AreaEdition: Sendable, Hashable {
    /// The layer's name in the city file.
    public let layer: String
    /// The file, and the layer in it where it has several.
    public let name: String
    /// The first day on which it is in force, as in `2024-07-01`; `nil` where it always was.
    public let from: String?
    /// The day on which the next edition begins; `nil` for the last.
    public let until: String?
    /// The codes of its areas, in the order of the file; none where it cannot be read.
    public let codes: [String]
    /// The code of its reference system, such as `EPSG:4326`; `nil` where the file tells none.
    public let referenceSystem: String?
    /// Why it cannot be read; `nil` where it can.
    public let error: String?
}

/// The editions of a city's layers, in the order of the city file and then of time.
public struct CityBoundaries: Sendable, RandomAccessCollection {
    private let held: Held<(work: BoundaryWork, loaded: [LoadedEdition])>
    private let inputs: [String]

    init(work: BoundaryWork, loaded: [LoadedEdition], inputs: [String]) {
        held = Held((work, loaded))
        self.inputs = inputs
    }

    /// The index of the first edition.
    public var startIndex: Int { 0 }
    /// The index after the last edition.
    public var endIndex: Int { held.value.loaded.count }

    /// The edition at an index.
    public subscript(index: Int) -> AreaEdition {
        let loaded = held.value.loaded[index]
        return AreaEdition(
            layer: held.value.work.layers[loaded.layer].name, name: loaded.label,
            from: loaded.source.from.map { "\($0)" }, until: loaded.until.map { "\($0)" },
            codes: loaded.edition?.areas.map(\.code) ?? [],
            referenceSystem: loaded.edition?.referenceSystem.code, error: loaded.error?.description)
    }

    /// Writes the editions, as `wardline boundaries list -o` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx`, or in `.geojson` or `.gpkg`, which have
    ///   extents.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(to path: String) async throws {
        let (held, inputs) = (held, inputs)
        try await OwnThread.run {
            let (work, loaded) = held.value
            try KitOutput.write(
                work.table(of: loaded), title: "Boundaries of \(work.title)", to: path, inputs: inputs)
        }
    }
}

/// One thing that is wrong, or worth knowing, about an edition.
public struct BoundaryProblem: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, CaseIterable {
        /// Worth knowing, nothing to mend.
        case notice
        /// Mended while loading, or a doubt.
        case warning
        /// Requests would be judged wrongly, or not at all.
        case error
    }

    /// The layer's name in the city file.
    public let layer: String
    /// The edition's file.
    public let edition: String
    /// How much it matters.
    public let severity: Severity
    /// What it is, such as `overlap`; `Docs/columns.md` lists the kinds.
    public let kind: String
    /// The codes of the areas that it is about.
    public let codes: [String]
    /// The surface that it is about, square metres; `nil` where that is not the point.
    public let area: Double?
    /// Degrees east of where it is; `nil` where it is nowhere in particular.
    public let longitude: Double?
    /// Degrees north of where it is.
    public let latitude: Double?
    /// The problem in a sentence.
    public let message: String
}

extension BoundaryProblem.Severity {
    init(_ severity: BoundaryFinding.Severity) {
        self =
            switch severity {
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
    }
}

/// What is wrong with a city's areas, edition by edition.
public struct BoundaryProblems: Sendable, RandomAccessCollection {
    private let held: Held<(work: BoundaryWork, checked: [CheckedEdition])>
    private let problems: [BoundaryProblem]
    private let inputs: [String]

    init(work: BoundaryWork, checked: [CheckedEdition], inputs: [String]) {
        held = Held((work, checked))
        self.inputs = inputs
        problems = checked.flatMap { edition in
            edition.findings.map { finding in
                BoundaryProblem(
                    layer: work.layers[edition.loaded.layer].name, edition: edition.loaded.label,
                    severity: .init(finding.severity),
                    kind: finding.kind.rawValue, codes: finding.codes, area: finding.area,
                    longitude: finding.place?.longitude, latitude: finding.place?.latitude,
                    message: finding.message)
            }
        }
    }

    /// Whether requests would be judged wrongly by an edition, or not at all.
    public var hasErrors: Bool { problems.contains { $0.severity == .error } }

    /// The index of the first problem.
    public var startIndex: Int { 0 }
    /// The index after the last problem.
    public var endIndex: Int { problems.count }

    /// The problem at an index.
    public subscript(index: Int) -> BoundaryProblem { problems[index] }

    /// Writes the problems, as `wardline boundaries check -o` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx`, or in `.geojson` or `.gpkg`, which have
    ///   their places.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(to path: String) async throws {
        let (held, inputs) = (held, inputs)
        try await OwnThread.run {
            let (work, checked) = held.value
            try KitOutput.write(
                work.table(of: checked), title: "Check of the boundaries of \(work.title)", to: path,
                inputs: inputs)
        }
    }
}
