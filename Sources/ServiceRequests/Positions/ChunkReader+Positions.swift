import DelimitedText
import Geometry

extension ChunkReader {
    /// Reads the positions of a batch: degrees, or eastings and northings that become degrees.
    func readPositions(_ block: TextBlock, _ chunk: inout RequestChunk) {
        let first = chunk.count
        if let slot = locationSlot {
            readLocations(block, slot: slot, &chunk)
            return
        }
        guard let (xField, yField) = positionFields, let xSlot = plan.slots[xField],
            let ySlot = plan.slots[yField]
        else {
            for _ in kept { chunk.append(x: .nan, y: .nan, state: .blank, decimals: 0) }
            return
        }
        let isPlain = plan.positions.grouping == nil
        batch.withFields(slot: xSlot, of: block) { xTexts in
            batch.withFields(slot: ySlot, of: block) { yTexts in
                for row in kept {
                    let (xText, yText) = (xTexts[row], yTexts[row])
                    if isPlain, let x = DecimalText(xText), let y = DecimalText(yText) {
                        chunk.append(x, y: y, fields: (xField, yField), grid: grid)
                    } else {
                        appendUnusual(xText, yText, fields: (xField, yField), &chunk)
                    }
                }
            }
        }
        grid?.transform(&chunk, from: first)
        fillBlanks(block, &chunk, from: first)
    }

    /// The slot of the column that holds both numbers, where no two columns do.
    private var locationSlot: Int? { positionFields == nil ? plan.slots[.location] : nil }

    private func readLocations(_ block: TextBlock, slot: Int, _ chunk: inout RequestChunk) {
        batch.withFields(slot: slot, of: block) { texts in
            for row in kept {
                if BlankText.isBlank(texts[row]) || PositionText.isEmptyPoint(texts[row]) {
                    chunk.append(x: .nan, y: .nan, state: .blank, decimals: 0)
                } else if let (longitude, latitude) = PositionText(texts[row]).flatMap({
                    systems.degrees($0, in: plan.positions.order)
                }) {
                    chunk.append(longitude, y: latitude, fields: (.location, .location), grid: nil)
                } else {
                    chunk.notes.append(
                        RowNote(row: chunk.count, field: .location, problem: .unreadablePosition))
                    chunk.append(x: .nan, y: .nan, state: .unreadable, decimals: 0)
                }
            }
        }
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
        if xText.isEmpty, yText.isEmpty {
            return chunk.append(x: .nan, y: .nan, state: .blank, decimals: 0)
        }
        let (xIsBlank, yIsBlank) = (BlankText.isBlank(xText), BlankText.isBlank(yText))
        let (x, y) = (plan.positions.number(xText), plan.positions.number(yText))
        let row = chunk.count
        if let x, let y {
            // Letters such as N and W know better than the columns' names.
            let isSwapped = x.axis == .latitude && y.axis == .longitude
            chunk.append(isSwapped ? y : x, y: isSwapped ? x : y, fields: fields, grid: grid)
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
        _ x: DecimalText, y: DecimalText, fields: (RequestField, RequestField), grid: GridReader?
    ) {
        // Both come from one source; where they differ, the shorter most likely lost zeros at its end.
        append(x.value, y.value, decimals: max(x.decimals, y.decimals), fields: fields, grid)
    }

    mutating func append(
        _ x: PositionNumber, y: PositionNumber, fields: (RequestField, RequestField), grid: GridReader?
    ) {
        append(x.value, y.value, decimals: max(x.decimals, y.decimals), fields: fields, grid)
    }

    @inline(__always)
    private mutating func append(
        _ x: Double, _ y: Double, decimals written: Int, fields: (RequestField, RequestField),
        _ grid: GridReader?
    ) {
        let telling = TellingDecimals.count(x, y, written: written, isGrid: grid != nil)
        let decimals = grid == nil ? telling : telling + TellingDecimals.gridBias
        if x == 0 || y == 0 {
            append(x: x, y: y, state: .zero, decimals: decimals)
        } else if grid == nil, abs(x) > 180 || abs(y) > 90 {
            appendBeyondRange(x, y, decimals: decimals, fields)
        } else {
            append(x: x, y: y, state: .recorded, decimals: decimals)
        }
    }

    /// Takes up numbers that are no degrees of −180 to 180, of which a longitude may yet count eastward to 360.
    @inline(never)
    private mutating func appendBeyondRange(
        _ x: Double, _ y: Double, decimals: Int, _ fields: (RequestField, RequestField)
    ) {
        if let longitude = x.longitudeOfFullCircle, abs(y) <= 90 {
            notes.append(RowNote(row: count, field: fields.0, problem: .longitudeOfFullCircle))
            append(x: longitude, y: y, state: .recorded, decimals: decimals)
        } else {
            noteOutOfRange(x, y, fields)
            append(x: x, y: y, state: .outOfRange, decimals: decimals)
        }
    }

    private mutating func noteOutOfRange(_ x: Double, _ y: Double, _ fields: (RequestField, RequestField)) {
        // One column that holds both is told once.
        let isOneColumn = fields.0 == fields.1
        for field in [(abs(x) > 180 || isOneColumn, fields.0), (abs(y) > 90 && !isOneColumn, fields.1)]
        where field.0 {
            notes.append(RowNote(row: count, field: field.1, problem: .positionOutOfRange))
        }
    }
}
