import Chronology
import Disclosure
import Maps

/// What somebody asked `wardline map` for, beside the area.
struct MapSettings: Sendable {
    enum Status: String, Sendable, CaseIterable {
        case open, closed, all
    }

    enum Orientation: String, Sendable, CaseIterable {
        case auto, portrait, landscape
    }

    var audience = Audience.public
    var status = Status.open
    /// The names asked for; empty for all.
    var categories: [String] = []
    var since: CivilDate?
    /// Only requests that were open for more than so many days.
    var olderThan: Int?
    /// The day whose state is shown; `nil` for the last day of the data.
    var asOf: CivilDate?
    var paper = PaperSize.letter
    var orientation = Orientation.auto
    var dotsPerInch = 150.0
    var tiles: TileServer?
}

/// The forms in which a map is written.
enum MapFormat: String, Sendable, CaseIterable {
    case pdf, svg, png, html, geojson

    /// The form that a file's ending stands for, or `nil` where it stands for none.
    init?(ending path: String) {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch ending {
        case "json": self = .geojson
        case "htm": self = .html
        default: self.init(rawValue: ending)
        }
    }
}

extension MapSettings.Orientation {
    var choices: [PageOrientation] {
        switch self {
        case .auto: PageOrientation.allCases
        case .portrait: [.portrait]
        case .landscape: [.landscape]
        }
    }
}
