import Chronology
import DelimitedText
import Geometry
import Locating
package import Records
package import RoutingAudit
import ServiceRequests

/// Writes findings as CSV, JSON lines or GeoJSON.
package struct FindingsWriter: Sendable {
    private let audit: AuditWork
    private let format: FindingsFormat

    package init(audit: AuditWork, format: FindingsFormat) {
        self.audit = audit
        self.format = format
    }

    package static let columns = [
        "request_id", "layer", "assigned", "expected", "verdict", "cause", "distance_m", "margin_m",
        "uncertainty_m", "position_source", "longitude", "latitude", "category", "opened", "address",
        "evidence",
    ]

    /// Writes the findings in their order; threads make the bytes of slices side by side.
    package func write(_ result: AuditResult, to destination: OutputDestination, jobs: Int) throws {
        var file = try OutputFile(destination)
        try file.write(opening)
        let renderer = FindingRenderer(audit: audit, format: format)
        file = try file.writing(count: result.findings.count, sliceLength: 8192, jobs: jobs) { range in
            let bytes = renderer.bytes(of: result.findings[range])
            // GeoJSON's features stand in a list: a comma before each but the first.
            return format == .geojson && range.lowerBound == 0 ? Array(bytes.dropFirst()) : bytes
        }
        try file.write(closing)
        try file.commit()
    }

    private var opening: [UInt8] {
        switch format {
        case .csv: Array((Self.columns.joined(separator: ",") + "\n").utf8)
        case .jsonl: []
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
    private let format: FindingsFormat

    init(audit: AuditWork, format: FindingsFormat) {
        table = audit.table
        layers = audit.layers
        names = layers.map(\.name)
        codes = layers.map { $0.editions.map(\.codes) }
        clock = audit.clock
        self.format = format
    }

    func bytes(of findings: ArraySlice<Finding>) -> [UInt8] {
        switch format {
        case .csv:
            var buffer = DelimitedBuffer()
            for finding in findings { append(finding, to: &buffer) }
            return buffer.bytes
        case .jsonl, .geojson:
            var bytes: [UInt8] = []
            for finding in findings { append(finding, to: &bytes) }
            return bytes
        }
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
