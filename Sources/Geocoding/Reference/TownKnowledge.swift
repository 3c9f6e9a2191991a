import AddressParsing
import Geometry

/// What a reference knows of the towns and states that its streets lie in.
struct TownKnowledge: Sendable {
    /// What a town or state in a line is to a place.
    enum Verdict: Sendable {
        case agrees, contradicts
        /// Nothing is known to compare it with.
        case unknown
    }

    private let tables: ReferenceTables
    /// Of the towns of files, by key.
    private let places: [String: UInt16]
    private let settings: Set<String>
    private let cityName: String
    private let states: Set<String>

    init(_ tables: ReferenceTables) {
        self.tables = tables
        var places: [String: UInt16] = [:]
        for index in 1..<max(1, tables.places.count) {
            places[TownName.key(tables.places[index])] = UInt16(index)
        }
        self.places = places
        settings = Set((0..<tables.towns.count).map { TownName.key(tables.towns[$0]) })
        cityName = TownName.key(tables.cityName.split(separator: ",").first.map(String.init) ?? "")
        states = Self.states(tables)
    }

    /// Returns whether a line's town can be that of a place.
    ///
    /// What the street's own file says comes first, then the towns of the settings, then those that addresses with the
    /// street's ZIP code lie in, then all that the files name, and last the city's name.
    ///
    /// - Parameters:
    ///   - key: The town as ``TownName/key(_:)`` has it.
    ///   - isZipWritten: Whether the line has a ZIP code, and it is that of the place.
    func town(_ key: String, of place: UInt16, zip: UInt32, isZipWritten: Bool) -> Verdict {
        // A county says nothing of the town, unless the settings name the towns: Baltimore County is not Baltimore.
        if settings.isEmpty, TownName.isCounty(key) { return .agrees }
        if place != 0 {
            if places[key] == place || TownName.key(tables.places[Int(place)]) == key { return .agrees }
            // A name for the whole that is no town of the files: `New York` for Queens.
            return places[key] == nil && (settings.contains(key) || key == cityName) ? .agrees : .contradicts
        }
        if !settings.isEmpty { return settings.contains(key) ? .agrees : .contradicts }
        if key == cityName, places[key] == nil { return .agrees }
        let ofZip = places(of: zip)
        if !ofZip.isEmpty { return ofZip.contains(places[key] ?? 0) ? .agrees : .contradicts }
        if !places.isEmpty { return places[key] != nil ? .agrees : .contradicts }
        // Only the city's own name is left. It says nothing where it is a county's or no town's, and a ZIP code that is
        // written and agrees says more.
        guard cityName.utf8.count > 2, !TownName.isCounty(cityName), !isZipWritten else { return .agrees }
        return TownName.isWellKnown(key) ? .contradicts : .unknown
    }

    /// Returns the same of a place by its name as the files have it; empty for none.
    func town(_ key: String, ofPlace name: String, zip: UInt32) -> Verdict {
        town(key, of: places[TownName.key(name)] ?? 0, zip: zip, isZipWritten: false)
    }

    /// Whether a key is known for a town's: of the files, of the settings, or of a large town anywhere.
    func isTown(_ key: String) -> Bool {
        places[key] != nil || settings.contains(key) || key == cityName || TownName.isCounty(key)
            || TownName.isWellKnown(key)
    }

    /// Returns whether the reference lies in a state, as far as its ZIP codes and its place on the map tell.
    func state(_ code: String) -> Verdict {
        states.isEmpty ? .unknown : states.contains(code) ? .agrees : .contradicts
    }

    /// Whether the reference lies in Canada and nowhere else, as far as its postal codes and its place on the map tell.
    var isCanadian: Bool { !states.isEmpty && states.allSatisfy(StateFinder.isProvince) }

    /// Whether it surely lies in none of Canada's provinces.
    var isOutsideCanada: Bool { !states.isEmpty && !states.contains(where: StateFinder.isProvince) }

    private func places(of zip: UInt32) -> [UInt16] {
        guard zip != 0 else { return [] }
        var low = 0
        var high = tables.zipPlaces.count
        while low < high {
            let middle = (low + high) / 2
            if tables.zipPlaces[middle].zip < zip { low = middle + 1 } else { high = middle }
        }
        return tables.zipPlaces[low...].prefix { $0.zip == zip }.map(\.place)
    }

    /// The states of the ZIP codes that agree with the place on the map, or else those of the place.
    private static func states(_ tables: ReferenceTables) -> Set<String> {
        var byPlace: Set<String> = []
        for frame in [tables.segmentGrid.frame, tables.pointGrid.frame] where frame.columns > 0 {
            for turn in frame.east > 180 ? [0.0, 360] : [0] {
                byPlace.formUnion(
                    StateFinder.states(
                        west: frame.longitude - turn, south: frame.latitude, east: frame.east - turn,
                        north: frame.north))
            }
        }
        var zips: Set<UInt32> = []
        var last: UInt32 = 0
        func add(_ zip: UInt32) {
            guard zip != last else { return }
            last = zip
            zips.insert(zip / 100)
        }
        for side in tables.sides { add(side.zip) }
        for point in tables.points { add(point.zip) }
        var byZip: Set<String> = []
        for zip in zips {
            if let code = PostalCode(number: zip * 100 + 1) { byZip.formUnion(StateFinder.states(of: code)) }
        }
        let both = byZip.intersection(byPlace)
        return both.isEmpty ? byPlace : both
    }
}
