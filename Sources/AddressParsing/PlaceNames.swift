/// The towns that address lines may name.
package struct PlaceNames: Sendable {
    /// Names as people write them.
    package var names: [String]
    /// What a town is called in lines, such as `BC`, and the name it stands for.
    package var aliases: [String: String]
    /// Whether lines are of Canada also where they do not say so: `2-345` is unit 2 of house 345 there.
    package var isCanadian: Bool

    /// Whether lines are in French also where they do not show it: `avenue Dufferin` beside `rue Dufferin`.
    package var isFrench: Bool

    package init(
        names: [String] = [], aliases: [String: String] = [:], isCanadian: Bool = false,
        isFrench: Bool = false
    ) {
        self.names = names
        self.aliases = aliases
        self.isCanadian = isCanadian
        self.isFrench = isFrench
    }
}
