import Geometry

/// Plants what goes wrong between an address and its area.
extension RequestStory {
    /// The place that the bad geocoder gives when it knows no better.
    static let defaultPoint = CityPlan.point(-1215, 395)

    mutating func plantMisroutings() {
        plantStaleEdition()
        let plan = MisroutingPlan(story: self)
        let autumn = candidates { $0.isMissedPickup && Season.autumn.contains($0.opened.day) }
        let season: [Story] = [
            .oppositeDirectional, .wrongSide, .defaultPoint, .sameName, .oppositeDirectional, .wrongSide,
            .defaultPoint, .sameName, .oppositeDirectional, .wrongSide,
        ]
        for (turn, index) in autumn.prefix(autumn.count * 2 / 5).enumerated() {
            plan.plant(season[turn % season.count], in: &self, at: index)
        }
        let others = candidates {
            !($0.isMissedPickup && Season.autumn.contains($0.opened.day))
                && !Season.staleWeeks.contains($0.opened.day)
        }
        var rest = others[...]
        for (story, usual) in [
            (Story.oppositeDirectional, 24), (.defaultPoint, 40), (.wrongSide, 20), (.sameName, 22),
            (.zoneTable, 45),
        ] {
            for index in rest.prefix(count(usual)) { plan.plant(story, in: &self, at: index) }
            rest = rest.dropFirst(count(usual))
        }
        for index in rest.prefix(count(14)) { plantDistrictTableError(at: index, plan) }
        plantOnTheBorder(Array(rest.dropFirst(count(14)).prefix(count(40))))
    }

    /// Everyday requests at houses that can be given a story, in random order.
    mutating func candidates(where fits: (RequestDraft) -> Bool) -> [Int] {
        var found = drafts.indices.filter { index in
            let draft = drafts[index]
            return draft.story == .everyday && draft.site.address >= 0 && draft.hotspot == nil
                && draft.truths.isEmpty
                && draft.parent == nil && fits(draft)
        }
        generator.shuffle(&found)
        return found
    }

    /// In the first six weeks of the new zones the CRM went on with the old ones.
    private mutating func plantStaleEdition() {
        for index in drafts.indices {
            let draft = drafts[index]
            let former = routing.formerZone(ofFace: draft.site.face)
            guard Season.staleWeeks.contains(draft.opened.day), routing.changesZone(draft.site.face),
                routing.distance(draft.site.point, toZone: former, at: draft.opened) > 16
            else { continue }
            change(index) { draft in
                draft.story = .staleEdition
                draft.truths = [
                    LayerTruth(
                        layer: .zone, verdict: "misrouted", cause: "stale_edition", expected: draft.zone,
                        verdictByPosition: "misrouted")
                ]
                draft.zone = former
            }
            slowDown(index)
        }
    }

    /// A request that went to the wrong crew first takes about three times as long.
    mutating func slowDown(_ index: Int) {
        let draft = drafts[index]
        guard draft.hotspot == nil else { return }
        let kind = CategoryTable.all[draft.category]
        let median = draft.isMissedPickup ? 9.0 : kind.median * 2.6
        let closed = calendar.closing(of: draft.opened, median: median, spread: 0.3, with: &generator)
        change(index) { $0.closed = closed }
    }

    private mutating func plantDistrictTableError(at index: Int, _ plan: MisroutingPlan) {
        let wrong = plan.unlikeDistricts(ofHouse: drafts[index].site.address, in: self)
        guard !wrong.isEmpty else { return }
        let chosen = generator.pick(wrong)
        let text = picker.clearText(ofHouse: drafts[index].site.address, with: &generator)
        change(index) { draft in
            draft.story = .zoneTable
            draft.address = text
            draft.truths = [
                LayerTruth(
                    layer: .district, verdict: "misrouted", cause: "zone_table", expected: draft.district,
                    verdictByPosition: "misrouted")
            ]
            draft.district = chosen
        }
    }

    /// Blocks named as a whole, whose middle line is a border: either side may be right.
    private mutating func plantOnTheBorder(_ indices: [Int]) {
        for index in indices {
            let opened = drafts[index].opened
            let borders = map.blocks.filter { block in
                block.hundred != nil && block.left != nil && block.right != nil
                    && routing.zone(ofFace: block.leftFace, at: opened)
                        != routing.zone(ofFace: block.rightFace, at: opened)
            }
            let block = generator.pick(borders)
            let place = Chain.place(along: block.points, at: block.length / 2)
            let point = CityFrame.snapped(
                place.point - place.direction.leftUnit * generator.number(in: 2...4))
            let text = AddressSpelling.block(block.hundred ?? 100, of: block.fullName, generator: &generator)
            let zone = routing.zone(ofFace: block.leftFace, at: opened)
            let expected = routing.zone(ofFace: block.rightFace, at: opened)
            let district = routing.district(ofFace: block.rightFace)
            change(index) { draft in
                draft.story = .onTheBorder
                draft.site = Site(point: point, face: block.rightFace, block: block.edge, address: -1)
                draft.recorded = .degrees(CityFrame.coordinate(of: point), decimals: 7)
                draft.address = text
                draft.zone = zone
                draft.district = district
                draft.truths = [
                    LayerTruth(
                        layer: .zone, verdict: "uncertain", cause: "", expected: expected,
                        verdictByPosition: "uncertain")
                ]
            }
        }
    }
}

extension RequestDraft {
    var isMissedPickup: Bool { CategoryTable.missedPickups.contains(CategoryTable.all[category].name) }
}
