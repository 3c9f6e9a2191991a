import CCairo
import CPango

/// A text that is set and measured, ready to be drawn. Owns its Pango layout.
final class SetText {
    let layout: OpaquePointer
    let color: MapColor
    /// The room that the text takes, points.
    let width: Double
    let height: Double
    /// From the upper edge to the first line's baseline, points.
    let ascent: Double

    init(layout: OpaquePointer, color: MapColor) {
        self.layout = layout
        self.color = color
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        let scale = Double(PANGO_SCALE)
        width = Double(logical.width) / scale
        height = Double(logical.height) / scale
        ascent = Double(pango_layout_get_baseline(layout)) / scale
    }

    /// How many letters no installed typeface has.
    var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
}
