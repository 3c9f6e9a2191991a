import DelimitedText

extension ChunkReader {
    /// Reads the positions of a batch: degrees, or eastings and northings that become degrees.
    func readPositions(_ block: TextBlock, _ chunk: inout RequestChunk) {
        let first = chunk.count
        guard let (xField, yField) = positionFields, let xSlot = plan.slots[xField],
            let ySlot = plan.slots[yField]
        else {
            for _ in kept { chunk.append(x: .nan, y: .nan, state: .blank, decimals: 0) }
            return
        }
        batch.withFields(slot: xSlot, of: block) { xTexts in
            batch.withFields(slot: ySlot, of: block) { yTexts in
                for row in kept {
                    let (xText, yText) = (xTexts[row], yTexts[row])
                    if let x = DecimalText(xText), let y = DecimalText(yText) {
                        chunk.append(x, y, fields: (xField, yField), grid)
                    } else {
                        appendUnusual(xText, yText, fields: (xField, yField), &chunk)
                    }
                }
            }
        }
        grid?.transform(&chunk, from: first)
    }

    private var positionFields: (RequestField, RequestField)? {
        if plan.slots[.longitude] != nil, plan.slots[.latitude] != nil { return (.longitude, .latitude) }
        return grid == nil ? nil : (.x, .y)
    }

    /// Takes up a position of which a half is blank, has a decimal comma, or is no number.
    @inline(never)
    private func appendUnusual(
        _ xText: UnsafeBufferPointer<UInt8>, _ yText: UnsafeBufferPointer<UInt8>,
        fields: (RequestField, RequestField), _ chunk: inout RequestChunk
    ) {
        let (xIsBlank, yIsBlank) = (BlankText.isBlank(xText), BlankText.isBlank(yText))
        let (x, y) = (number(xText), number(yText))
        let row = chunk.count
        if let x, let y {
            chunk.append(x, y, fields: fields, grid)
        } else if xIsBlank || yIsBlank {
            if xIsBlank != yIsBlank {
                chunk.notes.append(
                    RowNote(row: row, field: xIsBlank ? fields.0 : fields.1, problem: .halfPosition))
            }
            chunk.append(x: x?.value ?? .nan, y: y?.value ?? .nan, state: .blank, decimals: 0)
        } else {
            for (value, field) in [(x, fields.0), (y, fields.1)] where value == nil {
                chunk.notes.append(RowNote(row: row, field: field, problem: .unreadablePosition))
            }
            chunk.append(x: x?.value ?? .nan, y: y?.value ?? .nan, state: .unreadable, decimals: 0)
        }
    }

    /// Reads a number, also one with a decimal comma where the comma is no delimiter.
    private func number(_ text: UnsafeBufferPointer<UInt8>) -> DecimalText? {
        if let number = DecimalText(text) { return number }
        guard text.count(where: { $0 == UInt8(ascii: ",") }) == 1 else { return nil }
        let pointed = text.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        return pointed.withUnsafeBufferPointer { DecimalText($0) }
    }
}

extension RequestChunk {
    @inline(__always)
    mutating func append(x: Double, y: Double, state: PositionState, decimals: Int) {
        longitudes.append(x)
        latitudes.append(y)
        positionStates.append(state)
        positionDecimals.append(UInt8(truncatingIfNeeded: min(decimals, 255)))
    }

    /// Takes up two numbers and judges whether they can be a position.
    @inline(__always)
    mutating func append(
        _ x: DecimalText, _ y: DecimalText, fields: (RequestField, RequestField), _ grid: GridReader?
    ) {
        // Both come from one source; where they differ, the shorter most likely lost zeros at its end.
        let decimals = max(x.decimals, y.decimals)
        var state = PositionState.recorded
        if x.value == 0, y.value == 0 {
            state = .zero
        } else if grid == nil, abs(x.value) > 180 || abs(y.value) > 90 {
            state = .outOfRange
            noteOutOfRange(x.value, y.value, fields)
        }
        append(x: x.value, y: y.value, state: state, decimals: decimals)
    }

    @inline(never)
    private mutating func noteOutOfRange(_ x: Double, _ y: Double, _ fields: (RequestField, RequestField)) {
        for field in [(abs(x) > 180, fields.0), (abs(y) > 90, fields.1)] where field.0 {
            notes.append(RowNote(row: count, field: field.1, problem: .positionOutOfRange))
        }
    }
}
