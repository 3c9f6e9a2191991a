import Boundaries
import Chronology
import City
import Foundation
import Geometry
import Locating
import Records
import RoutingAudit
import ServiceRequests
import WorkSharing

extension WardlineCity {
    /// Which findings of an audit are kept.
    public enum Listing: Sendable {
        /// Those that are not ``AuditVerdict/correct``.
        case allButCorrect
        /// All: one for each request and layer.
        case all
    }

    /// Judges which requests went to the wrong area, and why.
    ///
    /// - Parameters:
    ///   - requests: The file of requests, or `-` for standard input.
    ///   - layer: The only layer to judge by; `nil` for all.
    ///   - listing: Which findings are kept.
    ///   - carrying: The file's names of columns that findings pass on as they are, such as a number of another system.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled.
    public func audit(
        _ requests: String, layer: String? = nil, listing: Listing = .allButCorrect,
        carrying: [String] = []
    ) async throws -> CityAudit {
        try await run { file, options in
            let work = try AuditWork(
                requests, city: file, layerName: layer,
                listing: listing == .all ? .all : .allButCorrect, carrying: carrying, options: options)
            return CityAudit(work: work, result: try work.judge(), options: options)
        }
    }
}

/// The findings of an audit, in the order of the requests and, within a request, of the layers.
public struct CityAudit: Sendable, RandomAccessCollection {
    private let heldWork: Held<AuditWork>
    private let heldResult: Held<AuditResult>
    private var work: AuditWork { heldWork.value }
    private var result: AuditResult { heldResult.value }
    private let options: WorkOptions
    /// What it is made of.
    var parts: (work: AuditWork, result: AuditResult) { (work, result) }

    init(work: AuditWork, result: AuditResult, options: WorkOptions) {
        heldWork = Held(work)
        heldResult = Held(result)
        self.options = options
        layers = zip(work.layers, result.layers).map { layer, counts in
            Layer(
                name: layer.name, title: layer.title,
                counts: Verdict.allCases.reduce(into: [:]) { $0[AuditVerdict($1)] = counts[$1] })
        }
    }

    /// How often each verdict was given in one layer.
    public struct Layer: Sendable, Hashable {
        /// The layer's name in the city file.
        public let name: String
        /// What an area of the layer is called.
        public let title: String
        /// How many requests have each verdict; together they are the requests judged.
        public let counts: [AuditVerdict: Int]
    }

    /// The layers, in the order of the city file.
    public let layers: [Layer]

    /// Tells all that is known of one request, in sentences: what was recorded, where it lies and what is to be done.
    ///
    /// - Throws: ``WardlineError`` where no request has the id. An audit that lists only what is not correct tells no
    ///   verdicts of the others.
    public func explanation(ofRequest id: String) throws -> String {
        try Explanation(work, result, ofRequest: id).text
    }

    /// How many requests were judged.
    public var requestCount: Int { work.table.count }

    /// How many rows of the file say the same as another one of the same request, and are counted with it.
    public var mergedCount: Int { work.table.foldedRows.count { $0.kind == .merged } }

    /// How many rows of the file are an earlier state of a request that is judged by a later one.
    public var supersededCount: Int { work.table.foldedRows.count { $0.kind == .superseded } }

    /// How many rows the file has: the requests judged and the rows rejected, merged and superseded.
    public var rowCount: Int { work.table.rowsInFile }

    /// How many rows of the file could not be read.
    public var rejectedCount: Int { work.table.rejections.count }

    /// The index of the first finding.
    public var startIndex: Int { result.findings.startIndex }
    /// The index after the last finding.
    public var endIndex: Int { result.findings.endIndex }

    /// The finding at an index.
    public subscript(index: Int) -> AuditFinding {
        let finding = result.findings[index]
        let (table, layer) = (work.table, work.layers[finding.layer])
        return AuditFinding(
            requestID: table.id(at: finding.row), layer: layer.name,
            assigned: table.assigned[finding.layer.index][finding.row],
            expected: finding.expectedCode(in: layer),
            verdict: AuditVerdict(finding.verdict),
            cause: finding.cause.map(AuditCause.init),
            distance: finding.distance, margin: finding.margin,
            position: finding.position.map {
                AuditPosition(
                    longitude: $0.coordinate.longitude, latitude: $0.coordinate.latitude,
                    uncertainty: $0.uncertainty, source: $0.source.rawValue)
            },
            category: table.categories[finding.row],
            opened: table.opened[finding.row].map {
                Date(timeIntervalSince1970: Double($0.secondsSince1970))
            },
            address: table.address(at: finding.row), evidence: finding.evidenceText(in: layer),
            status: table.statuses[finding.row],
            closed: table.closing(at: finding.row).map {
                Date(timeIntervalSince1970: Double($0.secondsSince1970))
            },
            daysOpen: work.lastDay.flatMap {
                table.daysOpen(at: finding.row, until: $0, clock: work.clock)
            },
            channel: table.channels[finding.row],
            carried: table.carried.map { $0.texts[finding.row] })
    }
}

extension CityAudit {
    /// Writes the findings, as `wardline audit -o` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.jsonl`, `.geojson`, `.xlsx` or `.gpkg`.
    ///   It appears whole or not at all.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(to path: String) async throws {
        try await writing(path, formats: FindingsWriter.formats) { destination, writer in
            try FindingsWriter(audit: work, writer: writer)
                .write(result, to: destination, summary: "", jobs: options.jobs)
        }
    }

    /// Writes what to load back into the CRM: request, layer, from, to, new position. Only what is certain.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx` or `.gpkg`.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func writeRepairs(to path: String) async throws {
        try await writing(path, formats: RecordFormat.lists) { destination, writer in
            _ = try RepairsWriter(audit: work, selection: .certain)
                .write(result, to: destination, by: writer)
        }
    }

    /// Writes the rows that could not be read or judged, with their lines and reasons.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx` or `.gpkg`.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func writeRejects(to path: String) async throws {
        try await writing(path, formats: RecordFormat.lists) { destination, writer in
            try RejectsWriter(audit: work, result: result).write(to: destination, by: writer)
        }
    }

    func writing(
        _ path: String, formats: [RecordFormat],
        _ write: @escaping @Sendable (OutputDestination, RecordWriter) throws -> Void
    ) async throws {
        let inputs = options.inputs(work.source, of: work.city)
        try await OwnThread.run { try KitOutput.write(path, formats: formats, inputs: inputs, write) }
    }
}
