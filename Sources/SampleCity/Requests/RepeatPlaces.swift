import Geometry

/// One report of a planted place.
struct RepeatReport {
    let category: Int
    let opened: WallTime
    let closed: WallTime?
    let placement: PlacedSite
    /// The report that it repeats, by its index in the list, where the CRM linked them.
    let parent: Int?
    let truth: HotspotTruth
}

/// Places where the same problem comes back: each with its episodes, callers and failed repairs.
struct RepeatPlaces {
    private let picker: SitePicker
    private let calendar: Calendar
    private var generator: StoryGenerator
    private var places: [Place] = []
    /// Where everyday requests of these categories lie, so that no cluster comes about by chance.
    private var everyday: [String: PlaneGrid] = [:]
    private var everydayPoints: [ProjectedPoint] = []
    private let keepsApart: Bool

    private struct Place {
        let name: String
        let category: String
        let block: Int
        let house: Int
        let center: ProjectedPoint
        let episodes: Int
        let ending: Ending
    }

    /// Whether the last episode is over, or the second came long after the repair's life, or reports go on.
    private enum Ending { case closed, open, longPause, lateLink }

    private static let apart = 90.0

    init(story: RequestStory) {
        picker = story.picker
        calendar = story.calendar
        generator = story.generator
        keepsApart = story.scale <= 2
        choose(CategoryTable.pothole, prefix: "pothole", count: min(300, story.count(25)))
        choose(CategoryTable.dumping, prefix: "dumping", count: min(120, story.count(10)))
    }

    private mutating func choose(_ category: String, prefix: String, count: Int) {
        var blocks = picker.map.blocks.filter { block in
            block.kind.hasAddresses && block.length > 75 && !picker.housesOfBlock[block.edge].isEmpty
                && picker.routing.isSame(block.leftFace, block.rightFace)
        }
        generator.shuffle(&blocks)
        var number = 0
        for block in blocks where number < count {
            let center = block.middle
            guard places.allSatisfy({ $0.center.distance(to: center) > (keepsApart ? 260 : 100) }) else {
                continue
            }
            let house = picker.housesOfBlock[block.edge].min {
                picker.map.addresses[$0].point.distance(to: center)
                    < picker.map.addresses[$1].point.distance(to: center)
            }
            guard let house else { continue }
            number += 1
            let endings: [Ending] = [.closed, .open, .closed, .longPause, .closed, .lateLink]
            places.append(
                Place(
                    name: "\(prefix)-\(number)", category: category, block: block.edge, house: house,
                    center: center,
                    episodes: 2 + (number * 3 + number / 4) % 6, ending: endings[number % 6]))
        }
    }

    /// Whether an everyday request may lie here without joining or making a planted place.
    mutating func admits(_ category: String, at point: ProjectedPoint) -> Bool {
        guard keepsApart, category == CategoryTable.pothole || category == CategoryTable.dumping else {
            return true
        }
        guard places.allSatisfy({ $0.category != category || $0.center.distance(to: point) > Self.apart })
        else {
            return false
        }
        var grid = everyday[category] ?? PlaneGrid(cell: 45)
        guard grid.near(point).allSatisfy({ everydayPoints[$0].distance(to: point) > 45 }) else {
            return false
        }
        grid.insert(everydayPoints.count, at: point)
        everydayPoints.append(point)
        everyday[category] = grid
        return true
    }

    mutating func reports() -> [RepeatReport] {
        var reports: [RepeatReport] = []
        for place in places { tell(place, into: &reports) }
        return reports
    }

    private mutating func tell(_ place: Place, into reports: inout [RepeatReport]) {
        let repairs = (0..<place.episodes).map { _ in generator.number(in: 2...11) }
        var pauses = (1..<place.episodes).map { _ in generator.number(in: 24...100) }
        if place.ending == .longPause, place.episodes <= 5 { pauses[0] = generator.number(in: 400...460) }
        let length = repairs.reduce(0, +) + pauses.reduce(0, +)
        let latest = WallTime.end.days(until: WallTime.start) * -1 - length - 12
        let first =
            place.ending == .open
            ? WallTime.end.adding(days: repairs[place.episodes - 1] - length - generator.number(in: 3...12))
            : WallTime.start.adding(days: generator.number(in: 4...max(5, latest)))
        var start = calendar.moment(onDay: first.day, channel: "Phone", with: &generator)
        for episode in 1...place.episodes {
            let isOpen = place.ending == .open && episode == place.episodes
            let end = isOpen ? nil : start.adding(days: repairs[episode - 1])
            let role = episode == 1 || pauses[episode - 2] > 365 ? "new" : "recurrence"
            tell(Episode(number: episode, start: start, end: end, role: role), of: place, into: &reports)
            if episode < place.episodes {
                start = (end ?? start).adding(days: pauses[episode - 1])
                start = calendar.moment(onDay: start.day, channel: "App", with: &generator)
            }
        }
    }

    private struct Episode {
        let number: Int
        let start: WallTime
        let end: WallTime?
        let role: String
    }

    private mutating func tell(_ episode: Episode, of place: Place, into reports: inout [RepeatReport]) {
        let first = reports.count
        reports.append(
            report(of: place, episode, opened: episode.start, closed: episode.end, role: episode.role))
        // A place with few episodes needs more callers to be noticed at all.
        let callers = place.episodes < 4 ? generator.integer(in: 1...3) : generator.integer(in: 0...3)
        let last = episode.end ?? WallTime.end
        for _ in 0..<callers {
            let opened = episode.start.adding(
                days: episode.start.days(until: last) * generator.number(in: 0.05...0.9))
            reports.append(
                report(
                    of: place, episode, opened: opened, closed: episode.end, role: "duplicate",
                    parent: generator.happens(0.6) ? first : nil))
        }
        guard place.ending == .lateLink, episode.number == 1, let end = episode.end else { return }
        let late = end.adding(days: generator.number(in: 0.4...1.6))
        reports.append(
            report(
                of: place, episode, opened: late, closed: late.adding(days: 0.3), role: "duplicate",
                parent: first))
    }

    private mutating func report(
        of place: Place, _ episode: Episode, opened: WallTime, closed: WallTime?, role: String,
        parent: Int? = nil
    ) -> RepeatReport {
        let address = picker.map.addresses[place.house]
        let point =
            place.center
            + ProjectedPoint(x: generator.number(in: -7.5...7.5), y: generator.number(in: -7.5...7.5))
        let placement = PlacedSite(
            site: Site(
                point: CityFrame.snapped(point), face: address.face, block: place.block, address: place.house),
            recorded: .degrees(CityFrame.coordinate(of: point), decimals: 6),
            address: picker.clearText(ofHouse: place.house, with: &generator))
        return RepeatReport(
            category: CategoryTable.index(of: place.category), opened: opened, closed: closed,
            placement: placement,
            parent: parent,
            truth: HotspotTruth(
                cluster: place.name, episode: episode.number, role: role, center: place.center))
    }
}
