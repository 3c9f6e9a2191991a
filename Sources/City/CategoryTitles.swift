/// What people read in place of the CRM's names of categories: plain titles, and the groups that maps show together.
///
/// For showing only: clusters, targets, privacy and the column `category` go by the CRM's names.
///
///     categories:
///       TRM-Pothole Repair: {title: Pothole, group: Streets}
package struct CategoryTitles: Sendable {
    private let settings: NamedCategories

    package init(_ city: CityFile) { settings = city.categories }

    /// What pages call a category: its own name where the city file gives no title.
    package func title(_ category: String) -> String { settings[category]?.title ?? category }

    /// The group in whose colour and symbol maps show a category; its title where it has none.
    package func group(_ category: String) -> String { settings[category]?.group ?? title(category) }

    /// Whether the city file gives any category a title.
    package var areGiven: Bool { settings.all.values.contains { $0.title != nil } }
}
