import CCairo
import Foundation

/// A picture from a PNG file. Owns its cairo surface.
final class Logo {
    let surface: OpaquePointer
    let width: Double
    let height: Double

    /// - Throws: ``MapError/logo(file:)`` for a file that is no PNG.
    init(file: String) throws(MapError) {
        guard let surface = cairo_image_surface_create_from_png(file) else { throw .logo(file: file) }
        self.surface = surface
        width = Double(cairo_image_surface_get_width(surface))
        height = Double(cairo_image_surface_get_height(surface))
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, width > 0, height > 0 else {
            throw .logo(file: file)
        }
    }

    deinit { cairo_surface_destroy(surface) }
}
