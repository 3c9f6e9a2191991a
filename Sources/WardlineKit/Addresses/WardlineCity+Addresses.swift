import AddressParsing
import Boundaries
import Chronology
import City
import Geocoding
import Geometry
import Locating
import WorkSharing

extension WardlineCity {
    /// Places addresses on the streets and address points that the city file names.
    ///
    /// - Returns: One answer for each line, in their order.
    /// - Throws: ``WardlineError`` where the city file names none, or `CancellationError`.
    public func geocode(_ lines: [String]) async throws -> [PlacedAddress] {
        try await run { file, options in
            let geocoder = try GeocodeWork(city: file, options: options).geocoder
            let slices = try mapSlices(
                count: lines.count, sliceLength: 64, jobs: options.jobs,
                makeWorker: { () throws(CancellationError) in },
                body: { (_: inout Void, range: Range<Int>) throws(CancellationError) -> [PlacedAddress] in
                    try Cancellation.check()
                    return lines[range].map { PlacedAddress(line: $0, geocoder.geocode($0)) }
                })
            return Array(slices.joined())
        }
    }

    /// Tells the areas of a position in every layer and edition.
    ///
    /// - Parameters:
    ///   - longitude: Degrees east.
    ///   - latitude: Degrees north.
    ///   - day: Only the editions in force on a day such as `2024-07-01`; all where it is `nil`.
    /// - Throws: ``WardlineError`` for a position that is nowhere, or no edition in force on the day.
    public func locate(
        longitude: Double, latitude: Double, on day: String? = nil
    ) async throws -> [LocatedArea] {
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            throw WardlineError(reason: QuestionError.noPosition(longitude: longitude, latitude: latitude))
        }
        let date = try day.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        return try await run { file, options in
            let finder = try AreaFinder(city: file, day: date)
            finder.unreadable.forEach(options.warn)
            return try finder.answers(at: Coordinate(longitude: longitude, latitude: latitude))
                .map(LocatedArea.init)
        }
    }
}

extension PlacedAddress {
    init(line: String, _ geocoded: GeocodedAddress) {
        self.line = line
        status =
            switch geocoded.status {
            case .match: .match
            case .tie: .tie
            case .none(let reason): .none(reason: reason.name)
            }
        candidates = geocoded.candidates.map { candidate in
            AddressPlaceCandidate(
                longitude: candidate.position.longitude, latitude: candidate.position.latitude,
                uncertainty: candidate.uncertainty, precision: candidate.precision.name,
                score: candidate.score, faults: candidate.faults.map(\.name), matched: candidate.matched)
        }
    }
}

extension LocatedArea {
    init(_ answer: AreaFinder.Answer) {
        layer = answer.layer
        edition = answer.edition.name
        from = answer.edition.from.map { "\($0)" }
        codes = answer.areas.map(\.code)
        borderDistance = answer.borderDistance
        nearestCode = answer.nearest?.area.code
        doubt = answer.doubt == .none ? nil : answer.doubt.word
    }
}
