import Foundation
package import Records
package import Wording

/// Joins the rows that parts wrote, one header before them: findings, rejects, repairs, located and geocoded rows. CSV and JSON
/// lines, byte for byte.
package struct RowJoin: Sendable {
    private let paths: [String]
    /// How many bytes of rows each part has, and a digest of them.
    private let contents: [Content]
    private let header: [UInt8]
    /// What is doubtful of the parts.
    package let warnings: [String]

    private struct Content: Equatable {
        let header: Int
        let bytes: Int
        let digest: Int
    }

    /// What rows are joined in.
    package static let formats: [RecordFormat] = [.csv, .jsonl]
    private static let blockLength = 1 << 20
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Looks at the parts.
    ///
    /// - Parameters:
    ///   - hasHeader: Whether each begins with the same first record, as CSV does and JSON lines do not.
    ///   - count: How many parts there have to be; `nil` where nobody says it.
    ///   - facts: A file of facts or a workspace, by which ids that several requests share are known; `nil` for neither.
    /// - Throws: ``MergeError`` where headers differ, a part is cut off or there twice, and ``ServiceRequests/SumsError`` where one
    ///   is missing.
    package init(
        _ paths: [String], hasHeader: Bool, order: PartOrder = .byName, of count: Int? = nil,
        facts: String? = nil, in terms: CallerTerms = .words
    ) throws {
        let names = try PartNames(paths, order: order)
        try names.checkGaps()
        let doubt = try names.check(count: count, in: terms)
        self.paths = names.ordered
        let headers = try names.ordered.map { hasHeader ? try Self.header(of: $0) : [] }
        for (path, other) in zip(names.ordered, headers) where Self.plain(other) != Self.plain(headers[0]) {
            if Self.withoutLineEnd(other) == Self.withoutLineEnd(headers[0]) {
                throw MergeError.otherLineEnds(path: path, first: names.ordered[0])
            }
            throw MergeError.otherColumns(path: path, first: names.ordered[0])
        }
        // One mark of UTF-8 stands before all, whichever of the parts have it.
        let isMarked = headers.contains { $0.starts(with: Self.mark) }
        header = (isMarked ? Self.mark : []) + (headers.first.map(Self.plain) ?? [])
        contents = try zip(names.ordered, headers).map { try Self.content(of: $0, header: $1.count) }
        let rows = zip(names.ordered, contents).filter { $0.1.bytes > 0 }.map(\.0)
        // Rejected rows of parts that do not name the file's lines may be alike.
        if !String(decoding: Self.plain(header), as: UTF8.self).hasPrefix("line,") {
            let known = try facts.map(SharedIDs.init(in:))
            let areOfRequests = try SharedRows.canCompare(rows)
            // Requests that share an id may have the same row each: whether they do is told row by row.
            if known == nil || !areOfRequests {
                try Self.checkTwice(contents, names.ordered, areOfRequests: areOfRequests)
            }
            warnings = [doubt, try SharedRows(in: rows, sharing: known).warning].compactMap(\.self)
        } else {
            warnings = [doubt].compactMap(\.self)
        }
    }

    /// No two parts have the same rows.
    private static func checkTwice(
        _ contents: [Content], _ names: [String], areOfRequests: Bool
    ) throws(MergeError) {
        for (index, content) in contents.enumerated() where content.bytes > 0 {
            if let other = contents[..<index].firstIndex(where: {
                $0.bytes == content.bytes && $0.digest == content.digest
            }) {
                throw .sameRows(first: names[other], other: names[index], mayShareID: areOfRequests)
            }
        }
    }

    /// Writes the rows of all parts.
    package func write(to destination: OutputDestination) throws {
        var file = try OutputFile(destination)
        try file.write(header)
        for (path, content) in zip(paths, contents) {
            var left = content.header
            try Self.eachBlock(of: path) { block in
                let passed = min(left, block.count)
                left -= passed
                try file.write(Array(block.dropFirst(passed)))
            }
        }
        try file.commit()
    }

    private static func eachBlock(of path: String, _ body: (Data) throws -> Void) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw MergeError.unreadable(path: path)
        }
        defer { try? file.close() }
        while let block = try nextBlock(of: file, path), !block.isEmpty { try body(block) }
    }

    /// A folder, which can be opened, cannot be read.
    private static func nextBlock(of file: FileHandle, _ path: String) throws(MergeError) -> Data? {
        do {
            return try file.read(upToCount: blockLength)
        } catch {
            throw .unreadable(path: path)
        }
    }

    /// Returns the first record with its line end; quotes may hold others.
    private static func header(of path: String) throws -> [UInt8] {
        var header: [UInt8] = []
        var isQuoted = false
        var isWhole = false
        try eachBlock(of: path) { block in
            guard !isWhole else { return }
            for byte in block {
                header.append(byte)
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if byte == UInt8(ascii: "\n"), !isQuoted {
                    isWhole = true
                    return
                }
            }
        }
        guard isWhole else {
            throw MergeError.noHeader(path: path)
        }
        return header
    }

    private static func plain(_ header: [UInt8]) -> ArraySlice<UInt8> {
        header.starts(with: mark) ? header.dropFirst(mark.count) : header[...]
    }

    private static func withoutLineEnd(_ header: [UInt8]) -> ArraySlice<UInt8> {
        var text = plain(header)
        while let last = text.last, last == UInt8(ascii: "\r") || last == UInt8(ascii: "\n") {
            text.removeLast()
        }
        return text
    }

    private static func content(of path: String, header: Int) throws -> Content {
        var hasher = Hasher()
        var (left, bytes, last) = (header, 0, UInt8(ascii: "\n"))
        try eachBlock(of: path) { block in
            let passed = min(left, block.count)
            left -= passed
            let rows = block.dropFirst(passed)
            rows.withUnsafeBytes { hasher.combine(bytes: $0) }
            bytes += rows.count
            last = rows.last ?? last
        }
        guard last == UInt8(ascii: "\n") else {
            throw MergeError.cutOff(path: path)
        }
        return Content(header: header, bytes: bytes, digest: hasher.finalize())
    }
}
