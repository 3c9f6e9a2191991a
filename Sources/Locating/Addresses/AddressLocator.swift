import AddressParsing
package import Geocoding
import Geometry
package import ServiceRequests
import WorkSharing

/// Finds where the addresses of requests are.
package struct AddressLocator: Sendable {
    private let geocoder: Geocoder
    private let jobs: Int
    private let memory: AddressMemory

    /// - Parameter memory: What is known of addresses that were looked up before, by the same streets; a new one where each
    ///   table stands for itself.
    package init(_ geocoder: Geocoder, jobs: Int, memory: AddressMemory = AddressMemory()) {
        self.geocoder = geocoder
        self.jobs = jobs
        self.memory = memory
    }

    /// Returns the places of the addresses of a table, and how far its recorded positions lie from them.
    ///
    package func locate(_ table: RequestTable, placeholders: Placeholders) -> AddressBook {
        let texts = table.addresses.distinct()
        // A file may have no column of addresses at all.
        let isEmpty = texts.indices.isEmpty
        return book(
            table, placeholders: placeholders, count: texts.values.count,
            indexByRow: isEmpty ? [Int32](repeating: -1, count: table.count) : texts.indices
        ) { texts.values[$0] }
    }

    /// Returns the places of the addresses of some rows that have no usable position; the other rows have no place.
    package func locate(_ table: RequestTable, rows: some Sequence<Int>) -> AddressBook {
        var texts: [String] = []
        var indices: [String: Int32] = [:]
        var indexByRow = [Int32](repeating: -1, count: table.count)
        for row in rows {
            guard let text = table.address(at: row) else { continue }
            if indices[text] == nil { texts.append(text) }
            indexByRow[row] = indices[text, default: Int32(texts.count - 1)]
            indices[text] = indexByRow[row]
        }
        let distinct = texts
        return book(table, placeholders: nil, count: distinct.count, indexByRow: indexByRow) { distinct[$0] }
    }

    /// - Parameters:
    ///   - placeholders: The default points, to compare the other positions with the addresses; `nil` to compare none.
    ///   - count: How many different addresses there are.
    ///   - indexByRow: For each row its address among them, or −1.
    ///   - text: Returns one of the addresses.
    private func book(
        _ table: RequestTable, placeholders: Placeholders?, count: Int, indexByRow: [Int32],
        text: @Sendable (Int) -> String
    ) -> AddressBook {
        var found = located(count: count, text)
        var placeByRow = indexByRow
        // The file's own columns for town and ZIP code may tell places apart that the line alone does not, or name another
        // town than that of the one place that the line fits.
        let fuller = fullerLines(of: table, placeByRow: placeByRow, found: found)
        let more = located(count: fuller.lines.count) { fuller.lines[$0] }
        for (row, line) in fuller.rows { placeByRow[row] = Int32(found.count + line) }
        found += more
        var places = found.map(\.place)
        doubtOtherZips(table, places: &places, placeByRow: &placeByRow)
        return AddressBook(
            geocoder: geocoder, places: places, streets: memory.streets, streetNames: memory.streetNames,
            placeByRow: placeByRow,
            errors: placeholders.map {
                errors(table, $0, places: places, placeByRow: placeByRow)
            } ?? [Float](repeating: .nan, count: table.count))
    }

    /// Doubts the matches that lie in another ZIP code than the request's own column says.
    private func doubtOtherZips(
        _ table: RequestTable, places: inout [AddressPlace], placeByRow: inout [Int32]
    ) {
        guard !table.zips.values.isEmpty else { return }
        let zips = table.zips.values.map { text -> Int32 in
            let digits = text.prefix(5)
            return digits.count == 5 ? Int32(digits) ?? 0 : 0
        }
        var doubted: [Int32: Int32] = [:]
        for row in placeByRow.indices where placeByRow[row] >= 0 && table.zips.indices[row] >= 0 {
            let place = places[Int(placeByRow[row])]
            let zip = zips[Int(table.zips.indices[row])]
            guard place.zip > 0, zip > 0, place.zip != zip, place.confidence != nil else { continue }
            if let known = doubted[placeByRow[row]] {
                placeByRow[row] = known
            } else {
                places.append(AddressPlace(doubting: place))
                doubted[placeByRow[row]] = Int32(places.count - 1)
                placeByRow[row] = Int32(places.count - 1)
            }
        }
    }

    /// Returns what the reference says of lines: each is looked up where nothing is known of it.
    private func located(count: Int, _ text: @Sendable (Int) -> String) -> [LocatedLine] {
        guard memory.keepsLines else { return memory.add(geocode(count: count, text)) }
        let keys = (0..<count).map { LineKey(text($0)) }
        let known = memory.known(keys)
        let missing = known.indices.filter { known[$0] == nil }
        let found = memory.add(
            geocode(count: missing.count) { text(missing[$0]) }, keys: missing.map { keys[$0] })
        var next = found.makeIterator()
        return known.compactMap { $0 ?? next.next() }
    }

    private func geocode(count: Int, _ text: @Sendable (Int) -> String) -> [FoundLine] {
        let slices = mapSlices(
            count: count, sliceLength: 256, jobs: jobs, makeWorker: {},
            abandoned: { range in range.map { _ in FoundLine(geocoder.geocode(""), by: geocoder) } },
            body: { (_: inout Void, range: Range<Int>) in
                range.map { FoundLine(geocoder.geocode(text($0)), by: geocoder) }
            })
        return slices.flatMap(\.self)
    }

    private func fullerLines(
        of table: RequestTable, placeByRow: [Int32], found: [LocatedLine]
    ) -> (lines: [String], rows: [(row: Int, line: Int)]) {
        guard !table.zips.values.isEmpty || !table.cities.values.isEmpty else { return ([], []) }
        let builder = AddressLine(table: table)
        var indices: [String: Int] = [:]
        var lines: [String] = []
        var rows: [(row: Int, line: Int)] = []
        var column = TownColumn(table, towns: memory.towns, geocoder: geocoder)
        for row in placeByRow.indices where placeByRow[row] >= 0 {
            let index = Int(placeByRow[row])
            let entry = found[index]
            guard
                entry.place.isTied
                    || entry.place.confidence != nil && column.contradicts(row: row, entry.town),
                let line = builder.fuller(row, entry.parts)
            else { continue }
            if indices[line] == nil { lines.append(line) }
            rows.append((row, indices[line, default: lines.count - 1]))
            indices[line] = rows[rows.count - 1].line
        }
        return (lines, rows)
    }

    private func errors(
        _ table: RequestTable, _ placeholders: Placeholders, places: [AddressPlace], placeByRow: [Int32]
    ) -> [Float] {
        filledArray(count: table.count, jobs: jobs) { rows, errors in
            for row in rows {
                errors[row] = .nan
                guard table.positionStates[row] == .recorded, placeByRow[row] >= 0,
                    !placeholders.contains(row)
                else { continue }
                let place = places[Int(placeByRow[row])]
                guard place.status.isPlace, let position = place.position else { continue }
                errors[row] = Float(
                    LocalPlane.distance(
                        position.coordinate,
                        Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])))
            }
        }
    }
}
