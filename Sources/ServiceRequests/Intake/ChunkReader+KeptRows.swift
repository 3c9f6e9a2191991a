import DelimitedText

/// Chooses the rows of a batch that are requests.
extension ChunkReader {
    /// Chooses the rows that have an id and are not the header again.
    mutating func keepRows(_ block: TextBlock, _ chunk: inout RequestChunk) {
        kept.removeAll(keepingCapacity: true)
        var apart = rowsApart(block)[...]
        for row in 0..<batch.count {
            sort(row, apart.first?.row == row ? apart.removeFirst().reason : nil, &chunk)
        }
    }

    /// Returns the rows that are no requests by what stands in them, in order. In a function of its own: asked by one that changes the
    /// reader, each question would copy it.
    private func rowsApart(_ block: TextBlock) -> [(row: Int, reason: Rejection.Reason)] {
        var apart: [(row: Int, reason: Rejection.Reason)] = []
        let opened = plan.slots[.opened]
        guard let slot = plan.slots[.id] else {
            for row in 0..<batch.count {
                if let reason = remark(row, opened: opened, block) { apart.append((row, reason)) }
            }
            return apart
        }
        batch.withFields(slot: slot, of: block) { fields in
            for row in 0..<batch.count {
                let reason =
                    reason(row, id: fields[row], block) ?? remark(row, opened: opened, block)
                if let reason { apart.append((row, reason)) }
            }
        }
        return apart
    }

    /// Returns why a row is no request by its id and what stands beside it; `nil` for one that may be.
    @inline(__always)
    private func reason(_ row: Int, id: UnsafeBufferPointer<UInt8>, _ block: TextBlock) -> Rejection.Reason? {
        if id.isEmpty || BlankText.isNull(id) { return .noID }
        if isHeader(row, id: id, block) { return header(row, block) ?? .header }
        if BlankText.isTotal(id), isWithoutRequest(row, block) { return .total }
        return footer(row, id: id, block)
    }

    /// Keeps a row or rejects it, for a reason of its own or since it stands below a header that is not the file's.
    @inline(__always)
    private mutating func sort(_ row: Int, _ own: Rejection.Reason?, _ chunk: inout RequestChunk) {
        guard own != nil || chunk.endsBelowOtherHeader == true else { return kept.append(row) }
        if own == .header || own == .otherHeader {
            if chunk.rowsBeforeHeader == nil { chunk.rowsBeforeHeader = chunk.lines.count + kept.count }
            chunk.endsBelowOtherHeader = own == .otherHeader
        }
        chunk.rejections.append(Rejection(line: Int(batch.lines[row]), reason: own ?? .belowOtherHeader))
    }

    /// Returns ``Rejection/Reason/header`` for a row of the columns' own names, ``Rejection/Reason/otherHeader`` where two or more
    /// of them stand in the columns of others, `nil` for a row of other texts.
    private func header(_ row: Int, _ block: TextBlock) -> Rejection.Reason? {
        var (filled, own, displaced) = (0, 0, 0)
        for (slot, name) in plan.columnNames {
            let cell = batch.withFields(slot: slot, of: block) {
                IntakePlan.folded(Self.withoutMark($0[row]))
            }
            if cell.isEmpty { continue }
            filled += 1
            if cell == name {
                own += 1
            } else if plan.allNames.contains(cell) {
                displaced += 1
            }
        }
        guard filled > 1, (own + displaced) * 3 >= filled * 2 else { return nil }
        return displaced > 1 ? .otherHeader : own > displaced ? .header : nil
    }

    /// Whether a cell holds the name of one of the file's columns.
    private func isName(_ row: Int, _ slot: Int, _ block: TextBlock) -> Bool {
        batch.withFields(slot: slot, of: block) { plan.allNames.contains(IntakePlan.folded($0[row])) }
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
        guard plan.tellingSlots.count >= Self.manySlots, !id.contains(where: { $0 &- 48 < 10 }) else {
            return nil
        }
        if plan.tellingSlots.count(where: { !isBlank(row, $0, block) }) == 2 {
            return BlankText.saysTotal(id) ? .total : .note
        }
        return BlankText.saysTotal(id) && isNowhereAndNever(row, block) ? .total : nil
    }

    /// Whether a row has neither a time of opening nor a place, which a line of sums has not, whatever else it counts.
    private func isNowhereAndNever(_ row: Int, _ block: TextBlock) -> Bool {
        [RequestField.opened, .address, .longitude, .latitude, .x, .y, .location].allSatisfy { field in
            plan.slots[field].map { isBlank(row, $0, block) } ?? true
        }
    }

    /// Of so many columns a request fills more than one beside its id.
    private static let manySlots = 5

    /// Returns why a row is no request that holds one text and nothing else, as the notes below a table do: `Total: 2311 records`,
    /// `Source: 311 CRM`.
    @inline(__always)
    private func remark(_ row: Int, opened: IntakePlan.Slot?, _ block: TextBlock) -> Rejection.Reason? {
        guard let opened else { return nil }
        let isDigitFirst = batch.withFields(slot: opened, of: block) { ($0[row].first ?? 0) &- 48 < 10 }
        if isDigitFirst { return plan.slots[.id] == nil ? loneDate(row, opened: opened, block) : nil }
        return remarkWithoutDate(row, opened: opened, block)
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
            if areNames(row, block) { return .header }
            return plan.slots[.id] == nil ? loneDate(row, opened: opened, block) : nil
        }
        let filled = plan.tellingSlots.filter { !isBlank(row, $0, block) }
        if filled.isEmpty { return plan.tellingSlots.isEmpty ? nil : .nothing }
        guard filled.count == 1 else { return nil }
        return batch.withFields(slot: filled[0], of: block) { fields in
            if BlankText.isTotal(fields[row]) { return .total }
            if filled[0] != plan.slots[.id], BlankText.isCount(fields[row]) { return .total }
            // One word alone may be an id or a category.
            return fields[row].contains(0x20) ? .remark : nil
        }
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
