import Chronology

/// Writes a table as text, record after record.
struct TextRecords {
    let table: RecordTable
    let format: RecordFormat
    let style: DelimitedStyle

    func write(to file: inout OutputFile) throws(OutputError) {
        try writeOpening(to: &file)
        try writeRecords(to: &file, areFirst: true)
        try writeClosing(to: &file)
    }

    /// Writes what stands before the records of this table and of those with the same columns that follow.
    func writeOpening(to file: inout OutputFile) throws(OutputError) {
        switch format {
        case .csv:
            var buffer = DelimitedBuffer(style: style)
            try file.write(DelimitedBuffer.fileStart(style))
            buffer.appendRecord(table.columns.map(\.name))
            try file.write(buffer.bytes)
        case .jsonl: break
        case .geojson: try file.write("{\"type\":\"FeatureCollection\",\"features\":[")
        case .json, .xlsx, .gpkg: try file.write("[")
        }
    }

    /// - Parameter areFirst: Whether no record was written before.
    func writeRecords(to file: inout OutputFile, areFirst: Bool) throws(OutputError) {
        switch format {
        case .csv: try writeDelimited(to: &file)
        case .jsonl:
            for record in table.records { try file.write(properties(record) + [0x0A]) }
        case .geojson: try writeList(to: &file, areFirst: areFirst, feature)
        case .json, .xlsx, .gpkg: try writeList(to: &file, areFirst: areFirst, properties)
        }
    }

    func writeClosing(to file: inout OutputFile) throws(OutputError) {
        switch format {
        case .csv, .jsonl: break
        case .geojson: try file.write("\n]}\n")
        case .json, .xlsx, .gpkg: try file.write("\n]\n")
        }
    }

    private func writeDelimited(to file: inout OutputFile) throws(OutputError) {
        var buffer = DelimitedBuffer(style: style)
        for record in table.records {
            for value in record.values { append(value, to: &buffer) }
            buffer.endRecord()
            if buffer.bytes.count >= 1 << 16 {
                try file.write(buffer.bytes)
                buffer.removeAll()
            }
        }
        try file.write(buffer.bytes)
    }

    private func append(_ value: RecordValue, to buffer: inout DelimitedBuffer) {
        switch value {
        case .text(let text): buffer.append(text ?? "")
        case .texts(let texts): buffer.append(texts.joined(separator: "; "))
        case .whole(let number?): buffer.append(number)
        case .number(let number, let decimals): buffer.append(number ?? .nan, decimals: decimals)
        case .moment(let moment?, let clock): buffer.appendUnquoted { clock.append(moment, to: &$0) }
        case .day(let day?): buffer.append(day.description)
        case .whole(nil), .moment(nil, _), .day(nil): buffer.appendEmpty()
        }
    }

    private func writeList(
        to file: inout OutputFile, areFirst: Bool, _ object: (TableRecord) -> [UInt8]
    ) throws(OutputError) {
        for (index, record) in table.records.enumerated() {
            try file.write(areFirst && index == 0 ? "\n" : ",\n")
            try file.write(object(record))
        }
    }

    private func feature(_ record: TableRecord) -> [UInt8] {
        var feature = JSONObjectBuffer()
        feature.add("type", "Feature")
        let geometry =
            switch record.geometry {
            case .none: GeoJSONGeometryText.null
            case .point(let point): GeoJSONGeometryText.point(point)
            case .surface(let surface): GeoJSONGeometryText.surface(surface)
            }
        feature.add("geometry", json: geometry)
        feature.add("properties", json: properties(record))
        return feature.finished()
    }

    private func properties(_ record: TableRecord) -> [UInt8] {
        var object = JSONObjectBuffer()
        for (column, value) in zip(table.columns, record.values) {
            switch value {
            case .text(let text): object.add(column.name, text)
            case .texts(let texts): object.add(column.name, texts)
            case .whole(let number): object.add(column.name, number)
            case .number(let number, let decimals): object.add(column.name, number, decimals: decimals)
            case .moment(let moment, let clock): object.add(column.name, moment.map(clock.text))
            case .day(let day): object.add(column.name, day?.description)
            }
        }
        return object.finished()
    }
}
