import DelimitedText

/// Chooses the rows of a batch that are requests.
extension ChunkReader {
    /// Chooses the rows that have an id and are not the header again.
    mutating func keepRows(_ block: TextBlock, _ chunk: inout RequestChunk) {
        kept.removeAll(keepingCapacity: true)
        let found = rowsApart(block)
        for apart in found { noteState(of: apart.row, in: block, &chunk) }
        var apart = found[...]
        for row in 0..<batch.count {
            sort(row, apart.first?.row == row ? apart.removeFirst().reason : nil, &chunk)
        }
    }

    /// Returns the rows that are no requests by what stands in them, in order. In a function of its own: asked by one that changes the
    /// reader, each question would copy it.
    private func rowsApart(_ block: TextBlock) -> [(row: Int, reason: Rejection.Reason)] {
        var apart: [(row: Int, reason: Rejection.Reason)] = []
        let (idSlot, openedSlot) = (plan.slots[.id], plan.slots[.opened])
        // Both columns are opened once for all rows.
        guard let firstSlot = idSlot ?? openedSlot else { return apart }
        batch.withFields(slot: firstSlot, of: block) { ids in
            batch.withFields(slot: openedSlot ?? firstSlot, of: block) { openings in
                let openings = openedSlot.map { Openings(slot: $0, texts: openings, hasIDs: idSlot != nil) }
                let header = plan.headerCells.first?.name.count
                for row in 0..<batch.count {
                    let byID = idSlot == nil ? nil : reason(row, id: ids[row], header: header, block)
                    if let reason = byID ?? remark(row, openings, block) { apart.append((row, reason)) }
                }
            }
        }
        return apart
    }

    /// A batch's times of opening: nearly all rows begin theirs with a digit and are told by it.
    private struct Openings {
        let slot: Int
        let texts: FieldView
        /// Whether the file has a column of ids.
        let hasIDs: Bool
    }

    /// Returns why a row is no request by its id and what stands beside it; `nil` for one that may be.
    ///
    /// - Parameter length: That of the name of the column of ids.
    @inline(__always)
    private func reason(
        _ row: Int, id: UnsafeBufferPointer<UInt8>, header length: Int?, _ block: TextBlock
    ) -> Rejection.Reason? {
        if id.isEmpty || BlankText.isNull(id) { return .noID }
        if Self.withoutMark(id).count == length, isHeader(row, id: id, block) {
            return header(row, block) ?? .header
        }
        if BlankText.isTotal(id), isWithoutRequest(row, block) { return .total }
        return footer(row, id: id, block)
    }

    /// Keeps a row or rejects it, for a reason of its own or since it stands below a header that is not the file's.
    @inline(__always)
    private mutating func sort(_ row: Int, _ own: Rejection.Reason?, _ chunk: inout RequestChunk) {
        guard own != nil || chunk.endsBelowOtherHeader == true else { return kept.append(row) }
        let line = Int(batch.lines[row])
        chunk.rejections.append(
            Rejection(line: line, reason: chunk.reason(of: own, line: line, rows: kept.count)))
    }

    /// Returns ``Rejection/Reason/header`` for a row of the columns' own names, ``Rejection/Reason/otherHeader`` where any
    /// of them stands in the column of another, `nil` for a row of other texts.
    private func header(_ row: Int, _ block: TextBlock) -> Rejection.Reason? {
        let names = countNames(row, block)
        guard names.filled > 1, (names.own + names.displaced) * 3 >= names.filled * 2 else { return nil }
        return names.displaced > 0 ? .otherHeader : .header
    }

    /// Counts the cells of a row that hold a text, the name of their own column, and that of another.
    private func countNames(_ row: Int, _ block: TextBlock) -> (filled: Int, own: Int, displaced: Int) {
        var names = (filled: 0, own: 0, displaced: 0)
        for (slot, name) in plan.columnNames {
            let cell = batch.withFields(slot: slot, of: block) {
                IntakePlan.folded(Self.withoutMark($0[row]))
            }
            if cell.isEmpty { continue }
            names.filled += 1
            if cell == name {
                names.own += 1
            } else if plan.allNames.contains(cell) {
                names.displaced += 1
            }
        }
        return names
    }

    /// Whether a cell holds the name of one of the file's columns.
    private func isName(_ row: Int, _ slot: Int, _ block: TextBlock) -> Bool {
        batch.withFields(slot: slot, of: block) { fields in
            let cell = Self.withoutMark(fields[row])
            return cell.count <= plan.longestName && plan.allNames.contains(IntakePlan.folded(cell))
        }
    }

    @inline(__always)
    private func isHeader(_ row: Int, id: UnsafeBufferPointer<UInt8>, _ block: TextBlock) -> Bool {
        guard let own = plan.headerCells.first?.name else { return false }
        let id = Self.withoutMark(id)
        guard id.count == own.count, id.elementsEqual(own) else { return false }
        return batch.withFields(slot: plan.headerCells[1].slot, of: block) {
            $0[row].elementsEqual(plan.headerCells[1].name)
        }
    }

    /// Whether a row has neither a category nor a time of opening. A count is no category: `Total,60`.
    private func isWithoutRequest(_ row: Int, _ block: TextBlock) -> Bool {
        let isNeverOpened = plan.slots[.opened].map { isBlank(row, $0, block) } ?? true
        guard isNeverOpened, let category = plan.slots[.category] else { return isNeverOpened }
        return batch.withFields(slot: category, of: block) { fields in
            BlankText.isBlank(fields[row]) || BlankText.isCount(fields[row])
        }
    }

    /// Returns why a row is no request whose id has no digit, unlike all others, and which has one more cell and nothing else, as lines
    /// below a table do: `March total,20`, `Prepared by,Pat Smith`, `Printed,01/03/2025`; or which says that it is a sum, and has neither
    /// day nor place: `Pothole total,57,…,12.5`.
    @inline(__always)
    private func footer(_ row: Int, id: UnsafeBufferPointer<UInt8>, _ block: TextBlock) -> Rejection.Reason? {
        let hasDigit = (id.first ?? 0) &- 48 < 10 || (id.last ?? 0) &- 48 < 10
        return hasDigit ? nil : footerWithoutNumber(row, id: id, block)
    }

    @inline(never)
    private func footerWithoutNumber(
        _ row: Int, id: UnsafeBufferPointer<UInt8>, _ block: TextBlock
    ) -> Rejection.Reason? {
        guard !id.contains(where: { $0 &- 48 < 10 }) else { return nil }
        if let slot = plan.slots[.id], isName(row, slot, block), let header = header(row, block) {
            return header
        }
        guard plan.tellingSlots.count >= Self.manySlots else { return nil }
        switch plan.tellingSlots.count(where: { !isBlank(row, $0, block) }) {
        // The title of a group of rows: `Pothole,,,`.
        case 1: return .remark
        case 2: return BlankText.saysTotal(id) ? .total : .note
        default: break
        }
        return BlankText.saysTotal(id) && isNowhereAndNever(row, block) ? .total : nil
    }

    /// Whether a row has neither a time of opening nor a place, which a line of sums has not, whatever else it counts: also in the
    /// column of openings, `Subtotal,Count,195`.
    private func isNowhereAndNever(_ row: Int, _ block: TextBlock) -> Bool {
        let isNowhere = [RequestField.address, .longitude, .latitude, .x, .y, .location].allSatisfy { field in
            plan.slots[field].map { isBlank(row, $0, block) } ?? true
        }
        guard isNowhere, let opened = plan.slots[.opened] else { return isNowhere }
        return batch.withFields(slot: opened, of: block) { fields in
            // A day without marks has eight digits.
            BlankText.isBlank(fields[row]) || fields[row].count < 8 && BlankText.isCount(fields[row])
        }
    }

    /// Of so many columns a request fills more than one beside its id.
    private static let manySlots = 5

    /// Returns why a row is no request that holds one text and nothing else, as the notes below a table do: `Total: 2311 records`,
    /// `Source: 311 CRM`.
    @inline(__always)
    private func remark(_ row: Int, _ openings: Openings?, _ block: TextBlock) -> Rejection.Reason? {
        guard let openings else { return nil }
        if (openings.texts[row].first ?? 0) &- 48 < 10 {
            return openings.hasIDs ? nil : loneDate(row, opened: openings.slot, block)
        }
        return remarkWithoutDate(row, opened: openings.slot, block)
    }

    /// A day beside blank cells and no id, as the day of printing, is that of no request.
    @inline(__always)
    private func loneDate(_ row: Int, opened: Int, _ block: TextBlock) -> Rejection.Reason? {
        guard plan.tellingSlots.count >= Self.manySlots,
            !plan.tellingSlots.contains(where: { $0 != opened && !isBlank(row, $0, block) })
        else { return nil }
        return .note
    }

    @inline(never)
    private func remarkWithoutDate(_ row: Int, opened: Int, _ block: TextBlock) -> Rejection.Reason? {
        guard isBlank(row, opened, block) else {
            if isName(row, opened, block), let header = header(row, block) { return header }
            if areLabels(row, block) { return .labels }
            if areNames(row, block) { return otherNames(row, block) }
            return plan.slots[.id] == nil ? loneDate(row, opened: opened, block) : nil
        }
        let filled = plan.tellingSlots.filter { !isBlank(row, $0, block) }
        if filled.isEmpty { return plan.tellingSlots.isEmpty ? nil : .nothing }
        if filled.count == 2,
            isSum(row, word: filled[0], number: filled[1], block)
                || isSum(row, word: filled[1], number: filled[0], block)
        {
            return .total
        }
        guard filled.count == 1 else { return nil }
        return batch.withFields(slot: filled[0], of: block) { fields in
            if BlankText.isTotal(fields[row]) { return .total }
            if filled[0] != plan.slots[.id], BlankText.isCount(fields[row]) { return .total }
            // One word alone may be an id or, in a narrow table, a category.
            let isTitle =
                plan.slots[.id] == nil && filled[0] == plan.slots[.category]
                && plan.tellingSlots.count >= Self.manySlots
            return fields[row].contains(0x20) || isTitle ? .remark : nil
        }
    }

    /// Whether a cell has a word for a sum, and another one a number: `Total,900` in the columns of areas and ids.
    private func isSum(_ row: Int, word: Int, number: Int, _ block: TextBlock) -> Bool {
        batch.withFields(slot: word, of: block) { BlankText.isTotal($0[row]) }
            && batch.withFields(slot: number, of: block) { BlankText.isCount($0[row]) }
    }

    /// Returns what a line is that was written below the rows without their delimiters: `Total: 8`, `(8 rows affected)`, `-- end of
    /// report --`; `nil` for one that may be a row that was cut off, which ends within its first field.
    func lineOfNotes(_ fault: RecordFault, _ line: ArraySlice<UInt8>) -> Rejection.Reason? {
        guard fault.problem == .tooFewFields(found: 1), plan.tellingSlots.count >= Self.manySlots else {
            return nil
        }
        let text = line.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
        let isTotal = Array(text).withUnsafeBufferPointer(BlankText.saysTotal)
        let words = text.split { $0 <= 0x20 }
        guard isTotal || words.count > 1, let first = text.first else { return nil }
        if isTotal { return .total }
        // What is no id may have spaces: it is no sentence, or begins with the number of a house.
        guard plan.beginsWithID else { return words.count > 3 && first &- 48 > 9 ? .remark : nil }
        // An id may have a space, but is no sentence, has a number, and no sign before it.
        let isSign = first < 0x80 && !(first &- 48 < 10 || (first | 0x20) &- 97 < 26)
        return isSign || words.count > 3 || !text.contains { $0 &- 48 < 10 } ? .remark : nil
    }

    /// Whether all cells that a request has numbers in are words: the header of another file that was joined to this one, with names
    /// of its own.
    private func areNames(_ row: Int, _ block: TextBlock) -> Bool {
        plan.numberSlots.count > 2
            && plan.numberSlots.allSatisfy { slot in
                batch.withFields(slot: slot, of: block) { fields in
                    !BlankText.isBlank(fields[row]) && !fields[row].contains { $0 &- 48 < 10 }
                }
            }
    }

    /// Whether a row is the second line of names that stands below the header.
    private func areLabels(_ row: Int, _ block: TextBlock) -> Bool {
        !plan.labels.isEmpty && plan.labels.count == plan.numberSlots.count
            && zip(plan.numberSlots, plan.labels).allSatisfy { slot, label in
                batch.withFields(slot: slot, of: block) { FieldText.string($0[row]) } == label
            }
    }

    /// Returns what a header is of which too few names are the file's to be one of its own: nothing says which of its columns holds
    /// what, unless all that are known stand in their places and are most.
    private func otherNames(_ row: Int, _ block: TextBlock) -> Rejection.Reason {
        let names = countNames(row, block)
        return names.displaced == 0 && names.own * 3 >= names.filled * 2 ? .header : .foreignHeader
    }

    @inline(__always)
    private func isBlank(_ row: Int, _ slot: Int, _ block: TextBlock) -> Bool {
        batch.withFields(slot: slot, of: block) { BlankText.isBlank($0[row]) }
    }

    /// Returns a text without the byte order mark that it begins with, as the first of a file that was joined to another does.
    @inline(__always)
    static func withoutMark(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF else { return text }
        return UnsafeBufferPointer(rebasing: text[3...])
    }
}
