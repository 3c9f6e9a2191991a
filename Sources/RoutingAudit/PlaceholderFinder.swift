package import Geometry
package import ServiceRequests

/// Finds positions that many unrelated addresses share.
package struct PlaceholderFinder: Sendable {
    /// How many requests have to carry one exact position.
    package var leastRequests = 20
    /// How many different streets their addresses have to name. One building has many requests and one street, a
    /// corner two, a park several.
    package var leastStreets = 10
    /// The positions that the city file names.
    package var named: [Coordinate]

    package init(named: [Coordinate] = []) { self.named = named }

    /// Returns the default points of a table, the most frequent first.
    ///
    /// Takes two passes: the first counts positions roughly in a small table that stays in the processor's cache,
    /// the second looks only at the few positions whose count is large.
    package func find(in table: RequestTable) -> Placeholders {
        let suspects = suspectRows(in: table)
        var groups: [Coordinate: (rows: [Int], streets: Set<UInt64>)] = [:]
        for row in suspects {
            let coordinate = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
            groups[coordinate, default: ([], [])].rows.append(row)
            if let street = table.withAddressBytes(at: row, StreetKey.of) {
                groups[coordinate, default: ([], [])].streets.insert(street)
            }
        }
        let found = groups.filter { coordinate, group in
            isNamed(coordinate) || (group.rows.count >= leastRequests && group.streets.count >= leastStreets)
        }.sorted {
            ($1.value.rows.count, $0.key.longitude, $0.key.latitude)
                < ($0.value.rows.count, $1.key.longitude, $1.key.latitude)
        }
        guard !found.isEmpty else { return Placeholders(all: [], indexByRow: []) }
        var indexByRow = [Int32](repeating: -1, count: table.count)
        for (index, group) in found.enumerated() {
            for row in group.value.rows { indexByRow[row] = Int32(index) }
        }
        let all = found.map { coordinate, group in
            Placeholder(
                coordinate: coordinate, requests: group.rows.count, streets: group.streets.count,
                origin: isNamed(coordinate) ? .named : .found)
        }
        return Placeholders(all: all, indexByRow: indexByRow)
    }

    private func isNamed(_ coordinate: Coordinate) -> Bool {
        named.contains {
            abs($0.longitude - coordinate.longitude) < 1e-7 && abs($0.latitude - coordinate.latitude) < 1e-7
        }
    }

    /// The rows whose position may be carried often enough, or is named.
    private func suspectRows(in table: RequestTable) -> [Int] {
        let slots = 1 << 20
        var counts = [UInt16](repeating: 0, count: slots)
        let threshold = UInt16(clamping: leastRequests)
        return table.longitudes.withUnsafeBufferPointer { longitudes in
            table.latitudes.withUnsafeBufferPointer { latitudes in
                func slot(_ row: Int) -> Int {
                    let mixed =
                        (longitudes[row].bitPattern &* 0x9E37_79B9_7F4A_7C15) ^ latitudes[row].bitPattern
                    return Int((mixed &* 0xD6E8_FEB8_6659_FD93) >> 44)
                }
                for row in longitudes.indices {
                    let slot = slot(row)
                    counts[slot] += counts[slot] < threshold ? 1 : 0
                }
                return longitudes.indices.filter { row in
                    guard !longitudes[row].isNaN, !latitudes[row].isNaN else { return false }
                    return counts[slot(row)] >= threshold
                        || (!named.isEmpty
                            && isNamed(Coordinate(longitude: longitudes[row], latitude: latitudes[row])))
                }
            }
        }
    }
}

/// Tells streets apart cheaply: the first two words of an address that are neither numbers nor directions.
enum StreetKey {
    private static let passedOver: Set<[UInt8]> = Set(
        [
            "N", "S", "E", "W", "NE", "NW", "SE", "SW", "NORTH", "SOUTH", "EAST", "WEST", "BLOCK", "BLK",
            "OF", "THE",
        ]
        .map { Array($0.utf8) })

    /// Returns a hash of the street that an address names, or `nil` where it names none.
    static func of(_ address: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var words = 0
        var word: [UInt8] = []
        for index in 0...address.count {
            let byte = index < address.count ? address[index] : 0x2C
            let upper = (0x61...0x7A).contains(byte) ? byte - 32 : byte
            let isWordByte = (0x41...0x5A).contains(upper) || (0x30...0x39).contains(upper) || upper >= 0x80
            if isWordByte {
                word.append(upper)
                continue
            }
            if word.contains(where: { $0 >= 0x41 }) && !passedOver.contains(word) {
                for byte in word + [0x20] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                words += 1
            }
            word.removeAll(keepingCapacity: true)
            if words == 2 || (byte == 0x2C && words > 0) { break }
        }
        return words > 0 ? hash : nil
    }
}
