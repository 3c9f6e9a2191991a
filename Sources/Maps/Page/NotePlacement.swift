/// Where a sheet's notes may stand.
package enum NotePlacement: Sendable {
    /// Beside the map, as long as they have room there: no page follows.
    case besideMap
    /// Also on the pages behind, where that shows the area clearly larger.
    case behindMapToo
}

extension SheetLayout {
    /// By so much larger an area is to be shown before notes move behind it.
    private static let worthMoving = 1.3

    /// Returns the layout for a sheet, and how many of its notes stand beside the map: the last ones go behind it first, and
    /// nothing is cut or printed over.
    static func best(
        for sheet: MapSheet, on paper: PaperSize, _ orientations: [PageOrientation], notes: NotePlacement,
        _ text: TextSetter
    ) throws(MapError) -> (layout: SheetLayout, notes: Int) {
        let extent = try AreaExtent(sheet.scene.area)
        var shown = sheet
        var found = (layout: try best(for: shown, on: paper, orientations, text), notes: shown.notes.count)
        while notes == .behindMapToo || !found.layout.fits, shown.notes.popLast() != nil {
            let layout = try best(for: shown, on: paper, orientations, text)
            let gain = layout.scale(of: extent) / found.layout.scale(of: extent)
            guard !found.layout.fits || (layout.fits && gain > worthMoving) else { continue }
            found = (layout, shown.notes.count)
        }
        return found
    }
}
