import Chronology
import Geometry

extension RequestTable {
    /// Creates a table of requests that come one by one rather than from a delimited file.
    ///
    /// - Parameter layerCount: The layers asked for; each request's `assigned` has as many entries or fewer.
    package init(
        _ requests: some Sequence<ServiceRequest>, layerCount: Int, words: StatusWords = StatusWords()
    ) {
        let requests = Array(requests)
        ids = TextColumn(requests.map(\.id))
        categories = InternedColumn(requests.map(\.category))
        statuses = InternedColumn(requests.map(\.status))
        readStatuses(by: words)
        channels = InternedColumn(requests.map(\.channel))
        zips = InternedColumn(requests.map(\.zip))
        cities = InternedColumn(requests.map(\.city))
        opened = TimestampColumn(requests.map(\.opened))
        closed = TimestampColumn(requests.map(\.closed))
        due = TimestampColumn(requests.map(\.due))
        addresses = TextColumn(requests.map { $0.address ?? "" })
        parents = TextColumn(requests.map { $0.parent ?? "" })
        longitudes = requests.map { $0.position?.longitude ?? .nan }
        latitudes = requests.map { $0.position?.latitude ?? .nan }
        positionStates = requests.map(\.positionState)
        positionDecimals = requests.map { UInt8(clamping: $0.positionDecimals) }
        lines = requests.map { UInt32(clamping: $0.line) }
        assigned = (0..<layerCount).map { layer in
            InternedColumn(requests.map { layer < $0.assigned.count ? $0.assigned[layer] : nil })
        }
    }
}

extension InternedColumn {
    /// Creates a column of texts of which many may be the same.
    package init(_ texts: some Sequence<String?>) {
        var places: [String: Int32] = [:]
        self.init()
        for text in texts {
            guard let text else {
                indices.append(-1)
                continue
            }
            if places[text] == nil { values.append(text) }
            indices.append(places[text, default: Int32(values.count - 1)])
            places[text] = indices.last
        }
    }
}

extension TimestampColumn {
    init(_ moments: some Sequence<Timestamp?>) {
        self.init(seconds: moments.map { $0?.secondsSince1970 ?? Self.missing })
    }
}
