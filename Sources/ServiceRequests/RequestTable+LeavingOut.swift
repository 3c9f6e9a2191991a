extension RequestTable {
    /// Drops the requests of some categories, as if the source had no row of them, whatever became of it: also the rows in which
    /// such a request has another category, before or after it.
    package mutating func leaveOut(categories isLeftOut: (String) -> Bool) {
        let isOut = categories.values.map(isLeftOut)
        let leavesOut = rows(inAnyState: isLeftOut)
        forgetStates(isLeftOut)
        guard isOut.contains(true) || leavesOut.contains(true) else { return }
        if intake.spreadsheetIDs > 0 {
            intake.spreadsheetIDs -= (0..<count).count { leavesOut[$0] && hasRewrittenID(at: $0) }
        }
        // A folded row says of which row it is a state, unless that stands in another file.
        let leftLines = Set(leavesOut.indices.filter { leavesOut[$0] }.map { Int(lines[$0]) })
        foldedRows.removeAll {
            $0.category >= 0 && isOut[Int($0.category)] || leftLines.contains($0.keptLine)
        }
        leaveOut(where: { leavesOut[$0] })
        let index = categories.drop(isOut)
        for row in foldedRows.indices where foldedRows[row].category >= 0 {
            foldedRows[row].category = index[Int(foldedRows[row].category)]
        }
        guard count == 0 else { return }
        // What is left is read as a source without rows: their dates have no form.
        (intake.emptySince, intake.dateFormats, intake.dateOrder) = (intake.written, [:], nil)
    }

    /// Drops some rows, as if the file had none of them: a row repeats the id only of one that is left.
    package mutating func leaveOut(where isLeftOut: (Int) -> Bool) {
        keep((0..<count).map { !isLeftOut($0) })
        if let known = facts?.forEverybody {
            let repeated = Set(known.repeatedRows)
            repeatedIDRows = repeatedIDRows.filter { repeated.contains(digest(at: $0)) }
        } else if !repeatedIDRows.isEmpty {
            let repeated = Set(repeatedIDRows.map(id))
            var seen: Set<String> = []
            let first = (0..<count).filter { row in
                let id = id(at: row)
                return repeated.contains(id) && seen.insert(id).inserted
            }
            repeatedIDRows.removeAll(where: Set(first).contains)
        }
    }

    /// Returns the same requests, of which summaries say that they are of no private category.
    package func saidToBeWithoutPrivate() -> RequestTable {
        var table = self
        table.intake.isWithoutPrivate = true
        return table
    }

    /// Forgets what the text of the whole source told and that of the requests does not: how letters beyond ASCII were read
    /// where no request has one, and NULs, which are in none.
    package mutating func forgetTextOfOthers() { intake.forgetText(isASCII: isASCII) }

    /// Whether nothing that was read of the requests is beyond ASCII.
    private var isASCII: Bool {
        func isASCII(_ text: some Sequence<UInt8>) -> Bool { text.allSatisfy { $0 < 0x80 } }
        let texts = [ids, addresses, parents, descriptions] + (carried + kept).map(\.texts)
        let interned = [categories, statuses, channels, referrals, zips, cities] + assigned
        return texts.allSatisfy { column in
            // Texts that rows share may be of none that is left.
            isASCII(column.bytes)
                || (0..<column.count).allSatisfy { column.withBytes(at: $0) { isASCII($0) } }
        } && interned.allSatisfy { $0.counts.allSatisfy { $1 == 0 || isASCII($0.utf8) } }
    }

    /// Drops the rows that are not marked. Columns are closed up where they stand: a second table beside the first would be
    /// what a report takes most memory for.
    mutating func keep(_ isKept: [Bool]) {
        let rows = isKept.indices.compactMap { isKept[$0] ? Int32($0) : nil }
        var newRow = [Int32](repeating: -1, count: isKept.count)
        for (new, old) in rows.enumerated() { newRow[Int(old)] = Int32(new) }
        func kept<Value>(_ column: inout [Value]) {
            guard !column.isEmpty else { return }
            for (new, old) in rows.enumerated() { column[new] = column[Int(old)] }
            column.removeLast(column.count - rows.count)
        }
        func kept(_ column: inout TextColumn) { if !column.isEmpty { column.keep(rows) } }
        kept(&ids)
        for path in [\RequestTable.addresses, \.parents, \.descriptions] { kept(&self[keyPath: path]) }
        for path in [\RequestTable.categories, \.statuses, \.channels, \.referrals, \.zips, \.cities] {
            kept(&self[keyPath: path].indices)
        }
        for layer in assigned.indices { kept(&assigned[layer].indices) }
        for column in carried.indices { kept(&carried[column].texts) }
        for column in self.kept.indices { kept(&self.kept[column].texts) }
        for path in [\RequestTable.opened, \.closed, \.due, \.updated] {
            self[keyPath: path].seconds.keep(rows)
        }
        kept(&longitudes)
        kept(&latitudes)
        kept(&positionStates)
        kept(&positionDecimals)
        kept(&lines)
        notes = notes.compactMap { note in
            newRow[note.row] < 0
                ? nil : RowNote(row: Int(newRow[note.row]), field: note.field, problem: note.problem)
        }
        repeatedIDRows = repeatedIDRows.compactMap { newRow[$0] < 0 ? nil : Int(newRow[$0]) }
    }
}
