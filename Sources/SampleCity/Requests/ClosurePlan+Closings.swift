import Chronology
import Geometry

/// Closings that are no repairs: by rule, in bulk, by staff, at once; and a change that works.
extension ClosurePlan {
    /// From the change on a district's requests are done in a fifth of the time.
    mutating func speedUp(_ story: inout RequestStory) {
        for index in story.drafts.indices where isFree(index, in: story) {
            let draft = story.drafts[index]
            guard draft.opened >= Self.changeDay, draft.closures.isEmpty,
                story.routing.district(ofFace: draft.site.face) == Self.changedDistrict,
                let closed = draft.closed
            else { continue }
            let days = max(0.02, draft.opened.days(until: closed) / 5)
            plant(.faster, "district \(Self.changedDistrict)", at: index, in: &story) {
                $0.closed = $0.opened.adding(days: days)
            }
        }
    }

    /// What the county or the building department does is passed on as it comes in.
    mutating func closeByRule(_ story: inout RequestStory) {
        for name in ["Mosquitoes", "Construction Noise"] {
            for (turn, index) in closed(name, in: story).enumerated() where turn % 10 != 9 {
                plant(.closedByRule, at: index, in: &story) { $0.closed = $0.opened }
            }
        }
    }

    /// Crews enter what they have done on their own rounds, and close it as they type.
    mutating func enterByStaff(_ story: inout RequestStory) {
        for name in ["Street Sweeping", "Park Maintenance", "Litter"] {
            for (turn, index) in closed(name, in: story).enumerated() where turn % 5 < 3 {
                guard story.drafts[index].channel != Calendar.councilOffice else { continue }
                let minutes = generator.number(in: 1...9)
                plant(.staff, at: index, in: &story) { draft in
                    draft.channel = Self.crew
                    draft.description = ""
                    draft.closed = draft.opened.adding(days: minutes / 1440)
                }
            }
        }
    }

    /// Mowings are typed in by sheets of four weeks and a dozen at most, on the first business day after the last of them.
    mutating func typeInSheets(_ story: inout RequestStory) {
        let drafts = story.drafts
        func closing(_ index: Int) -> WallTime { drafts[index].closed ?? .end }
        let mowings = closed(CategoryTable.grass, in: story)
            .sorted { (closing($0), drafts[$0].key) < (closing($1), drafts[$1].key) }
        var start = 0
        var number = 0
        while start < mowings.count {
            let sheet = mowings[start...].prefix(12).prefix {
                closing(mowings[start]).days(until: closing($0)) < 28
            }
            guard sheet.count >= 6, let last = sheet.last else {
                start += 1
                continue
            }
            start += sheet.count
            let day = CityHolidays.calendar.nextBusinessDay(after: closing(last).date).daysSince1970
            let typed = WallTime(seconds: day * 86_400 + 32_400 + 60 * generator.integer(in: 0...400))
            guard typed.adding(days: 0.1) < WallTime.end else { continue }
            number += 1
            for (row, index) in sheet.enumerated() {
                plant(.inBulk, "sheet-\(number)", at: index, in: &story) {
                    $0.closed = WallTime(seconds: typed.seconds + 4 * row)
                }
            }
        }
    }

    /// Some requests that take weeks were closed within minutes; a third of them in the last months.
    mutating func closeAtOnce(_ story: inout RequestStory) {
        let late = WallTime.end.adding(days: -80)
        for name in ["Abandoned Vehicle", "Street Sign Missing", "Housing Code Violation"] {
            var free = closed(name, in: story)
            generator.shuffle(&free)
            let recent = free.filter { story.drafts[$0].opened >= late }.prefix(story.count(2))
            let former = free.filter { story.drafts[$0].opened < late }.prefix(story.count(4))
            for index in recent + former {
                let minutes = generator.number(in: 2...9)
                plant(.fastForItsKind, at: index, in: &story) {
                    $0.closed = $0.opened.adding(days: minutes / 1440)
                }
            }
        }
    }

    /// Nobody answers the telephone or the door on a holiday.
    mutating func closeOffices(_ story: inout RequestStory) {
        for index in story.drafts.indices {
            let draft = story.drafts[index]
            guard draft.channel == "Phone" || draft.channel == "Walk-In",
                CityHolidays.isHoliday(draft.opened.date)
            else { continue }
            story.change(index) { $0.channel = "Web" }
        }
    }

    /// Notes what the story tells by itself: second callers, an outbreak, and what the council referred.
    mutating func noteWhatFollows(_ story: inout RequestStory) {
        noteOutbreak(&story)
        let drafts = story.drafts
        var indexOfKey: [Int: Int] = [:]
        for (index, draft) in drafts.enumerated() { indexOfKey[draft.key] = index }
        for (index, draft) in drafts.enumerated() {
            if draft.channel == Calendar.councilOffice {
                story.change(index) { $0.closures.append(ClosureTruth(finding: .referral, place: "")) }
            }
            guard let first = draft.parent.flatMap({ indexOfKey[$0] }), draft.closed != nil else { continue }
            guard let closed = drafts[first].closed else {
                story.change(index) {
                    $0.closures.append(ClosureTruth(finding: .duplicateOfOpen, place: ""))
                }
                continue
            }
            let days = closed.days(until: draft.opened)
            if days > 1, days <= 14 {
                story.change(first) {
                    $0.closures.append(ClosureTruth(finding: .cameBack, place: "second caller"))
                }
            }
        }
    }

    /// In a summer of rats bait at one house does not hold, as the nest is next door's: what is reported again within two weeks
    /// and thirty metres has failed.
    private func noteOutbreak(_ story: inout RequestStory) {
        let reports = story.drafts.enumerated().compactMap { index, draft -> OutbreakReport? in
            guard let hotspot = draft.hotspot, hotspot.role == "space_time",
                case .degrees(let position, _) = draft.recorded
            else { return nil }
            return OutbreakReport(
                index: index, place: hotspot.cluster, point: CityFrame.point(of: position),
                opened: draft.opened, closed: draft.closed)
        }
        for report in reports {
            guard let closed = report.closed else { continue }
            let isBack = reports.contains { other in
                let days = closed.days(until: other.opened)
                return days > 1 && days <= 14 && other.point.distance(to: report.point) <= 30
            }
            guard isBack else { continue }
            story.change(report.index) {
                $0.closures.append(ClosureTruth(finding: .cameBack, place: report.place))
            }
        }
    }

    private struct OutbreakReport {
        let index: Int
        let place: String
        let point: ProjectedPoint
        let opened: WallTime
        let closed: WallTime?
    }

    /// Tells all moments of the first half-year early: an offset from UTC was taken off twice.
    mutating func shiftClock(_ story: inout RequestStory) {
        func told(_ time: WallTime) -> WallTime {
            time < Self.clockMended ? WallTime(seconds: time.seconds - Self.clockError) : time
        }
        for index in story.drafts.indices {
            story.change(index) { draft in
                draft.opened = told(draft.opened)
                draft.closed = draft.closed.map(told)
            }
        }
    }
}
