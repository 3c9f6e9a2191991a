/// Who may see what is written: everybody, or the people who work with the cases.
package enum Audience: String, Sendable, CaseIterable {
    /// Blocks instead of houses, no free text, and of private categories no more than a band for the whole city.
    case `public`
    /// Addresses, positions, free text and all categories.
    case `internal`
}
