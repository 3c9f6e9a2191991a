/// What can go wrong while a map is drawn or written.
package enum MapError: Error, CustomStringConvertible, Sendable {
    /// The drawing library refused; its own words.
    case drawing(String)
    /// A PDF cannot be made accessible; why.
    case document(String)
    /// No typeface is installed, or none that has any letters.
    case noTypeface
    /// A file of the Leaflet library cannot be read.
    case leafletMissing(folder: String, file: String)
    /// A logo is no PNG file.
    case logo(file: String)
    /// The area has no extent to draw.
    case emptyArea(title: String)

    package var description: String {
        switch self {
        case .drawing(let reason): "the map could not be drawn: \(reason)"
        case .document(let reason):
            "the PDF could not be made accessible: \(reason); cairo and qpdf are other versions than those that"
                + " Wardline knows"
        case .noTypeface:
            "no typeface is installed that has letters and digits; install the package fonts-dejavu-extra"
        case .leafletMissing(let folder, let file):
            "the web map needs Leaflet 1.7: \(folder)/\(file) cannot be read. "
                + "Install the package libjs-leaflet, or name its folder in WARDLINE_LEAFLET"
        case .logo(let file): "\(file): the logo cannot be read as a PNG file"
        case .emptyArea(let title): "\(title) has no polygon to draw; run `wardline boundaries check`"
        }
    }
}
