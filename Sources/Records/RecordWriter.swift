/// One value of a record under its column.
package enum RecordValue: Sendable, Equatable {
    case text(String?)
    case texts([String])
    case whole(Int?)
    case number(Double?, decimals: Int)
}

/// One record of a small table: its values in the order of the columns, and where it lies.
package struct TableRecord: Sendable {
    package let values: [RecordValue]
    /// A GeoJSON geometry.
    package let geometry: [UInt8]

    package init(values: [RecordValue], geometry: [UInt8] = GeoJSONGeometryText.null) {
        self.values = values
        self.geometry = geometry
    }
}

/// Writes a small table as CSV, as a JSON list or as GeoJSON.
package struct RecordWriter: Sendable {
    package let format: RecordFormat
    package let columns: [String]

    package init(format: RecordFormat, columns: [String]) {
        self.format = format
        self.columns = columns
    }

    package func write(
        _ records: [TableRecord], to destination: OutputDestination
    ) throws(OutputError) {
        var file = try OutputFile(destination)
        switch format {
        case .csv: try file.write(csv(records))
        case .json:
            try file.write(list(records.map(properties), opening: "[", closing: "\n]\n"))
        case .geojson:
            try file.write(
                list(
                    records.map(feature), opening: "{\"type\":\"FeatureCollection\",\"features\":[",
                    closing: "\n]}\n"))
        }
        try file.commit()
    }

    /// Several texts in one cell are parted by semicolons.
    private func csv(_ records: [TableRecord]) -> [UInt8] {
        var buffer = DelimitedBuffer()
        buffer.appendRecord(columns)
        for record in records {
            for value in record.values {
                switch value {
                case .text(let text): buffer.append(text ?? "")
                case .texts(let texts): buffer.append(texts.joined(separator: "; "))
                case .whole(let number): buffer.append(number.map(String.init) ?? "")
                case .number(let number, let decimals): buffer.append(number ?? .nan, decimals: decimals)
                }
            }
            buffer.endRecord()
        }
        return buffer.bytes
    }

    private func list(_ objects: [[UInt8]], opening: String, closing: String) -> [UInt8] {
        var bytes = Array(opening.utf8)
        for (index, object) in objects.enumerated() {
            bytes += Array((index == 0 ? "\n" : ",\n").utf8)
            bytes += object
        }
        return bytes + Array(closing.utf8)
    }

    private func feature(_ record: TableRecord) -> [UInt8] {
        var feature = JSONObjectBuffer()
        feature.add("type", "Feature")
        feature.add("geometry", json: record.geometry)
        feature.add("properties", json: properties(record))
        return feature.finished()
    }

    private func properties(_ record: TableRecord) -> [UInt8] {
        var object = JSONObjectBuffer()
        for (column, value) in zip(columns, record.values) {
            switch value {
            case .text(let text): object.add(column, text)
            case .texts(let texts): object.add(column, texts)
            case .whole(let number): object.add(column, number)
            case .number(let number, let decimals): object.add(column, number, decimals: decimals)
            }
        }
        return object.finished()
    }
}
