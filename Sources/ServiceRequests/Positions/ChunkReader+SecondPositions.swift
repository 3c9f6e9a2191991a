import DelimitedText

extension ChunkReader {
    /// Places the rows of a batch whose columns of degrees are blank or zero by the columns that the city file names beside these.
    ///
    /// - Parameter first: The chunk's row of the first that was kept.
    func fillBlanks(_ block: TextBlock, _ chunk: inout RequestChunk, from first: Int) {
        guard plan.secondPositions != .none else { return }
        let open = kept.indices.filter { [.blank, .zero].contains(chunk.positionStates[first + $0]) }
        guard !open.isEmpty else { return }
        if let secondGrid, let xSlot = plan.slots[.x], let ySlot = plan.slots[.y] {
            batch.withFields(slot: xSlot, of: block) { xTexts in
                batch.withFields(slot: ySlot, of: block) { yTexts in
                    for index in open {
                        guard let x = plan.positions.number(xTexts[kept[index]]), x.value != 0,
                            let y = plan.positions.number(yTexts[kept[index]]), y.value != 0
                        else { continue }
                        chunk.fill(first + index, with: secondGrid.degrees(x: x, y: y))
                    }
                }
            }
        } else if let slot = plan.slots[.location] {
            batch.withFields(slot: slot, of: block) { texts in
                for index in open {
                    let pair = PositionText(texts[kept[index]])
                    chunk.fill(
                        first + index, with: pair.flatMap { systems.degrees($0, in: plan.positions.order) })
                }
            }
        }
    }
}

extension RequestChunk {
    /// Gives a row without a position one, where there is one.
    fileprivate mutating func fill(
        _ row: Int, with place: (longitude: PositionNumber, latitude: PositionNumber)?
    ) {
        guard let place, place.longitude.value != 0, place.latitude.value != 0,
            abs(place.longitude.value) <= 180, abs(place.latitude.value) <= 90
        else { return }
        longitudes[row] = place.longitude.value
        latitudes[row] = place.latitude.value
        positionStates[row] = .recorded
        let decimals = TellingDecimals.count(
            place.longitude.value, place.latitude.value,
            written: max(place.longitude.decimals, place.latitude.decimals), isGrid: false)
        positionDecimals[row] = UInt8(min(decimals, 255))
    }
}
