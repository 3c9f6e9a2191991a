import DelimitedText
import FeatureFiles
import ServiceRequests

/// The names of the columns of a file of streets or addresses, and what stands in its first rows.
struct ReferenceFields: Sendable {
    let names: [String]
    let hasPoints: Bool
    /// For each column the texts of the first rows.
    private(set) var texts: [[String]] = []

    private static let rows = 300

    init(_ path: String) throws {
        do throws(FeatureFileError) {
            let collection = try FeatureReader.read(path)
            names = collection.fields
            hasPoints = collection.features.contains { !$0.geometry.places.isEmpty }
            texts = names.indices.map { field in
                collection.features.prefix(Self.rows).map { $0.value(at: field).text ?? "" }
            }
            return
        } catch {
            guard case .unknownFormat = error.reason else { throw error }
        }
        let file = try DelimitedFile(.file(path))
        names = file.shape.header
        hasPoints = false
        texts = names.map { _ in [] }
        let layout = RecordLayout(
            columnCount: names.count, requiredCount: min(2, names.count), wanted: Array(names.indices))
        var scanner = RecordScanner(dialect: file.shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        guard var block = try file.makeBlockReader().next(reusing: nil) else { return }
        scanner.restart()
        while scanner.next(of: &block, into: &batch), texts.first?.count ?? Self.rows < Self.rows {
            for column in names.indices {
                batch.withFields(slot: column, of: block) { fields in
                    for row in 0..<batch.count { texts[column].append(FieldText.string(fields[row])) }
                }
            }
        }
    }

    init(names: [String], hasPoints: Bool, texts: [[String]] = []) {
        self.names = names
        self.hasPoints = hasPoints
        self.texts = texts.isEmpty ? names.map { _ in [] } : texts
    }

    /// The texts of the first rows under a column's name.
    func texts(of column: String) -> [String] {
        names.firstIndex(of: column).map { texts[$0].filter { !$0.isEmpty } } ?? []
    }
}
