import Geometry

/// The requests of a designed city, with what is true of each.
struct DesignedRequests {
    struct Request {
        var house: DesignedCity.House
        var recorded: ProjectedPoint
        /// The zone that the CRM assigned.
        var assigned: Int
        var address: String
        var clarity = Clarity.full
        /// The house that the geocoder took instead.
        var taken: DesignedCity.House?
        var story = Story.right
    }

    /// How much an address tells.
    enum Clarity: String {
        /// It names its street in full.
        case full = "yes"
        /// A part is left out, wrong or misspelled, but no other address comes as near to it.
        case partial = "no"
        /// It fits a house where the request is recorded as well as its own: nobody can tell.
        case either
    }

    /// What was planted.
    enum Story: String {
        case right, zoneTable = "zone_table"
        case farGeocode = "geocoding_error"
        case wrongSide = "wrong_side"
        case sameName = "same_name_elsewhere"
    }

    private let city: DesignedCity
    /// The standard deviation of recorded positions along their street, metres.
    private let noise: Double
    /// The houses by number and name, for likenesses.
    private var housesByLikeness: [String: [Int]] = [:]
    /// The zones that have a block of a hundred and a name.
    private var zonesByBlock: [String: Set<Int>] = [:]
    private(set) var requests: [Request] = []

    init(_ city: DesignedCity, noise: Double, count: Int, seed: UInt64) {
        self.city = city
        self.noise = noise
        for (index, house) in city.houses.enumerated() {
            housesByLikeness[likeness(house), default: []].append(index)
            zonesByBlock[blockLikeness(house), default: []].insert(house.zone)
        }
        var random = StoryGenerator(seed: seed, part: "requests of \(city.design.rawValue)")
        let borderHouses = city.houses.indices.filter { city.houses[$0].zoneAcross != nil }
        for index in 0..<count {
            let house = city.houses[random.integer(in: 0...city.houses.count - 1)]
            var request = Request(
                house: house, recorded: noisy(house, &random), assigned: house.zone, address: "")
            switch index % 100 {
            case 0, 1: plantZoneTable(&request, &random)
            case 2, 3, 4: plantFarGeocode(&request, &random)
            case 5, 6:
                guard !borderHouses.isEmpty else { break }
                plantWrongSide(&request, house: city.houses[random.pick(borderHouses)], random: &random)
            case 7: plantSameName(&request, &random)
            default: break
            }
            setAddress(of: &request, &random)
            requests.append(request)
        }
    }

    // MARK: Stories

    private func plantZoneTable(_ request: inout Request, _ random: inout StoryGenerator) {
        // A zone with a like address would be as good a cause.
        let taken = zonesByBlock[blockLikeness(request.house)] ?? []
        let others = city.zones.indices.filter { !taken.contains($0) }
        guard !others.isEmpty else { return }
        request.assigned = random.pick(others)
        request.story = .zoneTable
    }

    /// The geocoder took another house, half of the time one of a like name; the CRM assigned that one's zone.
    private func plantFarGeocode(_ request: inout Request, _ random: inout StoryGenerator) {
        for _ in 0..<60 {
            let like = housesByLikeness[likeness(request.house)] ?? []
            let other =
                random.happens(0.5)
                ? city.houses[random.pick(like)]
                : city.houses[random.integer(in: 0...city.houses.count - 1)]
            guard other.zone != request.house.zone, other.point.distance(to: request.house.point) > 300 else {
                continue
            }
            request.recorded = noisy(other, &random)
            guard let zone = city.zone(of: request.recorded), zone != request.house.zone else { continue }
            request.assigned = zone
            request.story = .farGeocode
            request.taken = other
            return
        }
        request.recorded = request.house.point
    }

    private func plantWrongSide(
        _ request: inout Request, house: DesignedCity.House, random: inout StoryGenerator
    ) {
        guard let across = house.zoneAcross else { return }
        let toHouse = ProjectedPoint(x: house.point.x - house.foot.x, y: house.point.y - house.foot.y)
        let setback = house.point.distance(to: house.foot)
        let beyond = random.number(in: 4...18)
        let shift = noise * random.normal()
        let recorded = CityFrame.snapped(
            ProjectedPoint(
                x: house.foot.x - toHouse.x / setback * beyond + house.along.x * shift,
                y: house.foot.y - toHouse.y / setback * beyond + house.along.y * shift))
        guard city.zone(of: recorded) == across else { return }
        request.house = house
        request.recorded = recorded
        request.assigned = across
        request.story = .wrongSide
    }

    private func plantSameName(_ request: inout Request, _ random: inout StoryGenerator) {
        let others = (housesByLikeness[likeness(request.house)] ?? []).map { city.houses[$0] }.filter {
            $0.zone != request.house.zone && $0.point.distance(to: request.house.point) > 300
        }
        guard !others.isEmpty else { return }
        request.assigned = random.pick(others).zone
        request.story = .sameName
    }

    private func likeness(_ house: DesignedCity.House) -> String {
        "\(house.number) \(city.blocks[house.block].street.name)"
    }

    private func blockLikeness(_ house: DesignedCity.House) -> String {
        "\(city.blocks[house.block].hundred) \(city.blocks[house.block].street.name)"
    }

    private func noisy(_ house: DesignedCity.House, _ random: inout StoryGenerator) -> ProjectedPoint {
        let (shift, aside) = (noise * random.normal(), 1.5 * random.normal())
        return CityFrame.snapped(
            ProjectedPoint(
                x: house.point.x + house.along.x * shift - house.along.y * aside,
                y: house.point.y + house.along.y * shift + house.along.x * aside))
    }

    // MARK: Addresses

    /// Writes an address line; three in ten are not clear: a direction or a type left out or wrong, a letter too few.
    private func setAddress(of request: inout Request, _ random: inout StoryGenerator) {
        let house = request.house
        let isClear = !random.happens(0.3)
        let kind = isClear ? -1 : random.integer(in: 0...3)
        request.address = line(house, kind)
        request.clarity = isClear ? .full : .partial
        if request.taken != nil, !isClear, isAtLikeHouse(request, kind) { request.clarity = .either }
    }

    /// Whether a request is recorded where a house lies that its line fits as well: as near as nine in ten positions are to
    /// their houses. A type that is wrong fits all others alike, so that `Rd` may be the `St` as well as the `Ave`.
    private func isAtLikeHouse(_ request: Request, _ kind: Int) -> Bool {
        (housesByLikeness[likeness(request.house)] ?? []).contains { index in
            let house = city.houses[index]
            return fits(house, kind, of: request)
                && house.point.distance(to: request.recorded) <= 2 * noise + 10
        }
    }

    private func fits(_ house: DesignedCity.House, _ kind: Int, of request: Request) -> Bool {
        guard kind == Self.wrongType else { return line(house, kind) == request.address }
        return line(house, Self.withoutType) == line(request.house, Self.withoutType)
    }

    private static let (wrongType, withoutType) = (1, 3)

    private func line(_ house: DesignedCity.House, _ kind: Int) -> String {
        var street = city.blocks[house.block].street
        switch kind {
        case -1: break
        case 0 where !street.direction.isEmpty: street.direction = ""
        case Self.wrongType: street.type = ["St": "Rd", "Ave": "Blvd"][street.type] ?? "Pl"
        case 2 where street.name.first?.isLetter == true:
            let name = Array(street.name)
            street.name = String(name[..<2] + name[3...])
        default: street.type = ""
        }
        return "\(house.number) \(street.text)"
    }
}
