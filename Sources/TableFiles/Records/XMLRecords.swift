/// Rows out of XML: the elements below the root that have elements of their own, as Open311's GeoReport gives its requests.
///
/// An element within an element has both names, `location.latitude`; what is there twice stands together, after semicolons.
package final class XMLRecords: RowSource {
    private let text: [UInt8]
    private var offset = 0
    private let handler: RecordHandler
    private let stream: XMLStream

    /// - Parameter text: The whole text in UTF-8.
    package init(_ text: [UInt8]) throws(TableFileError) {
        self.text = text
        let columns = RecordHandler(mode: .columns)
        try Self.read(text, columns)
        try columns.check()
        handler = RecordHandler(mode: .rows(columns.table))
        stream = try XMLStream(handler)
        super.init()
        columns.table.appendHeader(to: &rows)
    }

    override func makeRows() throws(TableFileError) -> Bool {
        guard offset < text.count else { return false }
        let end = min(offset + 1 << 16, text.count)
        try stream.read(text[offset..<end], isLast: end == text.count)
        offset = end
        rows += handler.rows
        handler.rows.removeAll(keepingCapacity: true)
        return true
    }

    private static func read(_ text: [UInt8], _ handler: RecordHandler) throws(TableFileError) {
        let stream = try XMLStream(handler)
        var offset = 0
        repeat {
            let end = min(offset + 1 << 20, text.count)
            try stream.read(text[offset..<end], isLast: end == text.count)
            offset = end
        } while offset < text.count
    }
}

/// Gathers the columns of records, or their rows.
private final class RecordHandler: XMLHandler {
    enum Mode {
        case columns
        case rows(ListedRecords)
    }

    private(set) var table: ListedRecords
    var rows: [UInt8] = []

    private let isGathering: Bool
    private var path: [String] = []
    /// Whether the open element has elements of its own, for each that is open.
    private var hasElements: [Bool] = []
    private var content: [UInt8] = []
    private var root = ""
    private var records = 0
    private var isTooWide = false

    init(mode: Mode) {
        switch mode {
        case .columns:
            table = ListedRecords()
            isGathering = true
        case .rows(let table):
            self.table = table
            isGathering = false
        }
    }

    /// - Throws: Where there are no records, or the text is a map.
    func check() throws(TableFileError) {
        let maps = ["kml", "FeatureCollection", "gpx", "osm"]
        if maps.contains(root) { throw .noRecords(format: "XML", holds: "a map (\(root))") }
        if isTooWide { throw .noRecords(format: "XML", holds: "more than 4,096 columns") }
        if records == 0 || table.columns.isEmpty {
            throw .noRecords(format: "XML", holds: "no elements with elements of their own")
        }
    }

    func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        let name = name.localName
        if path.isEmpty { root = name }
        if !hasElements.isEmpty { hasElements[hasElements.count - 1] = true }
        path.append(name)
        hasElements.append(false)
        content.removeAll(keepingCapacity: true)
        if path.count == 2, !isGathering { table.beginRow() }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { content += bytes }

    func end(_ name: UnsafePointer<CChar>) {
        let isLeaf = hasElements.removeLast() == false
        if isLeaf, path.count > 2 { takeValue() }
        if path.count == 2, !isLeaf {
            records += 1
            if !isGathering { table.appendRow(to: &rows) }
        }
        path.removeLast()
        content.removeAll(keepingCapacity: true)
    }

    private func takeValue() {
        let column = path[2...].joined(separator: ".")
        if isGathering {
            if table.index(of: column) == nil { isTooWide = true }
        } else if let index = table.known(column) {
            table.add(content, at: index)
        }
    }
}
