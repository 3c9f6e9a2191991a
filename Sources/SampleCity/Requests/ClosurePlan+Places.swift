import Geometry

/// Repairs that fail, and a busy place where they hold.
extension ClosurePlan {
    /// How many days after the first a second report may come for the repair between them to have failed.
    private static let gap = 4.0...13.0

    /// Storm drains: at one corner three flushings in a row fail, again and again; elsewhere one in seven does.
    mutating func plantFailingRepairs(_ story: inout RequestStory) {
        let drains = closed(CategoryTable.drain, in: story)
        var rest = WallTime.start
        var corner: Int?
        var rounds = 0
        for first in drains where rounds < 4 && story.drafts[first].opened >= rest {
            guard isFree(first, in: story), corner != nil || isHouse(first, in: story),
                let second = next(after: first, among: drains, in: story),
                let third = next(after: second, among: drains, in: story)
            else { continue }
            let house = corner ?? story.drafts[first].site.address
            corner = house
            if rounds > 0 { move(first, to: house, in: &story) }
            move(second, to: house, in: &story)
            move(third, to: house, in: &story)
            fail(first, before: second, place: "drain-corner", in: &story)
            fail(second, before: third, place: "drain-corner", in: &story)
            take(third)
            let closed = story.drafts[third].opened.adding(days: generator.number(in: 2...6))
            story.change(third) { $0.closed = min(closed, WallTime.end.adding(days: -0.5)) }
            rest = closed.adding(days: 75)
            rounds += 1
        }
        var pairs = 0
        for first in drains where pairs < story.count(18) {
            guard isFree(first, in: story), isHouse(first, in: story),
                let second = next(after: first, among: drains, in: story)
            else { continue }
            move(second, to: story.drafts[first].site.address, in: &story)
            fail(first, before: second, place: "", in: &story)
            take(second)
            pairs += 1
        }
    }

    /// One can at a bus stop overflows every few weeks, and is emptied each time.
    mutating func plantBusyPlace(_ story: inout RequestStory) {
        var cans = closed(CategoryTable.streetCan, in: story)
        guard let house = cans.first(where: { isHouse($0, in: story) }).map({ story.drafts[$0].site.address })
        else { return }
        generator.shuffle(&cans)
        for index in cans.prefix(min(60, cans.count / 2)) {
            move(index, to: house, in: &story)
            plant(.held, "can-bus-stop", at: index, in: &story)
        }
    }

    private func isHouse(_ index: Int, in story: RequestStory) -> Bool {
        let house = story.drafts[index].site.address
        return house >= 0 && story.map.addresses[house].unit.isEmpty
    }

    /// Returns the first free request of a list that was opened when a repair of this one can have failed.
    private func next(after first: Int, among requests: [Int], in story: RequestStory) -> Int? {
        let opened = story.drafts[first].opened
        return requests.first { index in
            index != first && Self.gap.contains(opened.days(until: story.drafts[index].opened))
                && isFree(index, in: story)
        }
    }

    /// Closes a request two to nine days before another is opened at its place.
    private mutating func fail(
        _ first: Int, before second: Int, place: String, in story: inout RequestStory
    ) {
        let again = story.drafts[second].opened
        let length = story.drafts[first].opened.days(until: again)
        let back = generator.number(in: 1.6...max(1.7, min(9, length - 1.5)))
        plant(.cameBack, place, at: first, in: &story) { $0.closed = again.adding(days: -back) }
    }

    /// Moves a request to a house, to which the CRM sent it rightly.
    private mutating func move(_ index: Int, to house: Int, in story: inout RequestStory) {
        let picker = story.picker
        let site = picker.site(ofHouse: house)
        let recorded = picker.recorded(near: house, with: &generator)
        let text = picker.clearText(ofHouse: house, with: &generator)
        story.change(index) { draft in
            draft.site = site
            draft.recorded = recorded
            draft.address = text
            draft.zone = picker.routing.zone(ofFace: site.face, at: draft.opened)
            draft.district = picker.routing.district(ofFace: site.face)
        }
    }
}
