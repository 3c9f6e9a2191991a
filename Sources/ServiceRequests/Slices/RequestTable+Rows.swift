extension RequestTable {
    /// Appends some rows of another slice of the same file, in ascending order.
    mutating func append(rows: [Int], of slice: RequestTable) {
        var part = slice
        var isWanted = [Bool](repeating: false, count: slice.count)
        for row in rows { isWanted[row] = true }
        part.leaveOut { !isWanted[$0] }
        for path in [\RequestTable.ids, \.addresses, \.parents, \.descriptions] {
            self[keyPath: path].append(contentsOf: part[keyPath: path])
        }
        for path in [
            \RequestTable.categories, \.statuses, \.channels, \.referrals, \.zips, \.cities,
        ] {
            self[keyPath: path].indices += part[keyPath: path].indices
            self[keyPath: path].values = part[keyPath: path].values
        }
        if assigned.isEmpty { assigned = part.assigned.map { InternedColumn(values: $0.values) } }
        for layer in part.assigned.indices {
            assigned[layer].indices += part.assigned[layer].indices
            assigned[layer].values = part.assigned[layer].values
        }
        for path in [\RequestTable.opened, \.closed, \.due, \.updated] {
            self[keyPath: path].seconds += part[keyPath: path].seconds
        }
        longitudes += part.longitudes
        latitudes += part.latitudes
        positionStates += part.positionStates
        positionDecimals += part.positionDecimals
        lines += part.lines
        statusReadings = part.statusReadings
        intake = part.intake
    }

    /// Returns no row, and the texts that rows of the file have.
    package func textsAlone() -> RequestTable {
        var texts = RequestTable()
        for path in [
            \RequestTable.categories, \.statuses, \.channels, \.referrals, \.zips, \.cities,
        ] {
            texts[keyPath: path].values = self[keyPath: path].values
        }
        texts.assigned = assigned.map { InternedColumn(values: $0.values) }
        texts.statusReadings = statusReadings
        texts.carried = carried.map { CarriedColumn(name: $0.name) }
        texts.intake = intake
        return texts
    }

    /// Appends what a summary asks of each request of a slice: its category, opening and closing.
    package mutating func appendSummarized(_ slice: RequestTable) {
        categories.indices += slice.categories.indices
        categories.values = slice.categories.values
        opened.seconds += slice.opened.seconds
        closed.seconds += slice.closed.seconds
        positionStates += slice.positionStates
    }

    /// Makes room for so many rows of slices.
    package mutating func reserveSummarized(_ rows: Int) {
        categories.indices.reserveCapacity(rows)
        positionStates.reserveCapacity(rows)
        opened.seconds.reserveLargePages(rows)
        closed.seconds.reserveLargePages(rows)
    }
}
