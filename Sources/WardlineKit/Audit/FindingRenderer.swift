import Boundaries
import Chronology
import DelimitedText
import Geometry
import Locating
import Records
import RoutingAudit
import ServiceRequests

/// Takes the values of one finding in the order of the columns.
private protocol FindingCells {
    mutating func add(_ text: String?)
    mutating func add(_ number: Double?, decimals: Int)
    mutating func add(_ moment: Timestamp?, _ clock: CityClock)
    mutating func add(whole: Int?)
    /// Takes a text of the requests; an empty one is none.
    mutating func add(_ column: TextColumn, _ row: Int)
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
    private let lastDay: CivilDate?
    private let format: RecordFormat
    private let style: DelimitedStyle
    private let columns: [String]

    init(audit: AuditWork, writer: RecordWriter) {
        table = audit.table
        layers = audit.layers
        names = layers.map(\.name)
        codes = layers.map { $0.editions.map(\.codes) }
        clock = audit.clock
        lastDay = audit.lastDay
        format = writer.format
        style = writer.style
        columns = (FindingColumns.own + FindingColumns.carried(table)).map(\.name)
    }

    func bytes(of findings: ArraySlice<Finding>) -> [UInt8] {
        switch format {
        case .csv:
            var cells = DelimitedCells(buffer: DelimitedBuffer(style: style))
            for finding in findings {
                fill(&cells, finding)
                cells.buffer.endRecord()
            }
            return cells.buffer.bytes
        case .json, .jsonl, .geojson, .xlsx, .gpkg:
            var bytes: [UInt8] = []
            for finding in findings { append(finding, to: &bytes) }
            return bytes
        }
    }

    func record(of finding: Finding) -> TableRecord {
        var cells = RecordCells()
        fill(&cells, finding)
        return TableRecord(
            values: cells.values, geometry: (finding.position?.coordinate).map { .point($0) } ?? .none)
    }

    /// Says all of a finding, in the order of ``FindingColumns``.
    @inline(__always)
    private func fill(_ cells: inout some FindingCells, _ finding: Finding) {
        let (row, position) = (finding.row, finding.position)
        cells.add(table.ids, row)
        let layer = finding.layer.index
        cells.add(names[layer])
        cells.add(table.assigned[layer][row])
        cells.add(
            finding.expected.exists ? codes[layer][finding.edition.index][finding.expected.index] : nil)
        cells.add(finding.verdict.rawValue)
        cells.add(finding.cause?.rawValue)
        cells.add(finding.distance, decimals: 1)
        cells.add(finding.margin, decimals: 1)
        cells.add(position?.uncertainty, decimals: 1)
        cells.add(position?.source.rawValue)
        cells.add(position?.coordinate.longitude, decimals: 7)
        cells.add(position?.coordinate.latitude, decimals: 7)
        cells.add(table.categories[row])
        cells.add(table.opened[row], clock)
        cells.add(table.addresses, row)
        cells.add(evidence(finding))
        cells.add(table.statuses[row])
        cells.add(table.closing(at: row), clock)
        cells.add(whole: lastDay.flatMap { table.daysOpen(at: row, until: $0, clock: clock) })
        cells.add(table.channels[row])
        for column in table.carried { cells.add(column.texts, row) }
    }

    private func evidence(_ finding: Finding) -> String? {
        if case .none = finding.evidence { return nil }
        let text = finding.evidenceText(in: layers[finding.layer])
        return text.isEmpty ? nil : text
    }

    private func append(_ finding: Finding, to bytes: inout [UInt8]) {
        var cells = ObjectCells(columns: columns)
        fill(&cells, finding)
        let properties = cells.object.finished()
        guard format == .geojson else {
            bytes.append(contentsOf: properties)
            bytes.append(UInt8(ascii: "\n"))
            return
        }
        bytes.append(contentsOf: ",\n{\"type\":\"Feature\",\"geometry\":".utf8)
        if let coordinate = finding.position?.coordinate {
            bytes.append(contentsOf: GeoJSONGeometryText.point(coordinate))
        } else {
            bytes.append(contentsOf: "null".utf8)
        }
        bytes.append(contentsOf: ",\"properties\":".utf8)
        bytes.append(contentsOf: properties)
        bytes.append(UInt8(ascii: "}"))
    }
}

/// One line of CSV.
private struct DelimitedCells: FindingCells {
    var buffer: DelimitedBuffer

    mutating func add(_ text: String?) {
        guard let text else { return buffer.appendEmpty() }
        buffer.append(text)
    }

    mutating func add(_ number: Double?, decimals: Int) { buffer.append(number ?? .nan, decimals: decimals) }

    mutating func add(_ moment: Timestamp?, _ clock: CityClock) {
        guard let moment else { return buffer.appendEmpty() }
        buffer.appendUnquoted { clock.append(moment, to: &$0) }
    }

    mutating func add(whole: Int?) {
        guard let whole else { return buffer.appendEmpty() }
        buffer.append(whole)
    }

    mutating func add(_ column: TextColumn, _ row: Int) { column.withBytes(at: row) { buffer.append($0) } }
}

/// One object of JSON.
private struct ObjectCells: FindingCells {
    var object = JSONObjectBuffer()
    private let columns: [String]
    private var index = 0

    init(columns: [String]) { self.columns = columns }

    private mutating func next() -> String {
        defer { index += 1 }
        return columns[index]
    }

    mutating func add(_ text: String?) { object.add(next(), text) }
    mutating func add(_ number: Double?, decimals: Int) { object.add(next(), number, decimals: decimals) }
    mutating func add(_ moment: Timestamp?, _ clock: CityClock) { object.add(next(), moment.map(clock.text)) }
    mutating func add(whole: Int?) { object.add(next(), whole) }

    mutating func add(_ column: TextColumn, _ row: Int) {
        object.add(next(), column.range(at: row).isEmpty ? nil : column[row])
    }
}

/// One record of a workbook or a GeoPackage.
private struct RecordCells: FindingCells {
    private(set) var values: [RecordValue] = []

    mutating func add(_ text: String?) { values.append(.text(text)) }
    mutating func add(_ number: Double?, decimals: Int) {
        values.append(.number(number, decimals: decimals))
    }
    mutating func add(_ moment: Timestamp?, _ clock: CityClock) { values.append(.moment(moment, clock)) }
    mutating func add(whole: Int?) { values.append(.whole(whole)) }
    mutating func add(_ column: TextColumn, _ row: Int) {
        values.append(.text(column.range(at: row).isEmpty ? nil : column[row]))
    }
}
