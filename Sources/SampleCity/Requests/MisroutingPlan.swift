import Geometry

/// Finds for each kind of misrouting a house where it can happen, and writes it down.
struct MisroutingPlan {
    private let namesakes: Namesakes
    private let defaultFace: Int
    private let defaultPosition: Coordinate

    /// A wrong answer of the CRM's geocoder.
    private struct Mistake {
        let house: Int
        /// The land that the CRM took the address to be on.
        let takenFace: Int
        let recorded: RecordedPosition
        let cause: String
        let verdictByPosition: String
    }

    init(story: RequestStory) {
        namesakes = Namesakes(picker: story.picker)
        let faces = story.map.faces
        defaultFace =
            faces.outlines.indices.first {
                $0 != faces.outside && Chain.encloses(faces.outlines[$0], RequestStory.defaultPoint)
            } ?? 0
        let middle = CityFrame.coordinate(of: story.map.middleOfFace[defaultFace])
        defaultPosition = Coordinate(
            longitude: (middle.longitude * 1e6).rounded() / 1e6,
            latitude: (middle.latitude * 1e6).rounded() / 1e6)
    }

    /// Gives a request a new house and the wrong area. Tries houses until one serves.
    func plant(_ kind: Story, in story: inout RequestStory, at index: Int) {
        for _ in 0..<20_000 {
            let house = story.generator.integer(in: 0...story.map.addresses.count - 1)
            let address = story.map.addresses[house]
            guard address.unit.isEmpty else { continue }
            if kind == .zoneTable {
                if plantZoneTable(house, in: &story, at: index) { return }
                continue
            }
            guard let mistake = mistake(kind, house: house, in: &story, at: story.drafts[index].opened) else {
                continue
            }
            write(mistake, kind: kind, in: &story, at: index)
            return
        }
    }

    private func mistake(
        _ kind: Story, house: Int, in story: inout RequestStory, at time: WallTime
    ) -> Mistake? {
        switch kind {
        case .oppositeDirectional: oppositeDirectional(house, in: &story, at: time)
        case .sameName: sameName(house, in: &story, at: time)
        case .wrongSide: wrongSide(house, in: &story, at: time)
        default: defaultPoint(house, in: story, at: time)
        }
    }

    /// Whether taking a house for another piece of land misroutes it beyond doubt.
    private func misroutes(
        _ house: Int, to face: Int, in story: RequestStory, at time: WallTime, apart: Double
    ) -> Bool {
        let address = story.map.addresses[house]
        let wrong = story.routing.zone(ofFace: face, at: time)
        guard story.routing.zone(ofFace: address.face, at: time) != wrong else { return false }
        // What an older edition explains would be another story.
        return story.routing.formerZone(ofFace: address.face) != wrong
            && !story.routing.changesZone(address.face)
            && story.routing.distance(address.point, toZone: wrong, at: time) > apart
            && isClear(
                ofDistrict: story.routing.district(ofFace: face), address, in: story.routing, by: apart)
    }

    /// Whether a house lies in a district or so far from it that no one could be in doubt.
    private func isClear(
        ofDistrict district: String, _ address: CityAddress, in routing: Routing, by apart: Double
    ) -> Bool {
        routing.district(ofFace: address.face) == district
            || routing.distance(address.point, toDistrict: district) > apart
    }

    private func oppositeDirectional(_ house: Int, in story: inout RequestStory, at time: WallTime)
        -> Mistake?
    {
        guard let other = namesakes.oppositeDirectional(of: house) else { return nil }
        let face = story.map.addresses[other].face
        guard misroutes(house, to: face, in: story, at: time, apart: 40) else { return nil }
        return Mistake(
            house: house, takenFace: face,
            recorded: story.picker.recorded(near: other, with: &story.generator),
            cause: "geocoding_error", verdictByPosition: "correct")
    }

    /// The caller's own position, or none, was kept; only the area was looked up under the wrong street.
    private func sameName(_ house: Int, in story: inout RequestStory, at time: WallTime) -> Mistake? {
        guard let other = namesakes.otherType(of: house) else { return nil }
        let face = story.map.addresses[other].face
        guard misroutes(house, to: face, in: story, at: time, apart: 40) else { return nil }
        let isBlank = story.generator.happens(0.5)
        return Mistake(
            house: house, takenFace: face,
            recorded: isBlank ? .blank : story.picker.recorded(near: house, with: &story.generator),
            cause: "same_name_elsewhere", verdictByPosition: isBlank ? "unlocatable" : "misrouted")
    }

    private func wrongSide(_ house: Int, in story: inout RequestStory, at time: WallTime) -> Mistake? {
        let address = story.map.addresses[house]
        let block = story.map.blocks[address.block]
        let face = block.face(on: address.side == .left ? .right : .left)
        guard face != story.map.faces.outside, misroutes(house, to: face, in: story, at: time, apart: 12.5)
        else {
            return nil
        }
        let foot = Chain.place(along: block.points, at: Chain.station(block.points, of: address.point)).point
        let point = CityFrame.snapped(foot - address.inward * story.generator.number(in: 4...8))
        let outline = story.map.faces.outlines[face]
        guard Chain.encloses(outline, point), Chain.distance(outline + [outline[0]], to: point) > 3 else {
            return nil
        }
        return Mistake(
            house: house, takenFace: face, recorded: .degrees(CityFrame.coordinate(of: point), decimals: 7),
            cause: "wrong_side", verdictByPosition: "correct")
    }

    private func defaultPoint(_ house: Int, in story: RequestStory, at time: WallTime) -> Mistake? {
        guard misroutes(house, to: defaultFace, in: story, at: time, apart: 40) else { return nil }
        return Mistake(
            house: house, takenFace: defaultFace, recorded: .degrees(defaultPosition, decimals: 6),
            cause: "placeholder_position", verdictByPosition: "unlocatable")
    }

    private func write(_ mistake: Mistake, kind: Story, in story: inout RequestStory, at index: Int) {
        let face = story.map.addresses[mistake.house].face
        let opened = story.drafts[index].opened
        let routing = story.routing
        let text = story.picker.clearText(ofHouse: mistake.house, with: &story.generator)
        let site = story.picker.site(ofHouse: mistake.house)
        story.change(index) { draft in
            draft.story = kind
            draft.site = site
            draft.recorded = mistake.recorded
            draft.address = text
            draft.zone = routing.zone(ofFace: mistake.takenFace, at: opened)
            draft.district = routing.district(ofFace: mistake.takenFace)
            if case .blank = mistake.recorded, draft.channel == "App" { draft.channel = "Phone" }
            if kind == .sameName, case .degrees = mistake.recorded { draft.channel = "App" }
            draft.truths = [
                LayerTruth(
                    layer: .zone, verdict: "misrouted", cause: mistake.cause,
                    expected: routing.zone(ofFace: face, at: opened),
                    verdictByPosition: mistake.verdictByPosition)
            ]
            let district = routing.district(ofFace: face)
            let isRight = district == draft.district
            guard !isRight || mistake.verdictByPosition == "unlocatable" else { return }
            draft.truths.append(
                LayerTruth(
                    layer: .district, verdict: isRight ? "correct" : "misrouted",
                    cause: isRight ? "" : mistake.cause,
                    expected: district, verdictByPosition: mistake.verdictByPosition))
        }
        story.slowDown(index)
    }

    /// Returns the districts far from a house in which nothing of a like name and number stands.
    func unlikeDistricts(ofHouse house: Int, in story: RequestStory) -> [String] {
        let address = story.map.addresses[house]
        let alike = Set(namesakes.faces(likeHouse: house).map(story.routing.district))
        return (1...9).map(String.init).filter {
            $0 != story.routing.district(ofFace: address.face) && !alike.contains($0)
                && story.routing.distance(address.point, toDistrict: $0) > 400
        }
    }

    /// A zone far from the house, in which nothing of a like name and number stands.
    private func plantZoneTable(_ house: Int, in story: inout RequestStory, at index: Int) -> Bool {
        let opened = story.drafts[index].opened
        let address = story.map.addresses[house]
        let alike = Set(namesakes.faces(likeHouse: house).map { story.routing.zone(ofFace: $0, at: opened) })
        let wrong = (1...12).map(String.init).filter { code in
            !alike.contains(code) && story.routing.distance(address.point, toZone: code, at: opened) > 500
        }
        let right = story.routing.zone(ofFace: address.face, at: opened)
        guard !story.routing.changesZone(address.face), !wrong.filter({ $0 != right }).isEmpty else {
            return false
        }
        let chosen = story.generator.pick(wrong.filter { $0 != right })
        let recorded = story.picker.recorded(near: house, with: &story.generator)
        let text = story.picker.clearText(ofHouse: house, with: &story.generator)
        let site = story.picker.site(ofHouse: house)
        let district = story.routing.district(ofFace: address.face)
        story.change(index) { draft in
            draft.story = .zoneTable
            draft.site = site
            draft.recorded = recorded
            draft.address = text
            draft.zone = chosen
            draft.district = district
            draft.truths = [
                LayerTruth(
                    layer: .zone, verdict: "misrouted", cause: "zone_table", expected: right,
                    verdictByPosition: "misrouted")
            ]
        }
        story.slowDown(index)
        return true
    }
}
