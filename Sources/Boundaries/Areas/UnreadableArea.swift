/// An area that a file names and of which nothing can be used: where it lies is not known, so no request can be judged
/// by it.
package struct UnreadableArea: Hashable, Sendable {
    package let code: String
    package let title: String
    /// The numbers of the features that name it, from 1.
    package let features: [Int]
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        /// Its features have no surface: null, empty, points or lines.
        case noSurface
        /// Its shape is damaged, in words.
        case damaged(String)
    }

    /// Whether a position in none of the other areas may lie in it.
    package var hidesGround: Bool { reason != .noSurface }

    /// What is wrong, after the area's name: `area 1 of wards.geojson cannot be read: …`.
    package var reasonText: String {
        switch reason {
        case .noSurface: "it has no surface"
        case .damaged(let text): text
        }
    }
}
