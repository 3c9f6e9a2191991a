import City
import Disclosure
import ServiceRequests

/// The requests that are clustered together: those of one category, or all.
package struct HotspotGroups: Sendable {
    package struct Group: Sendable {
        /// As the requests have it; empty for requests without a category.
        package let name: String
        /// What people are shown for the name.
        package let title: String
        package let rule: ClusterRule
        package let episodes: EpisodeRule
    }

    /// In the order of their names.
    package let groups: [Group]
    /// Stands for the group of a category that is private and was not asked for by name.
    static let privateCategory: Int32 = -2

    /// The group of each of the table's categories, negative for one that is left out.
    private let groupOfCategory: [Int32]
    private let groupOfBlank: Int32
    /// The private categories that were not asked for by name.
    private let hidden: Set<String>

    /// - Parameters:
    ///   - namedToo: Categories that take part also where they are private.
    ///   - known: Categories that other requests of the city have.
    /// - Throws: ``HotspotError`` for a category that no request has, and for a radius or minimum that cannot be.
    init(
        _ categories: InternedColumn, settings: HotspotSettings, city: CityFile, namedToo: Set<String> = [],
        known: [String] = [], source: String
    ) throws {
        let wanted: Set<String>?
        do throws(UnknownCategory) {
            wanted = try CategoryNames.chosen(
                settings.categories, among: categories.values + known, source: source)
        } catch {
            throw HotspotError.unknownCategory(error)
        }
        let privacy = try PrivateCategories(
            city: city, categories: categories.values, audience: settings.audience)
        try privacy.checkAsked(for: namedToo.union(wanted ?? []).sorted())
        let isLeftOut = { (name: String) -> Int32? in
            guard let wanted else {
                return privacy.isPrivate(name) && !namedToo.contains(name) ? Self.privateCategory : nil
            }
            return wanted.contains(name) ? nil : -1
        }
        hidden = Set((categories.values + known).filter { isLeftOut($0) == Self.privateCategory })
        guard settings.grouping == .byCategory else {
            groups = [try Self.group("", settings: settings, city: city)]
            groupOfCategory = categories.values.map { isLeftOut($0) ?? 0 }
            groupOfBlank = wanted == nil ? 0 : -1
            return
        }
        let hasBlank = wanted == nil && (categories.indices.isEmpty || categories.indices.contains(-1))
        let kept = categories.counts.filter { isLeftOut($0.0) == nil }
        let spellings = CategorySpellings(kept.map(\.0), counts: kept.map(\.1))
        let names = (spellings.names + (hasBlank ? [""] : []))
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        groups = try names.map { (name: String) throws(HotspotError) in
            try Self.group(name, settings: settings, city: city)
        }
        let indices = Dictionary(names.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        groupOfCategory = categories.values.map { name in
            isLeftOut(name) ?? spellings.group(named: name).flatMap { indices[spellings.names[$0]] } ?? -1
        }
        groupOfBlank = hasBlank ? indices[""] ?? -1 : -1
    }

    /// Returns the group of a row, negative for one whose category is left out.
    func group(of row: Int, _ categories: InternedColumn) -> Int32 {
        guard row < categories.indices.count else { return groupOfBlank }
        let category = categories.indices[row]
        return category < 0 ? groupOfBlank : groupOfCategory[Int(category)]
    }

    /// Whether requests of a category are shown at all.
    func isShown(_ category: String) -> Bool { !hidden.contains(category) }

    private static func group(
        _ name: String, settings: HotspotSettings, city: CityFile
    ) throws(HotspotError) -> Group {
        let rule = CategoryRule(
            name, settings: city.categories[name], asked: (settings.radius, settings.minimum))
        do throws(ClusterError) {
            return Group(
                name: name, title: CategoryTitles(city).title(name),
                rule: try ClusterRule(radius: rule.radius, minimum: rule.minimum),
                episodes: EpisodeRule(repairLife: rule.repairLife, gap: rule.gap))
        } catch {
            // Those of the city file are within their ranges.
            throw .setting(error)
        }
    }
}
