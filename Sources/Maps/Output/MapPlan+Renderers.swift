import CCairo
import Geometry
import Records

/// The first page as a picture: SVG for print shops and the web, PNG for mail.
extension MapPlan {
    /// Returns the page as SVG, its texts as outlines, with title and description for screen readers.
    package func svg() throws(MapError) -> [UInt8] {
        try svg { SheetDrawing(canvas: $0, plan: self).draw(pageLabel: "") }
    }

    func svg(_ draw: (Canvas) -> Void) throws(MapError) -> [UInt8] {
        let sink = ByteSink()
        let page = layout.page
        guard
            let surface = cairo_svg_surface_create_for_stream(
                ByteSink.write, sink.pointer, page.width, page.height)
        else { throw .drawing("no SVG surface") }
        let canvas = try Canvas(owning: surface, writingTo: sink)
        draw(canvas)
        canvas.endPage()
        try canvas.finish()
        return Self.described(Self.renumbered(sink.bytes), title: sheet.title, description: description)
    }

    /// Returns the page as PNG.
    ///
    /// - Parameter dotsPerInch: 72 is one pixel for each point.
    package func png(dotsPerInch: Double) throws(MapError) -> [UInt8] {
        try png(dotsPerInch: dotsPerInch) { SheetDrawing(canvas: $0, plan: self).draw(pageLabel: "") }
    }

    func png(dotsPerInch: Double, _ draw: (Canvas) -> Void) throws(MapError) -> [UInt8] {
        let scale = dotsPerInch / 72
        let canvas = try PictureSurface.canvas(
            width: Int((layout.page.width * scale).rounded()),
            height: Int((layout.page.height * scale).rounded()), scale: scale)
        draw(canvas)
        return try PictureSurface.png(canvas)
    }

    /// What the picture shows, and the notes that have no room on it.
    private var description: String {
        ([sheet.alternative] + notesWithoutRoom.map(\.sentence))
            .joined(separator: " ")
    }

    /// Numbers the surfaces by their order in the picture: cairo counts them over all pictures of the process, which other
    /// threads draw at the same time.
    private static func renumbered(_ svg: [UInt8]) -> [UInt8] {
        let word = Array("surface".utf8)
        var numbers: [[UInt8]: Int] = [:]
        var result: [UInt8] = []
        result.reserveCapacity(svg.count)
        var index = 0
        while index < svg.count {
            guard svg[index] == word[0], svg[index...].starts(with: word) else {
                result.append(svg[index])
                index += 1
                continue
            }
            let digits = Array(svg[(index + word.count)...].prefix { (0x30...0x39).contains($0) })
            result += word
            index += word.count + digits.count
            guard !digits.isEmpty else { continue }
            let number = numbers[digits] ?? numbers.count + 1
            numbers[digits] = number
            result += Array(String(number).utf8)
        }
        return result
    }

    /// Puts a title and a description behind the opening `<svg …>`.
    private static func described(_ svg: [UInt8], title: String, description: String) -> [UInt8] {
        let opening = Array("<svg ".utf8)
        guard let start = svg.indices.first(where: { svg[$0...].starts(with: opening) }),
            let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return svg }
        let role = Array(" role=\"img\" aria-labelledby=\"map-title map-description\"".utf8)
        let texts = """
            <title id="map-title">\(XMLText.escaped(title))</title>
            <desc id="map-description">\(XMLText.escaped(description))</desc>
            """
        return svg[..<end] + role + [UInt8(ascii: ">"), 10] + Array(texts.utf8) + svg[(end + 1)...]
    }
}

/// Text of pages.
enum Markup {
    /// Keeps a number and its unit on one line: `67.4 %`, `4.0 d`.
    static func bound(_ text: String) -> String {
        text.replacing(#/([0-9]) (%|d\b)/#) { "\($0.1)\u{A0}\($0.2)" }
    }
}
