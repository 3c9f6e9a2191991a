import AddressParsing
import Geometry

/// Lays segments and address points out in the tables that matching reads.
///
/// The order of the input does not show in the answers: streets stand in order of their names, segments in that of
/// their first street and numbers.
package struct ReferenceCompiler {
    private var segments: [StreetSegment]
    private var points: [AddressPoint]
    private var tables = ReferenceTables()
    private var names: [String: UInt32] = [:]
    private var words: [String: UInt16] = ["": 0]
    private var places: [String: UInt16] = ["": 0]
    private var streets: [StreetName: UInt32] = [:]

    private init(segments: [StreetSegment], points: [AddressPoint]) {
        self.segments = segments.filter { !$0.names.isEmpty && $0.line.count > 1 }
        self.points = points
        for index in self.segments.indices {
            self.segments[index].names = self.segments[index].names.map(Self.plain)
        }
        for index in self.points.indices { self.points[index].street = Self.plain(self.points[index].street) }
    }

    /// Returns the name without where it stood in a line.
    private static func plain(_ street: StreetName) -> StreetName {
        var street = street
        street.written = StreetSpans()
        return street
    }

    /// Returns the reference of these streets and addresses.
    package static func compile(segments: [StreetSegment], points: [AddressPoint] = []) -> StreetReference {
        StreetReference(tables(segments: segments, points: points))
    }

    /// - Parameter officialNames: Names that are not read as they are written, and the streets that bear them.
    static func tables(
        segments: [StreetSegment], points: [AddressPoint], officialNames: [String: StreetName] = [:]
    ) -> ReferenceTables {
        var compiler = ReferenceCompiler(segments: segments, points: points)
        compiler.collectStreets()
        compiler.layOutSegments()
        compiler.layOutPoints()
        compiler.tables.nameIndex = NameIndex(names: compiler.tables.names)
        compiler.collectZipPlaces()
        compiler.layOut(officialNames)
        return compiler.tables
    }

    /// Notes which towns the addresses of each ZIP code lie in.
    private mutating func collectZipPlaces() {
        var records: Set<ZipPlaceRecord> = []
        for side in tables.sides where side.zip != 0 && side.place != 0 {
            records.insert(ZipPlaceRecord(zip: side.zip, place: side.place))
        }
        for point in tables.points where point.zip != 0 && point.place != 0 {
            records.insert(ZipPlaceRecord(zip: point.zip, place: point.place))
        }
        tables.zipPlaces = records.sorted()
    }

    private mutating func layOut(_ officialNames: [String: StreetName]) {
        for (name, street) in officialNames.sorted(by: { $0.key < $1.key }) {
            guard let index = streets[Self.plain(street)] else { continue }
            tables.officialNames.append(name)
            tables.officialStreets.append(index)
        }
    }

    private mutating func collectStreets() {
        let all = Set(segments.flatMap(\.names)).union(points.map(\.street))
        for name in Set(all.map(\.name)).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            names[name] = UInt32(tables.names.count)
            tables.names.append(name)
        }
        for word in Set(all.flatMap { [$0.preModifier, $0.preType, $0.postType] }).sorted() {
            _ = self.word(word)
        }
        var entries: [(record: StreetRecord, name: StreetName)] = []
        for name in all { entries.append((record(name), name)) }
        entries.sort { Self.order($0.record) < Self.order($1.record) }
        tables.streets = entries.map(\.record)
        for (index, entry) in entries.enumerated() { streets[entry.name] = UInt32(index) }
        tables.nameStreets = OffsetTable.starts(
            ofSorted: tables.streets.lazy.map { Int($0.name) }, count: tables.names.count)
    }

    private static func order(_ street: StreetRecord) -> (UInt32, UInt64) {
        let parts =
            UInt64(street.postType) << 48 | UInt64(street.preType) << 32 | UInt64(street.preModifier) << 16
            | UInt64(street.preDirectional) << 8 | UInt64(street.postDirectional)
        return (street.name, parts)
    }

    private mutating func record(_ street: StreetName) -> StreetRecord {
        StreetRecord(
            name: names[street.name] ?? 0, preModifier: word(street.preModifier),
            preType: word(street.preType),
            postType: word(street.postType), preDirectional: ReferenceTables.code(street.preDirectional),
            postDirectional: ReferenceTables.code(street.postDirectional))
    }

    /// Words and towns beyond the first 65,535 count as none.
    private mutating func word(_ text: String) -> UInt16 {
        Self.index(text, known: &words, table: &tables.words)
    }
    private mutating func place(_ text: String) -> UInt16 {
        Self.index(text, known: &places, table: &tables.places)
    }

    private static func index(
        _ text: String, known: inout [String: UInt16], table: inout StringTable
    ) -> UInt16 {
        if let index = known[text] { return index }
        guard table.count < Int(UInt16.max) else { return 0 }
        let index = UInt16(table.count)
        known[text] = index
        table.append(text)
        return index
    }
}

// Segments.
extension ReferenceCompiler {
    private mutating func layOutSegments() {
        let order = segments.indices.map { source in
            let start = segments[source].line[0]
            return (street(segments[source].names[0]), sortNumber(segments[source]), start.x, start.y, source)
        }.sorted { $0 < $1 }
        var pieces: [(street: UInt32, segment: UInt32)] = []
        var sides: [(street: UInt32, side: SideRecord)] = []
        var boxes: [Box<Coordinate>] = []
        let window = LongitudeWindow(closest: segments.lazy.flatMap(\.line))
        for (index, (own, _, _, _, source)) in order.enumerated() {
            let segment = segments[source]
            tables.vertices.append(contentsOf: segment.line.map(GridPosition.init))
            tables.vertexStarts.append(UInt32(tables.vertices.count))
            tables.segmentStreets.append(own)
            if let box = Box(enclosing: segment.line.lazy.map(window.coordinate)) { boxes.append(box) }
            let records = sideRecords(segment, UInt32(index))
            for (rank, name) in Set(segment.names.map(street)).sorted().enumerated() where rank < 16 {
                pieces.append((name, UInt32(index)))
                for record in records { sides.append((name, record)) }
            }
        }
        tables.segmentGrid = ItemGrid(boxes)
        layOut(pieces, sides)
        layOutNodes()
    }

    private func street(_ name: StreetName) -> UInt32 { streets[name] ?? 0 }

    private func sortNumber(_ segment: StreetSegment) -> Int {
        min(segment.left?.low ?? .max, segment.right?.low ?? .max)
    }

    private mutating func sideRecords(_ segment: StreetSegment, _ index: UInt32) -> [SideRecord] {
        var records: [SideRecord] = []
        for side in StreetSide.allCases {
            guard let range = side == .left ? segment.left : segment.right,
                let from = Int32(exactly: range.from),
                let to = Int32(exactly: range.to)
            else { continue }
            records.append(
                SideRecord(
                    segment: index, from: from, to: to,
                    zip: PostalCode(side == .left ? segment.leftZip : segment.rightZip)?.number ?? 0,
                    place: place(side == .left ? segment.leftPlace : segment.rightPlace),
                    parity: range.parity.rawValue, side: side.rawValue, prefix: word(range.prefix)))
        }
        return records
    }

    private mutating func layOut(
        _ pieces: [(street: UInt32, segment: UInt32)], _ sides: [(street: UInt32, side: SideRecord)]
    ) {
        let pieces = pieces.sorted { ($0.street, $0.segment) < ($1.street, $1.segment) }
        tables.pieces = pieces.map(\.segment)
        tables.pieceStarts = OffsetTable.starts(
            ofSorted: pieces.lazy.map { Int($0.street) }, count: tables.streets.count)
        let sides = sides.sorted {
            ($0.street, $0.side.low, $0.side.segment, $0.side.side) < (
                $1.street, $1.side.low, $1.side.segment, $1.side.side
            )
        }
        tables.sides = sides.map(\.side)
        tables.sideStarts = OffsetTable.starts(
            ofSorted: sides.lazy.map { Int($0.street) }, count: tables.streets.count)
    }

    private mutating func layOutNodes() {
        var finder = NodeFinder()
        var ends: [(UInt32, UInt32)] = []
        for segment in 0..<tables.segmentStreets.count {
            let range = tables.vertexStarts.group(segment)
            ends.append(
                (
                    finder.node(at: tables.vertices[range.lowerBound]),
                    finder.node(at: tables.vertices[range.upperBound - 1])
                ))
        }
        tables.nodes = finder.nodes
        tables.streetNodeStarts = [0]
        for street in tables.streets.indices {
            var nodes: [UInt32: UInt8] = [:]
            for segment in tables.pieces[tables.pieceStarts.group(street)] {
                let (first, last) = ends[Int(segment)]
                nodes[first, default: 0] &+= 1
                nodes[last, default: 0] &+= 1
            }
            for (node, count) in nodes.sorted(by: { $0.key < $1.key }) {
                tables.streetNodes.append(node)
                tables.streetNodeEnds.append(count)
            }
            tables.streetNodeStarts.append(UInt32(tables.streetNodes.count))
        }
    }
}

// Address points.
extension ReferenceCompiler {
    private mutating func layOutPoints() {
        var records: [(street: UInt32, point: PointRecord)] = []
        records.reserveCapacity(points.count)
        for point in points {
            guard let number = Int32(exactly: point.number) else { continue }
            let record = PointRecord(
                number: number, position: GridPosition(point.position),
                zip: PostalCode(point.zip)?.number ?? 0,
                suffix: word(NumberAffix.word(prefix: point.prefix, suffix: point.suffix)),
                place: place(point.place))
            records.append((street(point.street), record))
        }
        records.sort { Self.order($0) < Self.order($1) }
        tables.points = records.map(\.point)
        tables.pointStreets = records.map(\.street)
        tables.pointStarts = OffsetTable.starts(
            ofSorted: records.lazy.map { Int($0.street) }, count: tables.streets.count)
        let window = LongitudeWindow(closest: tables.points.lazy.map(\.position.coordinate))
        tables.pointGrid = ItemGrid(
            tables.points.map {
                let place = window.coordinate($0.position.coordinate)
                return Box(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)
            })
    }

    private static func order(
        _ entry: (street: UInt32, point: PointRecord)
    ) -> (UInt32, Int32, UInt16, Int32, Int32) {
        let point = entry.point
        return (entry.street, point.number, point.suffix, point.position.longitude, point.position.latitude)
    }
}

/// Gives each place where segments end one number, taking ends within half a metre for the same.
private struct NodeFinder {
    /// In ten-millionths of a degree: half a metre, roughly.
    private static let reach: Int32 = 50
    /// All the way around, in ten-millionths of a degree and in columns.
    private static let turn: Int64 = 3_600_000_000
    private static let turnColumns = turn / Int64(reach)
    private(set) var nodes: [GridPosition] = []
    private var cells: [Int64: [UInt32]] = [:]

    mutating func node(at position: GridPosition) -> UInt32 {
        let column = Int64(position.longitude / Self.reach)
        let row = Int64(position.latitude / Self.reach)
        if let node = known(position, columns: column - 1...column + 1, row: row) { return node }
        if abs(column) + 2 > Self.turnColumns / 2 {
            let beyond = column > 0 ? column - Self.turnColumns : column + Self.turnColumns
            if let node = known(position, columns: beyond - 2...beyond + 2, row: row) { return node }
        }
        let node = UInt32(nodes.count)
        nodes.append(position)
        cells[Self.cell(column, row), default: []].append(node)
        return node
    }

    private func known(_ position: GridPosition, columns: ClosedRange<Int64>, row: Int64) -> UInt32? {
        for x in columns {
            for y in row - 1...row + 1 {
                for node in cells[Self.cell(x, y)] ?? [] where isNear(nodes[Int(node)], position) {
                    return node
                }
            }
        }
        return nil
    }

    private static func cell(_ column: Int64, _ row: Int64) -> Int64 { column << 32 | (row & 0xffff_ffff) }

    private func isNear(_ first: GridPosition, _ second: GridPosition) -> Bool {
        let apart = abs(Int64(first.longitude) - Int64(second.longitude))
        return min(apart, Self.turn - apart) <= Int64(Self.reach)
            && abs(first.latitude - second.latitude) <= Self.reach
    }
}
