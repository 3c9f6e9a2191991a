import City
import Foundation
import TestSupport

@testable import CityDrafting

/// A made-up city of six areas in two rows of three, and exports of its requests under any names of columns.
struct GeneratedCity {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// What a column of an export holds.
    enum Cell {
        case id, guid, row, category, categoryCode, status, opened, openedUTC, closed, due, address, number,
            street, suffix
        case longitude, latitude, pair, area, otherArea, numberedArea, channel, zip, note, person, blank,
            oldArea, commune, rareArea, day, stoppedTime, commaLongitude, commaLatitude, fewLongitudes,
            fewLatitudes, turnedLongitude, oneStreet, trueArea, closedOrDue
        case text(String)
    }

    private static let categories = [
        "Missed Trash Pickup", "Illegal Dumping", "Graffiti Removal", "Pothole", "Street Light Out",
    ]
    private static let codes = ["MTP", "DUMP", "GRAF", "POT", "LITE"]
    private static let streets = ["ALDER", "BIRCH", "CEDAR", "DOGWOOD", "ELM"]
    static let areaNames = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir"]

    static let rowCount = 60

    /// The south-western corner of the city.
    private static let corner = (longitude: -76.70, latitude: 39.20)

    static func position(_ row: Int) -> (longitude: Double, latitude: Double) {
        let area = row % 6
        return (
            corner.longitude + 0.02 * Double(area % 3) + 0.002 + 0.0137 * Double((row * 7) % 13) / 13,
            corner.latitude + 0.02 * Double(area / 3) + 0.002 + 0.0131 * Double((row * 5) % 11) / 11
        )
    }

    /// The area that the CRM assigned: that of the position, but for one row in ten.
    static func assigned(_ row: Int) -> Int { row % 10 == 9 ? (row + 1) % 6 : row % 6 }

    private static func day(_ row: Int, later: Int, style: DateStyle) -> String {
        let base = Date(
            timeIntervalSince1970: 1_704_448_800 + Double(row) * 86_400 * 5 + Double(later) * 86_400)
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = style.rawValue
        return formatter.string(from: base)
    }

    enum DateStyle: String {
        case american = "MM/dd/yyyy hh:mm:ss a"
        case european = "dd.MM.yyyy HH:mm"
        case iso = "yyyy-MM-dd'T'HH:mm:ss"
    }

    private static func text(_ cell: Cell, _ row: Int, _ style: DateStyle) -> String {
        let position = position(row)
        let isClosed = row % 4 != 3
        switch cell {
        case .id: return "24-\(String(100_000 + row * 37))"
        case .guid: return "00000000-0000-4000-8000-\(String(100_000_000_000 + row * 7919))"
        case .row: return String(row)
        case .category: return categories[(row * 3) % 5]
        case .categoryCode: return codes[(row * 3) % 5]
        case .status: return isClosed ? "Closed" : "Open"
        case .opened: return day(row, later: 0, style: style)
        case .openedUTC: return day(row, later: 0, style: style)
        case .closed: return isClosed ? day(row, later: 3, style: style) : ""
        case .due: return day(row, later: 7, style: style)
        // One to four days after the opening, in all rows.
        case .closedOrDue: return day(row, later: 1 + row % 4, style: style)
        case .address: return "\(100 + row) \(streets[row % 5]) ST"
        case .number: return String(100 + row)
        case .street: return streets[row % 5]
        case .suffix: return "ST"
        case .longitude: return String(format: "%.6f", position.longitude)
        case .latitude: return String(format: "%.6f", position.latitude)
        case .turnedLongitude: return String(format: "%.6f", position.longitude + 360)
        // In a town of one street.
        case .oneStreet: return "Kaiserstraße \(row + 1)"
        case .commaLongitude:
            return String(format: "%.6f", position.longitude).replacing(".", with: ",")
        case .commaLatitude: return String(format: "%.6f", position.latitude).replacing(".", with: ",")
        // As far from the city as a lost digit makes it.
        case .fewLongitudes: return row < 2 ? String(format: "%.6f", position.longitude + 60) : ""
        case .fewLatitudes: return row < 2 ? String(format: "%.6f", position.latitude) : ""
        case .pair: return String(format: "\"(%.6f, %.6f)\"", position.latitude, position.longitude)
        case .area: return String(assigned(row) + 1)
        case .trueArea: return String(row % 6 + 1)
        case .numberedArea:
            return String(format: "%02d %@", assigned(row) + 1, areaNames[assigned(row)].uppercased())
        case .commune: return "COMUNA \(assigned(row) + 1)"
        // The last area has two rows, both of which lie in another.
        case .rareArea:
            let area = row == 0 || row == 1 ? 5 : assigned(row) == 5 ? row % 5 : assigned(row)
            return String(format: "%02d - %@", area + 1, areaNames[area].uppercased())
        case .day: return String(day(row, later: 0, style: style).prefix(10))
        case .stoppedTime: return String(format: "%02d.%02d", 8 + row % 9, row % 60)
        case .otherArea: return String((row * 5) % 6 + 1)
        case .oldArea: return String((assigned(row) + (row % 3 == 0 ? 1 : 0)) % 6 + 1)
        case .channel: return ["Phone", "Web", "Mobile App"][row % 3]
        case .zip: return String(21_201 + row % 4)
        case .note: return "the caller says number \(row) is back again"
        case .person: return "Somebody \(row)"
        case .blank: return ""
        case .text(let text): return text
        }
    }

    /// Writes an export and returns its path.
    func requests(
        _ columns: [(String, Cell)], dates: DateStyle = .american, delimiter: String = ",",
        name: String = "requests.csv"
    ) throws -> String {
        func quoted(_ text: String) -> String { text.contains(delimiter) ? "\"\(text)\"" : text }
        let header = columns.map { quoted($0.0) }.joined(separator: delimiter)
        let rows = (0..<Self.rowCount).map { row in
            columns.map { Self.text($0.1, row, dates) }.joined(separator: delimiter)
        }
        return try folder.write(([header] + rows).joined(separator: "\n") + "\n", to: name)
    }

    /// Writes an export whose rows are made one by one, and returns its path.
    func export(
        _ header: String, rows: Int = 120, name: String = "export.csv", row: (Int) -> [String]
    ) throws -> String {
        let lines = (0..<rows).map { row($0).joined(separator: ",") }
        return try folder.write(([header] + lines).joined(separator: "\n") + "\n", to: name)
    }

    /// An id, a kind, a state and days of opening and closing, for the columns `id,category,status,opened,closed`.
    static func plain(_ row: Int) -> [String] {
        [
            "24-\(1000 + row)", categories[(row * 3) % 5], "Closed",
            String(format: "2024-%02d-%02d 10:00", row % 12 + 1, row % 28 + 1),
            String(format: "2024-%02d-%02d 15:00", row % 12 + 1, row % 28 + 1),
        ]
    }

    /// Where a request lies, as text: degrees east and north.
    static func degrees(_ row: Int) -> [String] {
        let place = position(row)
        return [String(format: "%.6f", place.longitude), String(format: "%.6f", place.latitude)]
    }

    /// Writes the areas with some properties of each and returns their path.
    func areas(_ name: String = "wards.geojson", properties: (Int) -> String) throws -> String {
        let features = (0..<6).map { area in
            let (west, south) = (
                Self.corner.longitude + 0.02 * Double(area % 3),
                Self.corner.latitude + 0.02 * Double(area / 3)
            )
            let (east, north) = (west + 0.02, south + 0.02)
            return """
                {"type": "Feature", "properties": {\(properties(area))}, "geometry": {"type": "Polygon", "coordinates": \
                [[[\(west), \(south)], [\(east), \(south)], [\(east), \(north)], [\(west), \(north)], [\(west), \(south)]]]}}
                """
        }
        return try folder.write(
            "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ",\n"))]}",
            to: name)
    }

    /// Drafts a city file, and reads it as commands do.
    func draft(_ requests: String, areas: [String] = []) throws -> (draft: CityDraft, city: CityFile) {
        var sources = CityDraftSources(requests: requests, cityFile: folder("city.yaml"))
        sources.areas = areas
        let draft = try CityDrafter(sources, jobs: 1).draft()
        return (draft, try CityFile.parse(draft.text, path: folder("city.yaml")))
    }
}
