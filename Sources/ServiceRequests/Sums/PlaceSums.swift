/// Where the requests of a part are recorded to be, and their addresses, for figures that go by how near requests are.
package struct PlaceSums: Codable, Sendable, Equatable {
    /// By the order of ``PositionState``.
    let states: PackedNumbers
    /// Longitude and latitude as one text, the shortest that are these numbers again.
    let positions: TextSums
    let addresses: TextSums

    init(_ table: RequestTable) {
        states = PackedNumbers(table.positionStates.map(\.rawValue))
        positions = TextSums(
            Self.column(table.count) { row in
                let (longitude, latitude) = (table.longitudes[row], table.latitudes[row])
                return longitude.isNaN && latitude.isNaN ? nil : "\(longitude) \(latitude)"
            })
        addresses = TextSums(Self.column(table.count) { table.address(at: $0) })
    }

    private static func column(_ count: Int, text: (Int) -> String?) -> InternedColumn {
        var column = InternedColumn()
        var known: [String: Int32] = [:]
        for row in 0..<count {
            guard let text = text(row) else {
                column.indices.append(-1)
                continue
            }
            let index = known[text] ?? Int32(column.values.count)
            if known[text] == nil {
                known[text] = index
                column.values.append(text)
            }
            column.indices.append(index)
        }
        return column
    }

    /// - Throws: ``SumsError/damaged(_:)`` for a position that is none.
    fileprivate func coordinates(_ count: Int) throws(SumsError) -> [(longitude: Double, latitude: Double)] {
        var known: [(longitude: Double, latitude: Double)] = []
        for text in positions.texts {
            let numbers = text.split(separator: " ").compactMap { Double($0) }
            guard numbers.count == 2 else { throw .damaged("a position is no pair of degrees") }
            known.append((numbers[0], numbers[1]))
        }
        guard positions.rows.numbers.count == count,
            positions.rows.numbers.allSatisfy({ (-1..<Int64(known.count)).contains($0) })
        else { throw .damaged("positions are incomplete") }
        return positions.rows.numbers.map { $0 < 0 ? (.nan, .nan) : known[Int($0)] }
    }
}

extension RequestTable {
    /// Appends the places of a part's rows.
    mutating func append(_ places: PlaceSums, count: Int) throws(SumsError) {
        for (longitude, latitude) in try places.coordinates(count) {
            longitudes.append(longitude)
            latitudes.append(latitude)
        }
        var states: [PositionState] = []
        for number in places.states.numbers {
            guard let state = UInt8(exactly: number).flatMap(PositionState.init) else {
                throw .damaged("a position is in no known state")
            }
            states.append(state)
        }
        let texts = places.addresses.texts.map { Array($0.utf8) }
        guard states.count == count, places.addresses.rows.numbers.count == count,
            places.addresses.rows.numbers.allSatisfy({ (-1..<Int64(texts.count)).contains($0) })
        else { throw .damaged("positions or addresses are incomplete") }
        positionStates += states
        for row in places.addresses.rows.numbers {
            (row < 0 ? [] : texts[Int(row)]).withUnsafeBufferPointer { addresses.append($0) }
        }
    }
}
