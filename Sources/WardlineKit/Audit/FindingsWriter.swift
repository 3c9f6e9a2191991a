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
        let renderer = FindingRenderer(audit: audit, writer: writer)
        if format == .xlsx || format == .gpkg {
            return try writer.write(document(result, renderer, summary: summary), to: destination)
        }
        var file = try OutputFile(destination)
        try file.write(opening)
        file = try file.writing(count: result.findings.count, sliceLength: 8192, jobs: jobs) { range in
            let bytes = renderer.bytes(of: result.findings[range])
            // GeoJSON's features stand in a list: a comma before each but the first.
            return format == .geojson && range.lowerBound == 0 ? Array(bytes.dropFirst()) : bytes
        }
        try file.write(closing)
        try file.commit()
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

    private var opening: [UInt8] {
        switch format {
        case .csv:
            header
        case .json, .jsonl, .xlsx, .gpkg: []
        case .geojson: Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
        }
    }

    private var header: [UInt8] {
        var buffer = DelimitedBuffer(style: writer.style)
        buffer.appendRecord(columns.map(\.name))
        return DelimitedBuffer.fileStart(writer.style) + buffer.bytes
    }

    private var closing: [UInt8] { format == .geojson ? Array("\n]}\n".utf8) : [] }
}
