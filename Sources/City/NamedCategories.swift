import Wording

/// What the city file says of categories, found by their names whatever their case, accents, dashes and spaces.
///
///     categories["STREET  SWEEPING"]  // what stands under `Street Sweeping:`
package struct NamedCategories: Sendable, Equatable {
    /// By the names as the city file writes them.
    package private(set) var all: [String: CityFile.CategorySettings] = [:]
    private var written: [NameKey: String] = [:]

    package init() {}

    /// The names as the city file writes them, in the order of the alphabet.
    package var names: [String] { all.keys.sorted() }

    /// What is said of a category. What is set for a name takes the place of what was set for another way to write it.
    package subscript(name: String) -> CityFile.CategorySettings? {
        get {
            guard !all.isEmpty else { return nil }
            return all[name] ?? writtenName(for: name).flatMap { all[$0] }
        }
        set {
            if let other = writtenName(for: name) { all[other] = nil }
            all[name] = newValue
            written[NameKey(name)] = newValue == nil ? nil : name
        }
    }

    /// Returns how the city file writes a category's name; `nil` where it does not name it.
    package func writtenName(for name: String) -> String? { written[NameKey(name)] }
}
