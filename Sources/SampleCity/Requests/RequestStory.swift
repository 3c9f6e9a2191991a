import Geometry

/// Tells three years of requests: everyday ones, and what was planted among them.
struct RequestStory {
    let picker: SitePicker
    let calendar = Calendar()
    var generator: StoryGenerator
    private(set) var drafts: [RequestDraft] = []
    /// How many times the usual 12,000 requests are told.
    let scale: Double

    var map: CityMap { picker.map }
    var routing: Routing { picker.routing }

    init(map: CityMap, areas: CityAreas, requests: Int, seed: UInt64) {
        picker = SitePicker(map: map, routing: Routing(map: map, areas: areas))
        generator = StoryGenerator(seed: seed, part: "requests")
        scale = Double(requests) / 12_000
        var places = RepeatPlaces(story: self)
        plant(places.reports())
        plantOutbreaks()
        plantSeasons()
        let callers = requests * 35 / 1000
        while drafts.count < requests - callers { addEveryday(avoiding: &places) }
        plantMisroutings()
        plantRecordingFaults()
        addSecondCallers(callers)
        settleOpenCases()
        dressCodes()
        var closures = ClosurePlan(story: self, seed: seed)
        closures.plant(in: &self)
        drafts.sort { ($0.opened, $0.key) < ($1.opened, $1.key) }
    }

    /// Returns how many of something there are, in proportion to the size of the story.
    func count(_ usual: Int) -> Int { max(1, Int((Double(usual) * scale).rounded())) }

    mutating func change<Result>(_ index: Int, _ body: (inout RequestDraft) -> Result) -> Result {
        body(&drafts[index])
    }

    mutating func append(_ draft: RequestDraft) { drafts.append(draft) }

    private mutating func plant(_ reports: [RepeatReport]) {
        let first = drafts.count
        for report in reports {
            var draft = makeDraft(
                category: report.category, opened: report.opened, placement: report.placement)
            draft.closed = report.closed
            draft.parent = report.parent.map { first + $0 }
            draft.hotspot = report.truth
            if report.parent != nil { draft.status = .duplicate }
            drafts.append(draft)
        }
    }

    private mutating func addEveryday(avoiding places: inout RepeatPlaces) {
        let category = Self.categories.pick(with: &generator)
        let kind = CategoryTable.all[category]
        let placement = picker.placement(for: kind.place, with: &generator)
        guard places.admits(kind.name, at: placement.site.point) else { return }
        let channel = Calendar.channel(with: &generator)
        let opened = calendar.opening(ofCategory: category, channel: channel, with: &generator)
        drafts.append(makeDraft(category: category, opened: opened, placement: placement, channel: channel))
    }

    private static let categories = WeightedChoice(CategoryTable.all.map(\.frequency))

    /// Makes an ordinary request: rightly placed, rightly assigned, closed in the usual time.
    mutating func makeDraft(
        category: Int, opened: WallTime, placement: PlacedSite, channel: String? = nil
    ) -> RequestDraft {
        let kind = CategoryTable.all[category]
        var draft = RequestDraft(
            category: category, opened: opened, site: placement.site, recorded: placement.recorded,
            address: placement.address, key: drafts.count)
        draft.channel = channel ?? Calendar.channel(with: &generator)
        draft.zone = routing.zone(ofFace: placement.site.face, at: opened)
        draft.district = routing.district(ofFace: placement.site.face)
        draft.closed = calendar.closing(
            of: opened, median: kind.median, spread: kind.spread, with: &generator)
        draft.status = generator.happens(0.02) ? .canceled : .closed
        draft.description = CallerWords.text(for: kind, generator: &generator)
        return draft
    }
}
