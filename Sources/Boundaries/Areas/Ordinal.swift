/// Where an area, an edition or a layer stands in its order.
///
/// Each has a type of its own, so that an area that is taken for an edition does not compile. Nothing is counted with it, and no
/// number passes for it.
@usableFromInline
package struct Ordinal<Subject>: Hashable, Comparable, Sendable, BitwiseCopyable {
    @usableFromInline let number: Int32

    /// - Parameter index: Counted from 0; −1 for none.
    @inlinable package init(_ index: Int) { number = Int32(index) }

    /// The ordinal of nothing: no area contains a position, no edition was in force. It stands before all others.
    @inlinable package static var none: Self { Self(-1) }

    /// Where it stands, counted from 0; −1 for none.
    @inlinable package var index: Int { Int(number) }

    @inlinable package var exists: Bool { number >= 0 }

    @inlinable package static func == (first: Self, second: Self) -> Bool { first.number == second.number }
    @inlinable package static func < (first: Self, second: Self) -> Bool { first.number < second.number }

    /// The first ordinals of a number of things.
    package static func first(_ count: Int) -> some RandomAccessCollection<Self> {
        (0..<count).lazy.map(Self.init)
    }
}

/// What stands at the ordinal of its subject: an edition, or what is made of it.
@usableFromInline
package protocol Numbered {
    associatedtype Subject = Self
}

extension Area: Numbered {}
extension Edition: Numbered {}
extension Layer: Numbered {}
extension UnreadableArea: Numbered {}
extension LayerSource: Numbered { package typealias Subject = Layer }
extension EditionProbe: Numbered { package typealias Subject = Edition }

extension Array where Element: Numbered {
    @inlinable package subscript(ordinal: Ordinal<Element.Subject>) -> Element { self[ordinal.index] }

    /// The ordinals of the elements.
    package var ordinals: some RandomAccessCollection<Ordinal<Element.Subject>> { Ordinal.first(count) }
}
