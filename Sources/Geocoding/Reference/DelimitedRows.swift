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
            let required = min(2, rows.fields.count)
            rows.faultCount = try file.forEachRecord(requiredCount: required) { _, cells in
                rows.features.append(
                    Feature(
                        number: rows.features.count + 1, geometry: .null,
                        values: cells.map(PropertyValue.string)))
            }.count
            return rows
        } catch {
            throw .source(path: path, reason: "\(error)")
        }
    }

    private init(fields: [String]) { self.fields = fields }
}
