import CCairo
import CPango

/// Makes text layouts, all with the same unhinted metrics, so that PDF, SVG and PNG break lines alike.
///
/// Owns a Pango context; belongs to one thread.
final class TextSetter {
    private let context: OpaquePointer

    init() throws(MapError) {
        guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default()) else {
            throw .drawing("Pango gave no context")
        }
        self.context = context
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
        cairo_font_options_destroy(options)
        // Without a typeface Pango draws empty boxes, or nothing, and says no word.
        let sample = set("Hamburg 0123456789", TextStyle(size: 8))
        guard sample.width > 0, sample.unknownGlyphs == 0 else { throw .noTypeface }
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

    /// The name of the typeface that texts are set in: another one where the theme's is not installed.
    var family: String? {
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, PageTheme.typeface)
        pango_font_description_set_absolute_size(description, 8 * Double(PANGO_SCALE))
        guard let font = pango_context_load_font(context, description) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(font)) }
        let found = pango_font_describe(font)
        defer { pango_font_description_free(found) }
        guard let family = pango_font_description_get_family(found).map({ String(cString: $0) }) else {
            return nil
        }
        // Condensed faces may be described as such ones of the wider family.
        let stretch = pango_font_description_get_stretch(found)
        let isCondensed = stretch == PANGO_STRETCH_CONDENSED || stretch == PANGO_STRETCH_SEMI_CONDENSED
        return isCondensed && !family.hasSuffix("Condensed") ? family + " Condensed" : family
    }

    /// Returns text set in a style, within a width where one is given.
    func set(
        _ text: String, _ style: TextStyle, width: Double? = nil, alignment: TextAlignment = .leading,
        fit: TextFit = .wraps
    ) -> SetText {
        let layout: OpaquePointer = pango_layout_new(context)
        pango_layout_set_text(layout, text, -1)
        setFont(of: layout, style)
        setAttributes(of: layout, style)
        if let width { setWidth(of: layout, width, fit) }
        pango_layout_set_alignment(layout, alignment.pango)
        if style.leading > 0 { pango_layout_set_line_spacing(layout, Float(style.leading)) }
        return SetText(layout: layout, color: style.color)
    }

    private func setFont(of layout: OpaquePointer, _ style: TextStyle) {
        let font = pango_font_description_new()
        pango_font_description_set_family(font, PageTheme.typeface)
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
        pango_font_description_set_style(
            font, style.slant == .italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
    }

    /// Digits of one width, so that columns of numbers line up; letters apart where the style says so.
    private func setAttributes(of layout: OpaquePointer, _ style: TextStyle) {
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"))
        if style.tracking > 0 {
            let spacing = Int32(style.tracking * Double(PANGO_SCALE))
            pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing))
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    private func setWidth(of layout: OpaquePointer, _ width: Double, _ fit: TextFit) {
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        guard fit == .shortens else { return }
        pango_layout_set_height(layout, -1)
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    }
}

extension TextAlignment {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .leading: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .trailing: PANGO_ALIGN_RIGHT
        }
    }
}
