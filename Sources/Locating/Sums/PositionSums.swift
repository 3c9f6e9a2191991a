import Geometry
package import ServiceRequests

/// What addresses gave in a part of a file, and how far its recorded positions are off, as parts are put together.
package struct PositionSums: Codable, Sendable, Equatable {
    package let use: AddressUse
    /// The rows whose recorded positions are compared with their addresses.
    let rows: PackedNumbers
    /// Metres, of each of the rows: the shortest text that is that number again.
    let errors: String
    let streets: TextSums
    /// The rows far off whose recorded street was looked up, and its name, empty for none.
    let askedRows: PackedNumbers
    let recordedStreets: [String]

    enum CodingKeys: String, CodingKey {
        case use, rows, errors, streets
        case askedRows = "asked_rows"
        case recordedStreets = "recorded_streets"
    }

    /// - Parameter compared: The streets of those far off are looked up, up to as many of a street as are asked of the whole.
    package init(_ use: AddressUse, _ compared: ComparedPositions) {
        self.use = use
        rows = PackedNumbers(compared.rows, isStepped: true)
        errors = compared.errors.map { "\($0)" }.joined(separator: " ")
        streets = TextSums(InternedColumn(indices: compared.streets, values: compared.streetNames))
        let asked = compared.farOff().flatMap { $0.prefix(PositionErrors.mostAsked) }
            .map { compared.rows[$0] }.sorted()
        askedRows = PackedNumbers(asked, isStepped: true)
        recordedStreets = asked.map { compared.recordedStreet($0) ?? "" }
    }
}

extension ComparedPositions {
    /// Puts parts together.
    ///
    /// - Parameter counts: How many rows each part has.
    /// - Throws: ``SumsError`` where a part is damaged.
    package init(_ parts: [PositionSums], counts: [Int]) throws(SumsError) {
        var (rows, errors, named) = ([Int](), [Float](), [Int: String]())
        var streets = TextJoiner()
        var base = 0
        for (part, count) in zip(parts, counts) {
            rows += part.rows.numbers.map { base + Int($0) }
            errors += part.errors.split(separator: " ").compactMap { Float($0) }
            try streets.append(part.streets)
            for (row, street) in zip(part.askedRows.numbers, part.recordedStreets) where !street.isEmpty {
                named[base + Int(row)] = street
            }
            guard rows.count == errors.count, rows.last.map({ $0 < base + count }) ?? true else {
                throw .damaged("compared positions are incomplete")
            }
            base += count
        }
        let recorded = named
        self.init(
            rows: rows, errors: errors, streets: streets.column.indices, streetNames: streets.column.values
        ) { recorded[$0] }
    }
}

/// How far recorded positions of a part were taken to be off, by the names of channels.
package struct RadiusSums: Codable, Sendable, Equatable {
    let all: MeasuredUncertainty.Measure?
    let channels: [String: MeasuredUncertainty.Measure]
    /// `nil` in parts of older versions.
    let agreement: AddressAgreement?

    package init(_ measured: MeasuredUncertainty, channels names: [String]) {
        all = measured.all
        agreement = measured.agreement
        channels = Dictionary(
            zip(names, measured.channels).compactMap { name, measure in measure.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}

extension MeasuredUncertainty {
    /// Puts together by what parts were judged: each channel by the first part that has a measure of it.
    ///
    /// - Parameter names: The channels of the whole, in order.
    package init(_ parts: [RadiusSums], channels names: [String]) {
        self.init(
            all: parts.lazy.compactMap(\.all).first,
            channels: names.map { name in parts.lazy.compactMap { $0.channels[name] }.first },
            agreement: parts.compactMap(\.agreement).max { $0.compared < $1.compared } ?? AddressAgreement())
    }

    /// Whether parts were judged by different radii, as happens where each measures its own rows.
    package static func differ(_ parts: [RadiusSums]) -> Bool {
        var known: [String: Double] = [:]
        for part in parts {
            for (name, measure) in part.channels {
                if known[name, default: measure.radius] != measure.radius { return true }
                known[name] = measure.radius
            }
        }
        return Set(parts.map { $0.all?.radius }).count > 1
    }
}

/// A default point of a part.
package struct PlaceholderSums: Codable, Sendable, Equatable {
    let longitude: Double
    let latitude: Double
    let requests: Int
    let streets: Int
    let origin: Placeholder.Origin
    /// Whether the counts are those of all of the city's requests, as facts say them.
    let isOfAll: Bool

    enum CodingKeys: String, CodingKey {
        case longitude, latitude, requests, streets, origin
        case isOfAll = "is_of_all"
    }

    package init(_ point: Placeholder, isOfAll: Bool) {
        self.isOfAll = isOfAll
        (longitude, latitude) = (point.coordinate.longitude, point.coordinate.latitude)
        (requests, streets, origin) = (point.requests, point.streets, point.origin)
    }
}

extension Placeholder {
    /// Puts the default points of parts together, the most frequent first. Their requests add up; of their streets there are at
    /// least as many as the part with the most has.
    package static func joined(_ parts: [[PlaceholderSums]]) -> [Placeholder] {
        var points: [Coordinate: Placeholder] = [:]
        for point in parts.joined() {
            let coordinate = Coordinate(longitude: point.longitude, latitude: point.latitude)
            let known = points[coordinate]
            points[coordinate] = Placeholder(
                coordinate: coordinate,
                requests: point.isOfAll ? point.requests : point.requests + (known?.requests ?? 0),
                streets: max(point.streets, known?.streets ?? 0), origin: point.origin)
        }
        return points.values.sorted {
            ($1.requests, $0.coordinate.longitude, $0.coordinate.latitude)
                < ($0.requests, $1.coordinate.longitude, $1.coordinate.latitude)
        }
    }
}
