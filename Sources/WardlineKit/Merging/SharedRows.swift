import Algorithms
import DelimitedText
import OrderedCollections
import Records
import Wording

/// Rows of several parts that are about one request and layer: a part was given twice, or two overlap.
struct SharedRows {
    /// What is doubtful and no error, in a sentence; `nil` where nothing is.
    private(set) var warning: String?

    private let paths: [String]
    /// What facts tell of ids that several requests share; `nil` without facts.
    private let known: SharedIDs?
    /// Columns whose texts rows have together that are about one thing.
    private static let pair = ["request_id", "layer"]
    /// Requests of one id are told apart by these.
    private static let request = ["category", "opened"]

    /// Looks through findings, repairs and other rows of requests and layers; rows of other columns are not compared.
    ///
    /// - Parameters:
    ///   - paths: Parts that hold rows.
    ///   - known: What facts tell of ids that several requests share; `nil` without facts.
    /// - Throws: ``MergeError/sameRequest`` that names two parts and the first request that stands in both.
    init(in paths: [String], sharing known: SharedIDs?) throws {
        self.paths = paths
        self.known = known
        guard paths.count > 1 else { return }
        let suspects = try suspects()
        if !suspects.isEmpty { try compare(suspects) }
    }

    /// Whether the rows of all parts say of which request and layer they are.
    static func canCompare(_ paths: [String]) throws -> Bool {
        try paths.allSatisfy { path in
            let header = try open(path).shape.header
            return pair.allSatisfy(header.contains)
        }
    }

    private static func open(_ path: String) throws -> DelimitedFile {
        try DelimitedFile(TextSource(argument: path)) { cells in cells.count { pair.contains($0) } }
    }

    private static func key(_ id: some Sequence<UInt8>, _ layer: some Sequence<UInt8>) -> UInt64 {
        var hash = TextHash(of: id)
        hash.mix(TextHash(of: layer).value)
        return hash.value
    }

    /// Returns keys of requests and layers that several parts may have.
    private func suspects() throws -> Set<UInt64> {
        var rows: [(key: UInt64, part: Int)] = []
        for (part, path) in paths.enumerated() {
            let file = try Self.open(path)
            let columns = Self.pair.compactMap { file.shape.header.firstIndex(of: $0) }
            guard columns.count == Self.pair.count else { return [] }
            _ = try file.forEachBatch(requiredCount: 1, wanted: columns) { _, batch, block in
                batch.withFields(slot: 0, of: block) { ids in
                    batch.withFields(slot: 1, of: block) { layers in
                        for row in 0..<batch.count {
                            rows.append((Self.key(ids[row], layers[row]), part))
                        }
                    }
                }
            }
        }
        rows.sort { ($0.key, $0.part) < ($1.key, $1.part) }
        return Set(rows.adjacentPairs().filter { $0.key == $1.key && $0.part != $1.part }.map(\.0.key))
    }

    /// A request in a layer, as a part has it.
    private struct Row {
        let part: Int
        let identity: [String]
        /// Whether no other request is told the same way.
        let isTold: Bool
    }

    private mutating func compare(_ suspects: Set<UInt64>) throws {
        var found: OrderedDictionary<[String], [Row]> = [:]
        for (part, path) in paths.enumerated() {
            let file = try Self.open(path)
            let header = file.shape.header
            let pair = Self.pair.compactMap { header.firstIndex(of: $0) }
            let request = Self.request.compactMap { header.firstIndex(of: $0) }
            let areTold = request.count == Self.request.count
            let identity = areTold ? request : Array(header.indices)
            _ = try file.forEachRecord(requiredCount: 1) { _, cells in
                let texts = pair.map { cells[$0] }
                guard suspects.contains(Self.key(texts[0].utf8, texts[1].utf8)) else { return }
                let values = identity.map { cells[$0] }
                // Of several requests without a time of opening only facts can tell.
                let isTold = areTold && values.last?.isEmpty == false
                found[texts, default: []].append(Row(part: part, identity: values, isTold: isTold))
            }
        }
        let shared = found.filter { Set($0.value.map(\.part)).count > 1 }
        for (pair, rows) in shared { try refuseSame(rows, of: pair) }
        guard let (first, rows) = shared.elements.first,
            let other = rows.first(where: { $0.part != rows[0].part })
        else { return }
        warning =
            "\(DayText.counted(shared.count, "pair")) of request and layer \(shared.count == 1 ? "is" : "are") in two parts"
            + "\(rows[0].identity == other.identity ? "" : " with other values"), the first \(first[0]) in \(first[1]) in"
            + " \(paths[rows[0].part]) and \(paths[other.part]): requests that share an id, or parts that overlap"
    }

    /// Throws where two parts have rows that cannot be told apart, and more than facts know requests of the id.
    private func refuseSame(_ rows: [Row], of pair: [String]) throws(MergeError) {
        let areCounted = rows.count <= known?.requests(withID: pair[0]) ?? 1
        for (index, row) in rows.enumerated() where row.isTold || !areCounted {
            let same = rows[..<index].first { $0.part != row.part && $0.identity == row.identity }
            guard let same else { continue }
            throw .sameRequest(
                id: pair[0], layer: pair[1], first: paths[same.part], other: paths[row.part],
                mayShareID: known == nil)
        }
    }
}
