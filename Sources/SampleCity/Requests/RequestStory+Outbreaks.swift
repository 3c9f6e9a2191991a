import Geometry

/// More requests than usual in one part of town: for one summer, or growing month by month.
extension RequestStory {
    mutating func plantOutbreaks() {
        let quarter = CityPlan.point(-480, 620)
        let summer = WallTime(2023, 6, 12).day...WallTime(2023, 8, 27).day
        for _ in 0..<count(70) {
            let day = generator.integer(in: summer)
            plant(
                CategoryTable.rats, day: day, around: quarter, radius: 300, name: "rats-2023",
                role: "space_time")
        }
        // Graffiti on the East Bank: two in the first month of the last year, a dozen in the last.
        for month in 0..<12 {
            for _ in 0..<count(2 + month) {
                let day = WallTime(2024, 7, 1).day + month * 30 + generator.integer(in: 0...29)
                plant(
                    CategoryTable.graffiti, day: day, around: CityPlan.point(1020, 330), radius: 340,
                    name: "graffiti-2025", role: "emerging")
            }
        }
    }

    private mutating func plant(
        _ category: String, day: Int, around center: ProjectedPoint, radius: Double, name: String,
        role: String
    ) {
        let near = map.addresses.indices.filter { map.addresses[$0].point.distance(to: center) < radius }
        let placement = picker.house(generator.pick(near), with: &generator)
        let channel = Calendar.channel(with: &generator)
        var draft = makeDraft(
            category: CategoryTable.index(of: category),
            opened: calendar.moment(onDay: day, channel: channel, with: &generator), placement: placement,
            channel: channel)
        draft.hotspot = HotspotTruth(cluster: name, episode: 0, role: role, center: center)
        append(draft)
    }

    /// The autumn of the complaint, and the weeks in which new zones were not yet known to the CRM.
    mutating func plantSeasons() {
        for _ in 0..<count(90) {
            plantMissedPickup(days: Season.autumn, houses: map.addresses.indices)
        }
        let moved = map.addresses.indices.filter { routing.changesZone(map.addresses[$0].face) }
        for _ in 0..<count(55) { plantMissedPickup(days: Season.staleWeeks, houses: moved) }
    }

    private mutating func plantMissedPickup(days: ClosedRange<Int>, houses: some Collection<Int>) {
        let names = [CategoryTable.missedTrash, CategoryTable.missedTrash, CategoryTable.missedRecycling]
        let house = houses[
            houses.index(houses.startIndex, offsetBy: generator.integer(in: 0...houses.count - 1))]
        let channel = Calendar.channel(with: &generator)
        let opened = calendar.moment(onDay: generator.integer(in: days), channel: channel, with: &generator)
        let placement = picker.house(house, with: &generator)
        append(
            makeDraft(
                category: CategoryTable.index(of: generator.pick(names)), opened: opened,
                placement: placement,
                channel: channel))
    }

    /// The spans of days that the story speaks of.
    enum Season {
        /// Autumn 2024, when missed pickups took nine days.
        static let autumn = WallTime(2024, 9, 15).day...WallTime(2024, 12, 14).day
        /// The six weeks from 2024-07-01.
        static let staleWeeks = WallTime.newZones.day...WallTime.newZones.day + 41
    }
}
