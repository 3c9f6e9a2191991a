/// What is known of each marker of a scene, for readers who choose and look up: web pages and GeoJSON.
package struct MarkerTable: Sendable {
    /// The states that markers are in, such as open and closed.
    package var statuses: [String]
    package var columns: [FactColumn]
    /// One row for each of ``MapScene/markers``, in their order.
    package var rows: [MarkerFacts]
    /// What has no place on the map; web pages list it.
    package var unplaced: [Unplaced] = []

    package struct Unplaced: Hashable, Sendable {
        /// An index into ``MapScene/categories``.
        package var category: Int
        package var facts: MarkerFacts

        package init(category: Int, facts: MarkerFacts) {
            self.category = category
            self.facts = facts
        }
    }

    /// - Parameter columns: The first names the marker, the second its place: lists show these two.
    package init(statuses: [String], columns: [FactColumn], rows: [MarkerFacts]) {
        self.statuses = statuses
        self.columns = columns
        self.rows = rows
    }
}

/// A column of facts: its title for people, its key for programs.
package struct FactColumn: Hashable, Sendable {
    package var key: String
    package var title: String

    package init(key: String, title: String) {
        self.key = key
        self.title = title
    }
}

/// The facts of one marker.
package struct MarkerFacts: Hashable, Sendable {
    /// An index into ``MarkerTable/statuses``.
    package var status: Int
    /// Whole days, or `nil` where unknown.
    package var age: Int?
    /// One text for each column, empty where nothing is known.
    package var values: [String]

    package init(status: Int, age: Int?, values: [String]) {
        self.status = status
        self.age = age
        self.values = values
    }
}
