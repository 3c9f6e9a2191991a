import Geometry

/// Things of a street in groups that stand together: of one street name in two towns, two.
struct NearGroups<Element> {
    /// What comes this near to one of a block belongs to it, metres.
    static var reach: Double { 500 }
    private static var limit: Int { 400 }

    let groups: [[Element]]

    /// - Parameters:
    ///   - reach: What comes this near to one of a group belongs to it, metres.
    ///   - places: Returns the places of an element of which each counts.
    init(_ elements: [Element], within reach: Double = Self.reach, places: (Element) -> [Coordinate]) {
        var groups: [(elements: [Element], places: [Coordinate])] = []
        for element in elements.prefix(Self.limit) {
            var own = (elements: [element], places: places(element))
            groups.removeAll { group in
                let isNear = group.places.contains { place in
                    own.places.contains { LocalPlane.distance(place, $0) <= reach }
                }
                if isNear { own = (group.elements + own.elements, group.places + own.places) }
                return isNear
            }
            groups.append(own)
        }
        self.groups = groups.map(\.elements)
    }
}
