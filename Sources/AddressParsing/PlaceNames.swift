/// The towns that address lines may name.
package struct PlaceNames: Sendable {
    /// Names as people write them.
    package var names: [String]
    /// What a town is called in lines, such as `BC`, and the name it stands for.
    package var aliases: [String: String]

    package init(names: [String] = [], aliases: [String: String] = [:]) {
        self.names = names
        self.aliases = aliases
    }
}
