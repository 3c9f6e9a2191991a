import CCairo
import CPango
import Geometry

/// A page to draw on: one set of strokes, fills and texts for PDF, SVG and PNG. Owns the cairo surface and context.
final class Canvas {
    let surface: OpaquePointer
    private let context: OpaquePointer
    private let tags: TagSupport
    /// Where the surface writes to: it must outlive the surface.
    private let sink: ByteSink?
    let text: TextSetter

    /// Takes ownership of the surface.
    ///
    /// - Parameter scale: Device units for each point of the page.
    init(
        owning surface: OpaquePointer, writingTo sink: ByteSink? = nil, scale: Double = 1,
        tags: TagSupport = .none
    ) throws(MapError) {
        self.surface = surface
        self.sink = sink
        self.tags = tags
        text = try TextSetter()
        context = cairo_create(surface)
        cairo_scale(context, scale, scale)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        try check()
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Throws what cairo has remembered as its first failure.
    func check() throws(MapError) {
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
    }

    func finish() throws(MapError) {
        try check()
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
    }

    func endPage() { cairo_show_page(context) }

    // MARK: Paths

    func fill(_ color: MapColor, alpha: Double = 1) {
        setColor(color, alpha)
        cairo_fill(context)
    }

    func fillEvenOdd(_ color: MapColor, alpha: Double = 1) {
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        fill(color, alpha: alpha)
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    }

    func stroke(
        _ color: MapColor, width: Double, alpha: Double = 1, dashes: [Double] = [], cap: LineCap = .round
    ) {
        setColor(color, alpha)
        cairo_set_line_cap(context, cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        cairo_set_line_width(context, width)
        cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        cairo_stroke(context)
    }

    func fillAndStroke(_ fillColor: MapColor, outline: MapColor, width: Double) {
        setColor(fillColor, 1)
        cairo_fill_preserve(context)
        stroke(outline, width: width)
    }

    func line(_ points: some Sequence<PagePoint>) {
        var isFirst = true
        for point in points {
            if isFirst {
                cairo_move_to(context, point.x, point.y)
            } else {
                cairo_line_to(context, point.x, point.y)
            }
            isFirst = false
        }
    }

    func ring(_ points: some Sequence<PagePoint>) {
        line(points)
        cairo_close_path(context)
    }

    func circle(_ center: PagePoint, radius: Double) {
        cairo_new_sub_path(context)
        cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
        cairo_close_path(context)
    }

    /// Adds an arc; angles are turns from the top, clockwise.
    func arc(_ center: PagePoint, radius: Double, from start: Double, to end: Double) {
        cairo_new_sub_path(context)
        cairo_arc(context, center.x, center.y, radius, (start - 0.25) * 2 * .pi, (end - 0.25) * 2 * .pi)
    }

    func rectangle(_ box: PageBox) { cairo_rectangle(context, box.minX, box.minY, box.width, box.height) }

    func roundedRectangle(_ box: PageBox, radius: Double) {
        let corners: [(x: Double, y: Double, turn: Double)] = [
            (box.maxX - radius, box.minY + radius, 0), (box.maxX - radius, box.maxY - radius, 0.25),
            (box.minX + radius, box.maxY - radius, 0.5), (box.minX + radius, box.minY + radius, 0.75),
        ]
        cairo_new_sub_path(context)
        for corner in corners {
            let start = (corner.turn - 0.25) * 2 * Double.pi
            cairo_arc(context, corner.x, corner.y, radius, start, start + .pi / 2)
        }
        cairo_close_path(context)
    }

    /// Draws what the body draws, cut off at a box.
    func clipped(to box: PageBox, _ body: () -> Void) {
        cairo_save(context)
        rectangle(box)
        cairo_clip(context)
        body()
        cairo_restore(context)
    }

    private func setColor(_ color: MapColor, _ alpha: Double) {
        cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, alpha)
    }

    // MARK: Text

    /// Draws text with its upper left corner at a point.
    func draw(_ text: SetText, at corner: PagePoint) {
        setColor(text.color, 1)
        cairo_move_to(context, corner.x, corner.y)
        pango_cairo_show_layout(context, text.layout)
    }

    /// Draws text around a point, turned clockwise by radians, with a halo that parts it from what lies below.
    func draw(_ text: SetText, centeredAt center: PagePoint, turnedBy angle: Double, halo: MapColor) {
        cairo_save(context)
        cairo_translate(context, center.x, center.y)
        cairo_rotate(context, angle)
        cairo_move_to(context, -text.width / 2, -text.height / 2)
        pango_cairo_layout_path(context, text.layout)
        stroke(halo, width: 2, alpha: 0.9)
        draw(text, at: PagePoint(x: -text.width / 2, y: -text.height / 2))
        cairo_restore(context)
    }

    /// Covers what lies under a turned text.
    func plate(_ text: SetText, centeredAt center: PagePoint, turnedBy angle: Double, _ color: MapColor) {
        cairo_save(context)
        cairo_translate(context, center.x, center.y)
        cairo_rotate(context, angle)
        let middle = PagePoint(x: 0, y: 0)
        roundedRectangle(
            PageBox(center: middle, halfWidth: text.width / 2 + 2.4, halfHeight: text.height / 2 - 0.2),
            radius: 2.4)
        fill(color, alpha: 0.94)
        cairo_restore(context)
    }

    // MARK: Pictures

    /// Draws a picture, stretched to a box.
    func draw(_ logo: Logo, in box: PageBox) {
        cairo_save(context)
        cairo_translate(context, box.minX, box.minY)
        cairo_scale(context, box.width / logo.width, box.height / logo.height)
        cairo_set_source_surface(context, logo.surface, 0, 0)
        cairo_paint(context)
        cairo_restore(context)
    }

    // MARK: Structure

    /// Draws what the body draws as one element of the document's structure, where the format has one.
    func tagged(_ tag: StructureTag, _ body: () -> Void) {
        begin(tag)
        body()
        end(tag)
    }

    /// Puts a line into the document's bookmarks that leads to a page, where the format has them.
    func bookmark(_ title: String, page: Int) {
        guard tags == .structure else { return }
        cairo_pdf_surface_add_outline(
            surface, CAIRO_PDF_OUTLINE_ROOT, title, "page=\(page) pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN)
    }

    /// Opens an element that may run over several pages; ``end(_:)`` closes it.
    func begin(_ tag: StructureTag) {
        if tags == .structure { cairo_tag_begin(context, tag.name, tag.attributes) }
    }

    func end(_ tag: StructureTag) {
        if tags == .structure { cairo_tag_end(context, tag.name) }
    }
}

/// How the ends of a stroke look.
enum LineCap { case round, butt }

/// Whether a canvas keeps the document's structure.
enum TagSupport { case none, structure }
