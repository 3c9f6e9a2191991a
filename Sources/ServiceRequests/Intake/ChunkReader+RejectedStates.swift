import DelimitedText

/// Notes the private categories of rows that become no request: what they say of their ids is known all the same.
extension ChunkReader {
    /// Notes those of rows that cannot be read whole. Their cells may stand in other columns than they are of, so that no time of
    /// opening is taken from them.
    func noteStates(ofFaultsIn block: TextBlock, _ chunk: inout RequestChunk) {
        guard let isPrivate = plan.isPrivate, let id = plan.columns[.id],
            let category = plan.columns[.category]
        else { return }
        for range in scanner.faultRanges {
            let cells = FaultyRecord.cells(block.bytes(of: range), plan.dialect)
            guard cells.count > max(id, category), !cells[id].isEmpty else { continue }
            // A comma that is not quoted moves all cells behind it to the right.
            let moved = max(0, min(cells.count - plan.expectedFields, Self.farthest))
            let last = min(category + moved, cells.count - 1)
            guard let name = cells[category...last].first(where: isPrivate) else { continue }
            chunk.otherStates.append(StatedCategory(id: cells[id], opened: nil, category: name))
        }
    }

    private static let farthest = 4

    /// Notes that of a row of a batch that is no request by what stands in it.
    func noteState(of row: Int, in block: TextBlock, _ chunk: inout RequestChunk) {
        guard let isPrivate = plan.isPrivate, let id = plan.slots[.id], let category = plan.slots[.category]
        else { return }
        func text(_ slot: Int) -> String {
            batch.withFields(slot: slot, of: block) { FieldText.string($0[row]) }
        }
        let (own, name) = (text(id), text(category))
        guard !own.isEmpty, isPrivate(name) else { return }
        chunk.otherStates.append(StatedCategory(id: own, opened: nil, category: name))
    }
}
