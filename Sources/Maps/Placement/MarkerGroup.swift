/// One symbol on the page: a marker by itself, or several that are too close to be told apart.
package struct MarkerGroup: Sendable {
    /// Indices into ``MapScene/markers``, ascending.
    package var members: [Int]
    package var center: PagePoint
    /// Where the number stands.
    package var badge: PageBox?
    /// The place's number in the list, from 1; set by ``MapPlan``.
    package var number = 0

    package var count: Int { members.count }

    /// The radius of the symbol, points: it grows slowly with the count.
    package var radius: Double { Self.radius(of: count) }

    /// How far the symbol reaches with its outline and rings.
    var reach: Double { radius + 2.2 }

    static func radius(of count: Int) -> Double {
        count == 1 ? 4.3 : min(14, 6.4 + 1.05 * logarithm2(Double(count)))
    }
}
