package import Geometry

/// Which number comes first in a column of bare pairs: `-76.615, 39.295` here and `39.295, -76.615` there. One order holds for the
/// whole column: what can be no latitude tells it, else where the city's areas lie.
package struct LocationOrder: Sendable, Equatable {
    package private(set) var order: PositionText.Order?
    /// What there is to say of it, the same for parts of a file as for the whole; `nil` where nothing is out of the ordinary.
    package private(set) var remark: String?

    /// How far beside the areas' box a position may lie, degrees.
    private static let margin = 0.1
    private static let largestLatitude = 90.0

    /// Returns both numbers of a text that leaves their order open; `nil` where they can be no position.
    private static func openPair(_ text: String) -> (first: Double, second: Double)? {
        guard let pair = PositionText(text), pair.isOpen else { return nil }
        let (first, second) = (pair.first.value, pair.second.value)
        guard first != 0, second != 0, abs(first) <= 180, abs(second) <= 180 else { return nil }
        return (first, second)
    }

    /// - Parameters:
    ///   - texts: The column's, blank ones too.
    ///   - column: Its name.
    ///   - city: The box around the areas, asked for where nothing else tells the order; it gives `nil` where there are none.
    package init(_ texts: some Sequence<String>, column: String, city: () -> Box<Coordinate>?) {
        let pairs = texts.compactMap(Self.openPair)
        guard !pairs.isEmpty else { return }
        let eastFirst = pairs.count { abs($0.first) > Self.largestLatitude }
        let eastSecond = pairs.count { abs($0.second) > Self.largestLatitude }
        if eastFirst != eastSecond {
            order = eastFirst > eastSecond ? .longitudeFirst : .latitudeFirst
            if eastFirst > eastSecond {
                remark = "\(column): longitude first, since first numbers can be no latitude"
            }
            return
        }
        guard let region = city()?.expanded(byX: Self.margin, y: Self.margin) else { return }
        let straight = pairs.count {
            region.contains(Coordinate(longitude: $0.second, latitude: $0.first))
        }
        let turned = pairs.count {
            region.contains(Coordinate(longitude: $0.first, latitude: $0.second))
        }
        if turned * 2 > pairs.count, turned > 2 * straight {
            order = .longitudeFirst
            remark =
                "\(column): longitude first, since most pairs lie where the areas are so, and few the other way round"
        } else if straight == 0, turned == 0 {
            remark =
                "\(column): latitude first was taken; no pair lies where the areas are, in either order"
        }
    }
}
