import Locating

/// The cases that no area has.
package struct AtlasElsewhere {
    /// Those that lie outside all areas, and those that have neither a position nor an area.
    package let parts: (outside: [MapCase], unplaced: [MapCase])

    package init(_ atlas: CityAtlas) {
        let all = atlas.casesElsewhere.map { atlas.cases[$0] }
        parts = (all.filter { $0.placement.position != nil }, all.filter { $0.placement.position == nil })
    }
}
