import Geometry
import Records

/// Plants what goes wrong in the columns themselves: blanks, exchanged axes, other systems, unknown codes.
extension RequestStory {
    mutating func plantRecordingFaults() {
        var rest = candidates { !Season.staleWeeks.contains($0.opened.day) }[...]
        func take(_ count: Int) -> ArraySlice<Int> {
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        for (turn, index) in take(count(24)).enumerated() { swapAxes(index, isMisrouted: turn % 2 == 0) }
        for (turn, index) in take(count(20)).enumerated() {
            useOtherSystem(index, turn: turn, isMisrouted: turn % 4 < 2)
        }
        for index in take(count(110)) { leaveUnassigned(index, layer: .zone) }
        for index in take(count(50)) { leaveUnassigned(index, layer: .district) }
        for index in take(count(30)) { useRetiredCode(index, layer: .zone) }
        for index in take(count(8)) { useRetiredCode(index, layer: .district) }
        for index in take(count(150)) { losePosition(index, to: .blank, story: .blankPosition) }
        for index in take(count(16)) {
            losePosition(index, to: .numbers("0", "0"), story: .zeroPosition)
        }
        for index in take(count(60)) { loseAddress(index) }
        for index in take(count(40)) { moveOutside(index) }
    }

    /// Makes both layers' truths of a request whose position is lost but whose address is not.
    private func truths(_ draft: RequestDraft, cause: String, byPosition: String) -> [LayerTruth] {
        let zone = routing.zone(ofFace: draft.site.face, at: draft.opened)
        let district = routing.district(ofFace: draft.site.face)
        func truth(_ layer: LayerTruth.Layer, assigned: String, expected: String) -> LayerTruth {
            let isRight = assigned == expected
            return LayerTruth(
                layer: layer, verdict: isRight ? "correct" : "misrouted", cause: isRight ? "" : cause,
                expected: expected, verdictByPosition: byPosition)
        }
        return [
            truth(.zone, assigned: draft.zone, expected: zone),
            truth(.district, assigned: draft.district, expected: district),
        ]
    }

    /// Gives a request a story and a clear address, and the CRM's catch-all area where it could place nothing.
    private mutating func begin(_ story: Story, at index: Int, isMisrouted: Bool) {
        let text = picker.clearText(ofHouse: drafts[index].site.address, with: &generator)
        let away = routing.distance(drafts[index].site.point, toZone: "1", at: drafts[index].opened) > 40
        change(index) { draft in
            draft.story = story
            draft.address = text
            // The CRM sends what it cannot place to the first zone and the first district.
            if isMisrouted && draft.zone != "1" && away { draft.zone = "1" }
        }
    }

    private mutating func swapAxes(_ index: Int, isMisrouted: Bool) {
        guard case .degrees(let position, let decimals) = drafts[index].recorded else { return }
        begin(.swappedAxes, at: index, isMisrouted: isMisrouted)
        let truths = truths(drafts[index], cause: "swapped_axes", byPosition: "outside")
        change(index) { draft in
            draft.recorded = .numbers(
                NumberText.decimal(position.latitude, places: decimals),
                NumberText.decimal(position.longitude, places: decimals))
            draft.truths = truths
        }
    }

    private mutating func useOtherSystem(_ index: Int, turn: Int, isMisrouted: Bool) {
        guard case .degrees(let position, _) = drafts[index].recorded else { return }
        let story = turn % 2 == 0 ? Story.statePlaneFeet : .webMercator
        begin(story, at: index, isMisrouted: isMisrouted)
        let truths = truths(drafts[index], cause: "wrong_crs", byPosition: "unlocatable")
        let numbers =
            story == .statePlaneFeet
            ? ForeignNumbers.statePlaneFeet(position) : ForeignNumbers.webMercator(position)
        change(index) { draft in
            draft.recorded = .numbers(numbers.0, numbers.1)
            draft.truths = truths
        }
    }

    private mutating func leaveUnassigned(_ index: Int, layer: LayerTruth.Layer) {
        let word = generator.pick(["", "", "", "NULL", "Unspecified", "N/A"])
        assign(word, at: index, layer: layer, verdict: "unassigned", story: .unassigned)
    }

    private mutating func useRetiredCode(_ index: Int, layer: LayerTruth.Layer) {
        assign(
            layer == .zone ? "13" : "10", at: index, layer: layer, verdict: "unknown_area",
            story: .retiredCode
        )
    }

    private mutating func assign(
        _ code: String, at index: Int, layer: LayerTruth.Layer, verdict: String, story: Story
    ) {
        change(index) { draft in
            draft.story = story
            draft.truths = [
                LayerTruth(
                    layer: layer, verdict: verdict, cause: "",
                    expected: layer == .zone ? draft.zone : draft.district, verdictByPosition: verdict)
            ]
            if layer == .zone { draft.zone = code } else { draft.district = code }
        }
    }

    private mutating func losePosition(_ index: Int, to recorded: RecordedPosition, story: Story) {
        begin(story, at: index, isMisrouted: false)
        let truths = truths(drafts[index], cause: "", byPosition: "unlocatable")
        change(index) { draft in
            draft.recorded = recorded
            draft.truths = truths
        }
    }

    /// Landmarks and post-office boxes: no position, and no address that a map could place.
    private mutating func loseAddress(_ index: Int) {
        let landmarks = [
            "City Hall", "Harbor Park", "Central Library", "Fairhaven Station", "Town Common", "Quarry Park",
            "High School Gym", "Community Pool", "Ferry Terminal", "PO Box 118", "P.O. Box 2207", "PO BOX 64",
        ]
        let text = generator.pick(landmarks)
        change(index) { draft in
            draft.story = .noAddress
            draft.recorded = .blank
            draft.address = text
            draft.site = Site(point: draft.site.point, face: draft.site.face, block: -1, address: -1)
            draft.truths = [LayerTruth.Layer.zone, .district].map {
                LayerTruth(
                    layer: $0, verdict: "unlocatable", cause: "", expected: "",
                    verdictByPosition: "unlocatable")
            }
        }
    }

    /// A caller from beyond the limit; the CRM took the nearest area.
    private mutating func moveOutside(_ index: Int) {
        let point = pointOutside()
        let opened = drafts[index].opened
        let zone = (1...12).map(String.init).min {
            routing.distance(point, toZone: $0, at: opened) < routing.distance(point, toZone: $1, at: opened)
        }
        let district = (1...9).map(String.init).min {
            routing.distance(point, toDistrict: $0) < routing.distance(point, toDistrict: $1)
        }
        let street = generator.pick(["Turnpike Rd", "Cranberry Bog Rd", "Old Ferry Landing", "Long Plain Rd"])
        let text = "\(generator.integer(in: 4...480)) \(street), Westbrook".uppercased()
        change(index) { draft in
            draft.story = .outsideCity
            draft.site = Site(point: point, face: -1, block: -1, address: -1)
            draft.recorded = .degrees(CityFrame.coordinate(of: point), decimals: 6)
            draft.address = text
            draft.zone = zone ?? ""
            draft.district = district ?? ""
            draft.truths = [LayerTruth.Layer.zone, .district].map {
                LayerTruth(
                    layer: $0, verdict: "outside", cause: "", expected: "", verdictByPosition: "outside")
            }
        }
    }

    private mutating func pointOutside() -> ProjectedPoint {
        let limit = CityPlan.limit + [CityPlan.limit[0]]
        while true {
            let point = CityPlan.point(generator.number(in: -3400...3400), generator.number(in: -3300...3200))
            if !Chain.encloses(CityPlan.limit, point), Chain.distance(limit, to: point) > 60 {
                return CityFrame.snapped(point)
            }
        }
    }
}
