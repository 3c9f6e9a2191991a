import Chronology
import Geometry

/// Plants what closures and reports look for into requests that are told already: their closings, channels and a few places.
///
/// It has chance of its own and adds no request, so that ids, dates of opening but for the shifted clock, and all that is open
/// stay as the story has them.
struct ClosurePlan {
    /// The channel of entries that staff made.
    static let crew = "Crew"
    static let changeDay = WallTime(2025, 3, 31)
    /// The district that got a second crew on that day, and the one that got a new form and nothing else.
    static let changedDistrict = "8"
    static let unchangedDistrict = "6"
    /// Until this moment the clock was so many seconds early.
    static let clockMended = WallTime(2023, 1, 1)
    static let clockError = 5 * 3600

    var generator: StoryGenerator
    /// Requests that others repeat, by their number while drafting.
    private let originals: Set<Int>
    private var taken: Set<Int> = []

    init(story: RequestStory, seed: UInt64) {
        generator = StoryGenerator(seed: seed, part: "closures")
        originals = Set(story.drafts.compactMap(\.parent))
    }

    mutating func plant(in story: inout RequestStory) {
        speedUp(&story)
        plantFailingRepairs(&story)
        plantBusyPlace(&story)
        closeByRule(&story)
        enterByStaff(&story)
        typeInSheets(&story)
        closeAtOnce(&story)
        closeOffices(&story)
        noteWhatFollows(&story)
        shiftClock(&story)
    }

    /// Returns everyday requests of a kind that were closed and that nothing else is planted in, in the order of opening.
    func closed(_ name: String, in story: RequestStory) -> [Int] {
        let category = CategoryTable.index(of: name)
        return story.drafts.indices.filter { story.drafts[$0].category == category && isFree($0, in: story) }
            .sorted { one, other in
                let (left, right) = (story.drafts[one], story.drafts[other])
                return (left.opened, left.key) < (right.opened, right.key)
            }
    }

    func isFree(_ index: Int, in story: RequestStory) -> Bool {
        let draft = story.drafts[index]
        return draft.status == .closed && draft.closed != nil && draft.story == .everyday
            && draft.truths.isEmpty && draft.hotspot == nil && draft.parent == nil
            && !originals.contains(draft.key) && !taken.contains(index)
    }

    /// Changes a request and notes what it is from now on.
    mutating func plant(
        _ finding: ClosureTruth.Finding, _ place: String = "", at index: Int, in story: inout RequestStory,
        _ change: (inout RequestDraft) -> Void = { _ in }
    ) {
        taken.insert(index)
        story.change(index) { draft in
            draft.closures.append(ClosureTruth(finding: finding, place: place))
            change(&draft)
        }
    }

    /// Notes a request that is left alone, so that nothing else is planted in it.
    mutating func take(_ index: Int) { taken.insert(index) }

    // MARK: What is true of the city

    /// The rows of the truth that are about no single request.
    static var cityTruth: String {
        func row(
            _ finding: String, category: String = "", place: String = "", from: String = "",
            until: String = "", _ note: String
        ) -> String { "\(finding),,\(category),\(place),\(from),\(until),\(note)\n" }
        let lastDay = WallTime(seconds: clockMended.seconds - 86_400).date
        var text = row("clock", from: "\(WallTime.start.date)", until: "\(lastDay)", "5 h early")
        let day = "\(changeDay.date)"
        text += row("change", place: "district \(changedDistrict)", from: day, "works")
        text += row("change", place: "district \(unchangedDistrict)", from: day, "changes nothing")
        for kind in CategoryTable.all {
            if let days = kind.businessTarget {
                text += row("business_days", category: kind.name, "due after \(days) business days")
            }
        }
        for kind in CategoryTable.all {
            if let month = kind.peakMonth {
                text += row("season", category: kind.name, "most in month \(month)")
            }
        }
        return text
    }
}
