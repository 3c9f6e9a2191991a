/// Decides which cases are still open on the last day, who called twice, and how clerks wrote the codes.
extension RequestStory {
    /// The district whose open cases crowd the map, and the one with hardly any.
    static let crowdedDistrict = "2"
    static let quietDistrict = "9"

    /// Second callers about the same thing at the same house, linked to the first.
    mutating func addSecondCallers(_ callers: Int) {
        let withPlanted: Set<String> = [CategoryTable.pothole, CategoryTable.dumping]
        let routing = routing
        let firsts = candidates { draft in
            !withPlanted.contains(CategoryTable.all[draft.category].name)
                && !(Season.staleWeeks.contains(draft.opened.day) && routing.changesZone(draft.site.face))
                && draft.opened.day < WallTime.end.day - 5
                && !Season.staleWeeks.contains(draft.opened.day + 4)
        }
        for index in firsts.prefix(callers) {
            let first = drafts[index]
            let placement = picker.house(first.site.address, with: &generator)
            let opened = calendar.moment(
                onDay: first.opened.day + generator.integer(in: 1...3), channel: "App", with: &generator)
            var draft = makeDraft(category: first.category, opened: opened, placement: placement)
            draft.parent = first.key
            draft.status = .duplicate
            draft.closed = opened.adding(days: generator.number(in: 0.05...0.9))
            append(draft)
        }
    }

    mutating func settleOpenCases() {
        for index in drafts.indices where (drafts[index].closed ?? .end) >= .end {
            change(index) { $0.closed = nil }
        }
        quietDown()
        let open = drafts.count { $0.closed == nil }
        let wanted = count(960) - open
        hold(wanted * 11 / 20) { $0.district == Self.crowdedDistrict }
        hold(wanted * 9 / 20) { $0.district != Self.crowdedDistrict && $0.district != Self.quietDistrict }
        for index in drafts.indices where drafts[index].closed == nil {
            let status: RequestDraft.Status = generator.happens(0.3) ? .inProgress : .open
            change(index) { $0.status = status }
        }
    }

    /// Closes all but a few of the quiet district's cases.
    private mutating func quietDown() {
        let open = drafts.indices.filter { index in
            drafts[index].closed == nil && drafts[index].district == Self.quietDistrict
                && drafts[index].hotspot == nil
        }
        for index in open.dropFirst(count(6)) {
            let opened = drafts[index].opened
            change(index) { $0.closed = min(opened.adding(days: 1.2), WallTime.end.adding(days: -0.1)) }
            if drafts[index].closed ?? opened <= opened {
                change(index) { $0.closed = opened.adding(days: 0.05) }
            }
        }
    }

    /// Keeps some cases of the last years open.
    private mutating func hold(_ number: Int, where fits: (RequestDraft) -> Bool) {
        guard number > 0 else { return }
        let lasting = candidates { draft in
            draft.closed != nil && draft.status == .closed && draft.opened > WallTime(2023, 10, 1)
                && CategoryTable.all[draft.category].target >= 2 && fits(draft)
        }
        for index in lasting.prefix(number) { change(index) { $0.closed = nil } }
    }

    /// Writes some right codes as clerks do: `Zone 7`, `07`, and a zone by its common name.
    mutating func dressCodes() {
        for index in drafts.indices {
            let style = generator.integer(in: 0...99)
            guard let zone = Int(drafts[index].zone), zone <= 12 else { continue }
            if style < 3 {
                change(index) { $0.zone = "Zone \(zone)" }
            } else if style < 5, zone < 10 {
                change(index) { $0.zone = "0\(zone)" }
            } else if style < 12, zone == CityFileText.downtownZone {
                change(index) { $0.zone = "Downtown" }
            }
        }
    }
}
