import Wording

/// The rows that are one request for who asks whether any of its states has a category: rows of one id, however an export spells
/// it, whose openings are no more than a day apart or are not known. An id with another opening was given again.
///
/// Wider than ``RepeatedRequests``, which tells what counts: there another category is another request.
struct StatesByID {
    private var openings: [FactKey: [Int64]] = [:]

    /// The CRM may write an opening in another zone, or as a day.
    private static let reach: Int64 = 86_400

    var isEmpty: Bool { openings.isEmpty }

    mutating func insert(_ id: FactKey, opened: Int64) {
        guard !(openings[id]?.contains(opened) ?? false) else { return }
        openings[id, default: []].append(opened)
    }

    func holds(_ id: FactKey, opened: Int64) -> Bool {
        openings[id]?.contains { own in
            guard own != TimestampColumn.missing, opened != TimestampColumn.missing else { return true }
            let (apart, isHuge) = own.subtractingReportingOverflow(opened)
            return !isHuge && abs(apart) <= Self.reach
        } ?? false
    }
}

/// The category of a request of a workspace that no row has: an earlier one, or that of a request that the CRM deleted.
package struct StatedCategory: Sendable, Equatable {
    let id: FactKey
    let opened: Int64
    let category: String

    /// - Parameter opened: Seconds since 1970; `nil` where that is not known.
    package init(id: String, opened: Int64?, category: String) {
        self.id = Array(id.utf8).withUnsafeBufferPointer(RequestTable.spelledAlike)
        self.opened = opened ?? TimestampColumn.missing
        self.category = category
    }
}

extension RequestTable {
    /// Marks the rows of some categories, and those of requests of which another row, another state or what facts know of the
    /// city's other files has one.
    func rows(inAnyState isWanted: (String) -> Bool) -> [Bool] {
        var marks = rows(of: isWanted)
        let states = states(of: isWanted, marks)
        let known = Set(facts?.forEverybody?.recategorized ?? [])
        guard !states.isEmpty || !known.isEmpty else { return marks }
        for row in marks.indices where !marks[row] {
            guard let id = idInAnySpelling(at: row) else { continue }
            marks[row] =
                states.holds(id, opened: opening(at: row))
                || !known.isEmpty && known.contains(stateKey(id, at: row))
        }
        return marks
    }

    private func rows(of isWanted: (String) -> Bool) -> [Bool] {
        let isOut = categories.values.map(isWanted)
        let codes = categories.indices
        return (0..<count).map { $0 < codes.count && codes[$0] >= 0 && isOut[Int(codes[$0])] }
    }

    /// - Parameter marks: The rows of the categories.
    private func states(of isWanted: (String) -> Bool, _ marks: [Bool]) -> StatesByID {
        var states = StatesByID()
        for state in intake.earlierStates + intake.deleted where isWanted(state.category) {
            states.insert(state.id, opened: state.opened)
        }
        for row in marks.indices where marks[row] {
            if let id = idInAnySpelling(at: row) { states.insert(id, opened: opening(at: row)) }
        }
        return states
    }

    /// Forgets what a workspace knows of requests of some categories beside the rows.
    mutating func forgetStates(_ isWanted: (String) -> Bool) {
        guard !(intake.deleted.isEmpty && intake.earlierStates.isEmpty) else { return }
        let states = states(of: isWanted, rows(of: isWanted))
        intake.deleted.removeAll {
            isWanted($0.category) || states.holds($0.id, opened: $0.opened)
        }
        intake.earlierStates = []
    }

    /// Returns the keys of the rows of other categories whose request has one of some in another state.
    package func recategorized(from isWanted: (String) -> Bool) -> [FactKey] {
        let own = rows(of: isWanted)
        let others = rows(inAnyState: isWanted).enumerated().filter { row, isMarked in isMarked && !own[row] }
        return Set(
            others.compactMap { row, _ in idInAnySpelling(at: row).map { stateKey($0, at: row) } }
        ).sorted()
    }

    private func opening(at row: Int) -> Int64 {
        row < opened.seconds.count ? opened.seconds[row] : TimestampColumn.missing
    }

    private func stateKey(_ id: FactKey, at row: Int) -> FactKey {
        var key = id
        key.take(UInt64(bitPattern: opening(at: row)))
        return key
    }

    /// `nil` for a row without an id. One that a spreadsheet rewrote is that of many requests: the address has to be the same too.
    private func idInAnySpelling(at row: Int) -> FactKey? {
        guard !ids.range(at: row).isEmpty else { return nil }
        var key = ids.withBytes(at: row, Self.spelledAlike)
        if hasDamagedID(at: row) { key.take(addresses.range(at: row).isEmpty ? nil : addresses[row]) }
        return key
    }

    /// Returns one key for all spellings of an id: in capitals or not, with zeros before it or `.0` behind it, with blanks or a `#`.
    fileprivate static func spelledAlike(_ id: UnsafeBufferPointer<UInt8>) -> FactKey {
        var end = id.count
        if SpreadsheetID.hasFraction(id), id[..<(end - 2)].allSatisfy({ $0 &- 0x30 < 10 }) { end -= 2 }
        var key = FactKey()
        var hasBegun = false
        for (index, byte) in id[..<end].enumerated() where byte != 0x20 && byte != UInt8(ascii: "#") {
            let isZero = byte == 0x30 && index + 1 < end && id[index + 1] &- 0x30 < 10
            if isZero, !hasBegun { continue }
            hasBegun = true
            key.hash.add((0x61...0x7A).contains(byte) ? byte - 32 : byte)
        }
        return key
    }
}
