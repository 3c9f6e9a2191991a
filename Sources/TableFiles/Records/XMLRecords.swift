/// Rows out of XML: the elements below the root that have elements of their own, as Open311's GeoReport gives its requests, or those
/// within the one element that holds them all, as a service's envelope does.
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
        let levels = RecordLevel()
        try Self.read(text, levels)
        let columns = RecordHandler(mode: .columns, level: levels.level)
        try Self.read(text, columns)
        try columns.check()
        handler = RecordHandler(mode: .rows(columns.table), level: levels.level)
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

    private static func read(_ text: [UInt8], _ handler: any XMLHandler) throws(TableFileError) {
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
    /// How deep the records stand; the root is at 1.
    private let level: Int
    private var path: [String] = []
    /// Whether the open element has elements of its own, for each that is open.
    private var hasElements: [Bool] = []
    private var content: [UInt8] = []
    private var root = ""
    private var records = 0
    private var isTooWide = false

    init(mode: Mode, level: Int) {
        self.level = level
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
        if path.count == level, !isGathering { table.beginRow() }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { content += bytes }

    func end(_ name: UnsafePointer<CChar>) {
        let isLeaf = hasElements.removeLast() == false
        if isLeaf, path.count > level { takeValue() }
        if path.count == level, !isLeaf {
            records += 1
            if !isGathering { table.appendRow(to: &rows) }
        }
        path.removeLast()
        content.removeAll(keepingCapacity: true)
    }

    private func takeValue() {
        let column = path[level...].joined(separator: ".")
        if isGathering {
            if table.index(of: column) == nil { isTooWide = true }
        } else if let index = table.known(column) {
            table.add(content, at: index)
        }
    }
}

/// Finds how deep the records stand: at 2, below the root, or deeper where one element without values of its own holds them all.
private final class RecordLevel: XMLHandler {
    private static let deepest = 6

    /// Of each depth: how many elements with elements of their own there are, their names, and whether one holds a value.
    private struct Depth {
        var count = 0
        var names: Set<String> = []
        var hasValues = false
    }

    private var depths = [Depth](repeating: Depth(), count: deepest + 2)
    private var path: [String] = []
    private var hasElements: [Bool] = []

    var level: Int {
        for level in 2...Self.deepest {
            if depths[level].count > 1 { return depths[level].names.count == 1 ? level : 2 }
            if depths[level].count == 0 || depths[level].hasValues { return 2 }
        }
        return 2
    }

    func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        if !hasElements.isEmpty { hasElements[hasElements.count - 1] = true }
        path.append(name.localName)
        hasElements.append(false)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func end(_ name: UnsafePointer<CChar>) {
        let isLeaf = hasElements.removeLast() == false
        let depth = path.count
        let element = path.removeLast()
        guard depth <= Self.deepest + 1 else { return }
        if isLeaf {
            depths[depth - 1].hasValues = true
        } else {
            depths[depth].count += 1
            depths[depth].names.insert(element)
        }
    }
}
