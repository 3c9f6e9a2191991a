extension Array where Element == String {
    /// Returns the names in one text, a few of many: `a, b and c`, `a, b, c and 4 more`.
    package func listed(most: Int = 3) -> String {
        if count > most { return prefix(most).joined(separator: ", ") + " and \(count - most) more" }
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
