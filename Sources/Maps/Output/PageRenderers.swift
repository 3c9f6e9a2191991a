import CCairo
import Geometry

/// The first page as a picture: SVG for print shops and the web, PNG for mail.
extension MapPlan {
    /// Returns the page as SVG, its texts as outlines, with title and description for screen readers.
    package func svg() throws(MapError) -> [UInt8] {
        let sink = ByteSink()
        let page = layout.page
        guard
            let surface = cairo_svg_surface_create_for_stream(
                ByteSink.write, sink.pointer, page.width, page.height)
        else { throw .drawing("no SVG surface") }
        let canvas = try Canvas(owning: surface, writingTo: sink)
        SheetDrawing(canvas: canvas, plan: self).draw(pageLabel: "")
        canvas.endPage()
        try canvas.finish()
        return Self.described(sink.bytes, title: sheet.title, description: sheet.alternative)
    }

    /// Returns the page as PNG.
    ///
    /// - Parameter dotsPerInch: 72 is one pixel for each point.
    package func png(dotsPerInch: Double) throws(MapError) -> [UInt8] {
        let scale = dotsPerInch / 72
        let width = Int32((layout.page.width * scale).rounded())
        let height = Int32((layout.page.height * scale).rounded())
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height) else {
            throw .drawing("no picture of \(width) by \(height) pixels")
        }
        let canvas = try Canvas(owning: surface, scale: scale)
        SheetDrawing(canvas: canvas, plan: self).draw(pageLabel: "")
        try canvas.check()
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.pointer)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
        return sink.bytes
    }

    /// Puts a title and a description behind the opening `<svg …>`.
    private static func described(_ svg: [UInt8], title: String, description: String) -> [UInt8] {
        let opening = Array("<svg ".utf8)
        guard let start = svg.indices.first(where: { svg[$0...].starts(with: opening) }),
            let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return svg }
        let role = Array(" role=\"img\" aria-labelledby=\"map-title map-description\"".utf8)
        let texts = """
            <title id="map-title">\(Markup.escaped(title))</title>
            <desc id="map-description">\(Markup.escaped(description))</desc>
            """
        return svg[..<end] + role + [UInt8(ascii: ">"), 10] + Array(texts.utf8) + svg[(end + 1)...]
    }
}

/// Text made safe between tags and in quoted attributes.
enum Markup {
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
