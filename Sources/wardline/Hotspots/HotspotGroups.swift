import City
import Disclosure
import Hotspots
import ServiceRequests

/// The requests that are clustered together: those of one category, or all.
struct HotspotGroups: Sendable {
    struct Group: Sendable {
        /// As the requests have it; empty for requests without a category.
        let name: String
        let rule: ClusterRule
        /// How long a repair should last, days.
        let repairLife: Double
    }

    /// In the order of their names.
    let groups: [Group]
    /// Stands for the group of a category that is private and was not asked for by name.
    static let privateCategory: Int32 = -2

    /// The group of each of the table's categories, negative for one that is left out.
    private let groupOfCategory: [Int32]
    private let groupOfBlank: Int32

    /// - Throws: ``Failure`` for a category that no request has, and for a radius or minimum that cannot be.
    ///
    /// - Parameter namedToo: Categories that take part also where they are private.
    init(
        _ categories: InternedColumn, settings: HotspotSettings, city: CityFile, namedToo: Set<String> = [],
        source: String
    ) throws {
        let wanted = try CategoryNames.chosen(
            settings.categories, among: categories.values, source: source)
        let privacy = try PrivateCategories(city: city, categories: categories.values, audience: .internal)
        let settingsOf = { (name: String) in try Self.group(name, settings, city) }
        let isLeftOut = { (name: String) -> Int32? in
            guard let wanted else {
                return privacy.isPrivate(name) && !namedToo.contains(name) ? Self.privateCategory : nil
            }
            return wanted.contains(name) ? nil : -1
        }
        guard settings.grouping == .byCategory else {
            groups = [try settingsOf("")]
            groupOfCategory = categories.values.map { isLeftOut($0) ?? 0 }
            groupOfBlank = wanted == nil ? 0 : -1
            return
        }
        let hasBlank = wanted == nil && (categories.indices.isEmpty || categories.indices.contains(-1))
        let names = (categories.values.filter { isLeftOut($0) == nil } + (hasBlank ? [""] : []))
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        groups = try names.map(settingsOf)
        let places = Dictionary(names.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        groupOfCategory = categories.values.map { isLeftOut($0) ?? places[$0] ?? -1 }
        groupOfBlank = hasBlank ? places[""] ?? -1 : -1
    }

    /// Returns the group of each row, negative for one whose category is left out.
    func groupOfRow(_ categories: InternedColumn, _ row: Int) -> Int32 {
        guard row < categories.indices.count else { return groupOfBlank }
        let category = categories.indices[row]
        return category < 0 ? groupOfBlank : groupOfCategory[Int(category)]
    }

    private static func group(_ name: String, _ settings: HotspotSettings, _ city: CityFile) throws -> Group {
        let set = city.categories[name]
        let defaults = CategoryDefaults.of(name)
        do throws(ClusterError) {
            return Group(
                name: name,
                rule: try ClusterRule(
                    radius: settings.radius ?? set?.radius ?? defaults.radius,
                    minimum: settings.minimum ?? set?.minimum ?? defaults.minimum),
                repairLife: set?.repairLife ?? defaults.repairLife)
        } catch {
            let isAsked = settings.radius != nil || settings.minimum != nil
            throw Failure(isAsked ? "--\(error)" : "\(city.path): categories: \(name): \(error)")
        }
    }
}
