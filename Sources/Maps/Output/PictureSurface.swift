import CCairo

/// Surfaces of pixels, and their bytes as PNG.
enum PictureSurface {
    /// Returns a canvas of so many pixels.
    ///
    /// - Parameter scale: Pixels for each point of what is drawn.
    static func canvas(width: Int, height: Int, scale: Double = 1) throws(MapError) -> Canvas {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw .drawing("no picture of \(width) by \(height) pixels")
        }
        return try Canvas(owning: surface, scale: scale)
    }

    static func png(_ canvas: Canvas) throws(MapError) -> [UInt8] {
        try canvas.check()
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(canvas.surface, ByteSink.write, sink.pointer)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
        return sink.bytes
    }
}
