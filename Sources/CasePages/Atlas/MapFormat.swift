/// The forms in which a map is written.
package enum MapFormat: String, Sendable, CaseIterable {
    case pdf, svg, png, html, geojson

    /// The form that a file's ending stands for, or `nil` where it stands for none.
    package init?(ending path: String) {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch ending {
        case "json": self = .geojson
        case "htm": self = .html
        default: self.init(rawValue: ending)
        }
    }
}

extension MapFormat {
    /// What people call it.
    var title: String {
        switch self {
        case .pdf: "PDF"
        case .svg: "SVG"
        case .png: "PNG"
        case .html: "Web map"
        case .geojson: "GeoJSON"
        }
    }
}
