package import Boundaries
package import Disclosure

extension CategoryLevels {
    /// Returns the areas of which an audience may not be told how many were on time, late, and neither: small counts, and what could
    /// tell one by subtraction.
    package func hiddenAreas(from audience: Audience) -> Set<Ordinal<Area>> {
        guard audience == .public else { return [] }
        let counts = areas.map { level in
            [
                level.tally.onTime, level.tally.late,
                level.requests - level.tally.onTime - level.tally.late,
            ]
        }
        let cells = SuppressedTable(counts).cells
        return Set(
            areas.ordinals.filter { area in
                counts[area.index].indices.contains { cells[area.index][$0] != .shown }
            })
    }
}
