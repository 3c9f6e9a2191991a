import Foundation
import Wording

/// The rows that are one request for who asks whether any of its states has a category: rows of one id, however an export spells
/// it, whose openings are no more than a day apart or are not known. An id with another opening was given again.
///
/// Wider than ``RepeatedRequests``, which tells what counts: there another category is another request.
package struct StatesByID: Sendable, Equatable {
    fileprivate var openings: [FactKey: [Int64]] = [:]

    /// The CRM may write an opening in another zone, or as a day.
    private static let reach: Int64 = 86_400

    package var isEmpty: Bool { openings.isEmpty }

    /// - Parameter opened: An opening that files of facts have no room for, before 1970 or after 2105, is none that is known.
    mutating func insert(_ id: FactKey, opened: Int64) {
        let opened = (1...Int64(UInt32.max)).contains(opened) ? opened : TimestampColumn.missing
        guard !(openings[id]?.contains(opened) ?? false) else { return }
        openings[id, default: []].append(opened)
    }

    mutating func insert(_ others: StatesByID) {
        for (id, times) in others.openings { for opened in times { insert(id, opened: opened) } }
    }

    func holds(_ id: FactKey, opened: Int64) -> Bool {
        openings[id]?.contains { own in
            guard own != TimestampColumn.missing, opened != TimestampColumn.missing else { return true }
            let (apart, isHuge) = own.subtractingReportingOverflow(opened)
            return !isHuge && abs(apart) <= Self.reach
        } ?? false
    }
}

/// One text, sixteen characters for each request: the key of its id in eight bytes and its opening in four, 0 for none, in order
/// and in base64. No id can be read in it, and no file is larger for it by more than its private requests are many.
extension StatesByID: Codable {
    private static let length = 12

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let data = Data(base64Encoded: try container.decode(String.self)), data.count % Self.length == 0
        else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "no requests") }
        let bytes = [UInt8](data)
        func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        for start in stride(from: 0, to: bytes.count, by: Self.length) {
            insert(
                FactKey(value: number(start..<start + 8)),
                opened: Int64(number(start + 8..<start + Self.length)))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var bytes: [UInt8] = []
        for id in openings.keys.sorted() {
            for opened in (openings[id] ?? []).sorted() {
                let opened = opened == TimestampColumn.missing ? 0 : UInt32(clamping: opened)
                withUnsafeBytes(of: id.value.bigEndian) { bytes += $0 }
                withUnsafeBytes(of: opened.bigEndian) { bytes += $0 }
            }
        }
        var container = encoder.singleValueContainer()
        try container.encode(Data(bytes).base64EncodedString())
    }

    package static func == (one: Self, other: Self) -> Bool {
        one.openings.mapValues(Set.init) == other.openings.mapValues(Set.init)
    }
}

/// The category of a request that no row of a table has: an earlier one, that of a request that the CRM deleted, or that of a row
/// that could not be read whole.
package struct StatedCategory: Sendable, Equatable {
    let id: FactKey
    let opened: Int64
    let category: String

    fileprivate init(id: FactKey, opened: Int64, category: String) {
        (self.id, self.opened, self.category) = (id, opened, category)
    }

    /// - Parameter opened: Seconds since 1970; `nil` where that is not known.
    package init(id: String, opened: Int64?, category: String) {
        self.id = Array(id.utf8).withUnsafeBufferPointer(IDSpelling.widest)
        self.opened = opened ?? TimestampColumn.missing
        self.category = category
    }
}

extension [StatedCategory] {
    /// Returns them by their categories, beside others.
    package func byCategory(beside known: [String: StatesByID] = [:]) -> [String: StatesByID] {
        reduce(into: known) { $0[$1.category, default: StatesByID()].insert($1.id, opened: $1.opened) }
    }
}

extension StatesByID {
    /// Returns each with a category, in order.
    package func stated(category: String) -> [StatedCategory] {
        openings.sorted { $0.key < $1.key }.flatMap { id, times in
            times.sorted().map { StatedCategory(id: id, opened: $0, category: category) }
        }
    }
}

extension RequestTable {
    /// Marks the rows of some categories, and those of requests of which another row, another state or what facts know of the
    /// city's other files has one.
    ///
    /// Facts know those of the city's private categories; a table that has facts is asked for no others.
    func rows(inAnyState isWanted: (String) -> Bool) -> [Bool] {
        var marks = rows(of: isWanted)
        var states = states(of: isWanted, marks)
        if let known = facts?.forEverybody?.privateRequests { states.insert(known) }
        guard !states.isEmpty else { return marks }
        for row in marks.indices where !marks[row] {
            guard let id = idInAnySpelling(at: row) else { continue }
            marks[row] = states.holds(id, opened: opening(at: row))
        }
        return marks
    }

    /// Returns the requests that have one of some categories in any state: what facts tell the judges of other files.
    package func requests(inAnyState isWanted: (String) -> Bool) -> StatesByID {
        states(of: isWanted, rows(of: isWanted))
    }

    private func rows(of isWanted: (String) -> Bool) -> [Bool] {
        let isOut = categories.values.map(isWanted)
        let codes = categories.indices
        return (0..<count).map { $0 < codes.count && codes[$0] >= 0 && isOut[Int(codes[$0])] }
    }

    /// - Parameter marks: The rows of the categories.
    private func states(of isWanted: (String) -> Bool, _ marks: [Bool]) -> StatesByID {
        var states = StatesByID()
        for state in intake.otherStates + intake.deleted where isWanted(state.category) {
            states.insert(state.id, opened: state.opened)
        }
        for row in marks.indices where marks[row] {
            if let id = idInAnySpelling(at: row) { states.insert(id, opened: opening(at: row)) }
        }
        return states
    }

    /// Forgets what a workspace knows of requests of some categories beside the rows.
    mutating func forgetStates(_ isWanted: (String) -> Bool) {
        guard !(intake.deleted.isEmpty && intake.otherStates.isEmpty) else { return }
        let states = states(of: isWanted, rows(of: isWanted))
        intake.deleted.removeAll {
            isWanted($0.category) || states.holds($0.id, opened: $0.opened)
        }
        intake.otherStates = []
    }

    private func opening(at row: Int) -> Int64 {
        row < opened.seconds.count ? opened.seconds[row] : TimestampColumn.missing
    }

    /// `nil` for a row without an id. One that a spreadsheet rewrote is that of many requests: the address has to be the same too.
    private func idInAnySpelling(at row: Int) -> FactKey? {
        guard !ids.range(at: row).isEmpty else { return nil }
        var key = ids.withBytes(at: row, IDSpelling.widest)
        if hasDamagedID(at: row), !ids.withBytes(at: row, IDSpelling.isExactWithExponent) {
            key.take(addresses.range(at: row).isEmpty ? nil : addresses[row])
        }
        return key
    }
}
