import DelimitedText
import FeatureFiles

/// Reads the rows of delimited text as features without a geometry.
struct DelimitedRows {
    let fields: [String]
    private(set) var features: [Feature] = []
    /// Rows with more or fewer fields than the header, or with a quote that does not end.
    private(set) var faultCount = 0

    static func read(_ path: String) throws(ReferenceError) -> DelimitedRows {
        do throws(DelimitedTextError) {
            let file = try DelimitedFile(.file(path))
            var rows = DelimitedRows(fields: file.shape.header)
            try rows.readAll(file)
            return rows
        } catch {
            throw .source(path: path, reason: "\(error)")
        }
    }

    private init(fields: [String]) { self.fields = fields }

    private mutating func readAll(_ file: DelimitedFile) throws(DelimitedTextError) {
        let layout = RecordLayout(
            columnCount: fields.count, requiredCount: min(2, fields.count), wanted: Array(fields.indices))
        var scanner = RecordScanner(dialect: file.shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        let blocks = file.makeBlockReader()
        while var block = try blocks.next(reusing: nil) {
            scanner.restart()
            while scanner.next(of: &block, into: &batch) { add(batch, of: block) }
            faultCount += scanner.faults.count
        }
    }

    private mutating func add(_ batch: FieldBatch, of block: TextBlock) {
        let columns = fields.indices.map { slot in
            batch.withFields(slot: slot, of: block) { view in
                (0..<batch.count).map { PropertyValue.string(FieldText.string(view[$0])) }
            }
        }
        for row in 0..<batch.count {
            features.append(
                Feature(number: features.count + 1, geometry: .null, values: columns.map { $0[row] }))
        }
    }
}
