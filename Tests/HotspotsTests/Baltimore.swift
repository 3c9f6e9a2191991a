import Foundation
import Geometry

/// The public extract of Baltimore's requests, where it is at hand: in the folder that `WARDLINE_REAL_DATA` names or
/// beside the package. Its rows stay there.
struct Baltimore {
    let points: [ProjectedPoint]
    /// The place of each request's category among all names.
    let categories: [Int32]
    let categoryCount: Int

    static let file: URL? = {
        let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
        let folder =
            ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"].map { URL(filePath: $0) } ?? beside
        let file = folder.appending(path: "baltimore/baltimore_311_sample_10000.csv")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()

    /// Where many requests without a known place lie.
    static let defaultPoint = onGrid(longitude: -77, latitude: 39)

    init(_ file: URL) throws {
        let records = Self.records(try String(contentsOf: file, encoding: .utf8))
        let header = records.first ?? []
        guard let longitude = header.firstIndex(of: "Longitude"),
            let latitude = header.firstIndex(of: "Latitude"),
            let category = header.firstIndex(of: "SRType")
        else { throw CocoaError(.fileReadCorruptFile) }
        var points: [ProjectedPoint] = []
        var names: [String] = []
        for record in records.dropFirst() {
            guard record.count == header.count, let x = Double(record[longitude]),
                let y = Double(record[latitude])
            else { continue }
            points.append(Self.onGrid(longitude: x, latitude: y))
            names.append(record[category])
        }
        let ranks = Dictionary(
            uniqueKeysWithValues: Set(names).sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
                .enumerated().map { ($1, Int32($0)) })
        self.points = points
        categories = names.map { ranks[$0] ?? -1 }
        categoryCount = ranks.count
    }

    /// A plain grid, so that another program can make the very same numbers.
    private static func onGrid(longitude: Double, latitude: Double) -> ProjectedPoint {
        ProjectedPoint(x: (longitude + 76.6) * 86_400, y: (latitude - 39.3) * 111_000)
    }

    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                records.append(fields + [field])
                (fields, field) = ([], "")
            default: field.append(character)
            }
        }
        return records
    }
}
