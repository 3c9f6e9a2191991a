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

    package static let formats: [RecordFormat] = [.csv, .jsonl, .geojson, .xlsx, .gpkg]

    package static let columns = [
        RecordColumn("request_id", "id of the request"),
        RecordColumn("layer", "layer of areas that it is judged by"),
        RecordColumn("assigned", "area that the CRM recorded"),
        RecordColumn("expected", "area in which its position lies"),
        RecordColumn(
            "verdict", "correct, misrouted, uncertain, outside, unassigned, unknown_area or unlocatable"),
        RecordColumn("cause", "why it was misrouted, where that can be told"),
        RecordColumn("distance_m", .number, "metres from the position to the assigned area, 0 inside it"),
        RecordColumn("margin_m", .number, "metres from the position to the nearest border of the layer"),
        RecordColumn("uncertainty_m", .number, "metres by which the position may be off"),
        RecordColumn("position_source", "where the position comes from"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
        RecordColumn("category", "category of the request"),
        RecordColumn("opened", .moment, "when it was opened"),
        RecordColumn("address", "its address as recorded"),
        RecordColumn("evidence", "what verdict and cause rest on"),
    ]

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
            name: "findings", title: "Findings", columns: Self.columns, shape: .points,
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
            DelimitedBuffer.fileStart(writer.style)
                + Array((Self.columns.map(\.name).joined(separator: ",") + "\n").utf8)
        case .json, .jsonl, .xlsx, .gpkg: []
        case .geojson: Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
        }
    }

    private var closing: [UInt8] { format == .geojson ? Array("\n]}\n".utf8) : [] }
}

/// Makes the bytes of findings. A value that threads share.
struct FindingRenderer: Sendable {
    private let table: RequestTable
    private let layers: [PreparedLayer]
    /// The layers' names and their editions' codes, apart from the layers: copying a whole layer for each finding would
    /// cost more than writing it.
    private let names: [String]
    private let codes: [[[String]]]
    private let clock: CityClock
    private let format: RecordFormat
    private let style: DelimitedStyle

    init(audit: AuditWork, writer: RecordWriter) {
        table = audit.table
        layers = audit.layers
        names = layers.map(\.name)
        codes = layers.map { $0.editions.map(\.codes) }
        clock = audit.clock
        format = writer.format
        style = writer.style
    }

    func bytes(of findings: ArraySlice<Finding>) -> [UInt8] {
        switch format {
        case .csv:
            var buffer = DelimitedBuffer(style: style)
            for finding in findings { append(finding, to: &buffer) }
            return buffer.bytes
        case .json, .jsonl, .geojson, .xlsx, .gpkg:
            var bytes: [UInt8] = []
            for finding in findings { append(finding, to: &bytes) }
            return bytes
        }
    }

    // MARK: Records

    func record(of finding: Finding) -> TableRecord {
        let position = finding.position
        let evidence = finding.evidenceText(in: layers[finding.layer])
        return TableRecord(
            values: [
                .text(table.id(at: finding.row)), .text(names[finding.layer]),
                .text(table.assigned[finding.layer][finding.row]),
                .text(finding.expected >= 0 ? expected(finding) : nil), .text(finding.verdict.rawValue),
                .text(finding.cause?.rawValue), .number(finding.distance, decimals: 1),
                .number(finding.margin, decimals: 1), .number(position?.uncertainty, decimals: 1),
                .text(position?.source.rawValue), .number(position?.coordinate.longitude, decimals: 7),
                .number(position?.coordinate.latitude, decimals: 7),
                .text(table.categories[finding.row]), .moment(table.opened[finding.row], clock),
                .text(table.address(at: finding.row)), .text(evidence.isEmpty ? nil : evidence),
            ], geometry: (position?.coordinate).map { .point($0) } ?? .none)
    }

    // MARK: CSV

    private func append(_ finding: Finding, to buffer: inout DelimitedBuffer) {
        table.ids.withBytes(at: finding.row) { buffer.append($0) }
        buffer.append(names[finding.layer])
        buffer.append(table.assigned[finding.layer][finding.row] ?? "")
        buffer.append(expected(finding))
        buffer.append(finding.verdict.rawValue)
        buffer.append(finding.cause?.rawValue ?? "")
        buffer.append(finding.distance ?? .nan, decimals: 1)
        buffer.append(finding.margin ?? .nan, decimals: 1)
        buffer.append(finding.position?.uncertainty ?? .nan, decimals: 1)
        buffer.append(finding.position?.source.rawValue ?? "")
        buffer.append(finding.position?.coordinate.longitude ?? .nan, decimals: 7)
        buffer.append(finding.position?.coordinate.latitude ?? .nan, decimals: 7)
        buffer.append(table.categories[finding.row] ?? "")
        if let opened = table.opened[finding.row] {
            buffer.appendUnquoted { clock.append(opened, to: &$0) }
        } else {
            buffer.appendEmpty()
        }
        table.withAddressBytes(at: finding.row) { buffer.append($0) }
        if case .none = finding.evidence {
            buffer.appendEmpty()
        } else {
            buffer.append(finding.evidenceText(in: layers[finding.layer]))
        }
        buffer.endRecord()
    }

    private func expected(_ finding: Finding) -> String {
        finding.expected >= 0
            ? codes[finding.layer][finding.edition][finding.expected] : ""
    }

    // MARK: JSON

    private func append(_ finding: Finding, to bytes: inout [UInt8]) {
        guard format == .geojson else {
            appendProperties(finding, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
            return
        }
        bytes.append(contentsOf: ",\n{\"type\":\"Feature\",\"geometry\":".utf8)
        if let coordinate = finding.position?.coordinate {
            bytes.append(contentsOf: "{\"type\":\"Point\",\"coordinates\":[".utf8)
            FixedDecimal.append(coordinate.longitude, decimals: 7, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            FixedDecimal.append(coordinate.latitude, decimals: 7, to: &bytes)
            bytes.append(contentsOf: "]}".utf8)
        } else {
            bytes.append(contentsOf: "null".utf8)
        }
        bytes.append(contentsOf: ",\"properties\":".utf8)
        appendProperties(finding, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    private func appendProperties(_ finding: Finding, to bytes: inout [UInt8]) {
        let layer = layers[finding.layer]
        var object = JSONObjectBuffer()
        object.add("request_id", table.id(at: finding.row))
        object.add("layer", layer.name)
        object.add("assigned", table.assigned[finding.layer][finding.row])
        object.add("expected", finding.expected >= 0 ? expected(finding) : nil)
        object.add("verdict", finding.verdict.rawValue)
        object.add("cause", finding.cause?.rawValue)
        object.add("distance_m", finding.distance, decimals: 1)
        object.add("margin_m", finding.margin, decimals: 1)
        object.add("uncertainty_m", finding.position?.uncertainty, decimals: 1)
        object.add("position_source", finding.position?.source.rawValue)
        object.add("longitude", finding.position?.coordinate.longitude, decimals: 7)
        object.add("latitude", finding.position?.coordinate.latitude, decimals: 7)
        object.add("category", table.categories[finding.row])
        object.add("opened", table.opened[finding.row].map(clock.text))
        object.add("address", table.address(at: finding.row))
        let evidence = finding.evidenceText(in: layer)
        object.add("evidence", evidence.isEmpty ? nil : evidence)
        bytes.append(contentsOf: object.finished())
    }
}
