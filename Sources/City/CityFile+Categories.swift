import Wording

extension CityFile {
    /// Returns what people are shown for a category: the city file's `title`, else the category's own name.
    ///
    /// Only for showing: groups of requests, targets and privacy go by the category.
    package func title(ofCategory name: String) -> String { shown(name, \.title) ?? name }

    /// Returns the group in which a category is shown; `nil` where the city file names none.
    package func group(ofCategory name: String) -> String? { shown(name, \.group) }

    /// Returns what the city file says of a category, under its name or one that differs only in case, accents and spaces.
    private func shown(_ name: String, _ part: KeyPath<CategorySettings, String?>) -> String? {
        if let exact = categories[name] { return exact[keyPath: part] }
        let key = NameKey(name)
        return categories.filter { NameKey($0.key) == key }.min { $0.key < $1.key }?.value[keyPath: part]
    }
}
