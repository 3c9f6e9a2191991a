import Chronology
import City
import DelimitedText
import Geometry
import Locating
package import Records
package import RoutingAudit
import ServiceRequests

/// Writes findings as CSV, JSON lines, GeoJSON, an Excel workbook or a GeoPackage.
package struct FindingsWriter: Sendable {
    private let audit: AuditWork
    private let writer: RecordWriter
    private var format: RecordFormat { writer.format }
    private var columns: [RecordColumn] { FindingColumns.own + FindingColumns.carried(audit.table) }

    package static let formats: [RecordFormat] = [.csv, .jsonl, .geojson, .xlsx, .gpkg]

    package init(audit: AuditWork, writer: RecordWriter) {
        self.audit = audit
        self.writer = writer
    }

    /// Writes the findings in their order; threads make the bytes of slices of text side by side.
    ///
    /// - Parameter summary: What is told to people of the same findings.
    package func write(
        _ result: AuditResult, to destination: OutputDestination, summary: String, jobs: Int
    ) throws {
        if format == .xlsx || format == .gpkg {
            let renderer = FindingRenderer(audit: audit, writer: writer)
            return try writer.write(document(result, renderer, summary: summary), to: destination)
        }
        var stream = try FindingsStream(writer, to: destination)
        try stream.append(result, of: audit, jobs: jobs)
        try stream.commit()
    }

    private func document(
        _ result: AuditResult, _ renderer: FindingRenderer, summary: String
    ) -> RecordDocument {
        let table = RecordTable(
            name: "findings", title: "Findings", columns: columns, shape: .points,
            style: Self.style, count: result.findings.count
        ) { renderer.record(of: result.findings[$0]) }
        return RecordDocument(
            title: "Routing audit of \(audit.city.name)", tables: [table], summary: summary,
            timeZone: audit.clock.timeZone)
    }

    private static let style = LayerStyle.categories(
        column: "verdict",
        colors: [
            .init("misrouted", "#c62828"), .init("uncertain", "#ef6c00"), .init("outside", "#6a1b9a"),
            .init("unknown_area", "#ad1457"), .init("unassigned", "#1565c0"), .init("correct", "#2e7d32"),
        ])
}

/// Findings that are written while requests are judged, slice after slice, as text.
struct FindingsStream: ~Copyable {
    private let writer: RecordWriter
    /// Taken while bytes are made for it.
    private var file: OutputFile?
    private var isBegun = false
    private var isEmpty = true

    /// - Parameter writer: Of a format that is text.
    init(_ writer: RecordWriter, to destination: OutputDestination) throws(OutputError) {
        self.writer = writer
        file = try OutputFile(destination)
    }

    /// Writes the findings of the next slice in their order; threads make the bytes of pieces of text side by side.
    mutating func append(_ result: AuditResult, of audit: AuditWork, jobs: Int) throws(OutputError) {
        guard var file = file.take() else { return }
        if !isBegun { try file.write(opening(audit.table)) }
        isBegun = true
        let renderer = FindingRenderer(audit: audit, writer: writer)
        let isFirst = isEmpty && writer.format == .geojson
        self.file = try file.writing(count: result.findings.count, sliceLength: 8192, jobs: jobs) { range in
            let bytes = renderer.bytes(of: result.findings[range])
            // GeoJSON's features stand in a list: a comma before each but the first.
            return isFirst && range.lowerBound == 0 ? Array(bytes.dropFirst()) : bytes
        }
        if !result.findings.isEmpty { isEmpty = false }
    }

    consuming func commit() throws(OutputError) {
        guard var file = file.take() else { return }
        if writer.format == .geojson { try file.write("\n]}\n") }
        try file.commit()
    }

    private func opening(_ table: RequestTable) -> [UInt8] {
        switch writer.format {
        case .csv:
            var buffer = DelimitedBuffer(style: writer.style)
            buffer.appendRecord((FindingColumns.own + FindingColumns.carried(table)).map(\.name))
            return DelimitedBuffer.fileStart(writer.style) + buffer.bytes
        case .json, .jsonl, .xlsx, .gpkg: return []
        case .geojson: return Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
        }
    }
}
