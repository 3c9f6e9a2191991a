package import Geometry

/// A place as everybody may see it: one for all houses of a block, never a house.
package struct PublicPlace: Hashable, Sendable {
    /// `400 block of Elm St`, `5th Ave & Elm St`, `near Elm St`, or empty where nothing near bears a name.
    package let title: String
    /// The block's middle on the centre line, or the crossing.
    package let position: Coordinate

    package init(title: String, position: Coordinate) {
        self.title = title
        self.position = position
    }
}
