package import Boundaries

/// The area of a layer that a request is counted in, or why it is counted in none.
package struct RequestHome: Equatable, Sendable, BitwiseCopyable {
    /// The index of the area, or a negative number for no area: what a part of a file keeps of it.
    package let number: Int32

    /// Where a request lies outside all areas.
    package static let outside = RequestHome(.none)
    /// Where no place and no code says where it lies.
    package static let nowhere = RequestHome(number: -2)

    /// - Parameter area: `none` outside all areas.
    package init(_ area: Ordinal<Area>) { self.init(number: Int32(area.index)) }

    private init(number: Int32) { self.number = number }

    /// Takes up what a part kept; `nil` for a number that stands for none of so many areas.
    package init?(kept number: Int, areaCount: Int) {
        guard number >= Self.nowhere.number, number < areaCount else { return nil }
        self.number = Int32(number)
    }

    /// The area, `none` where there is none.
    package var area: Ordinal<Area> { Ordinal(Int(max(-1, number))) }
}
