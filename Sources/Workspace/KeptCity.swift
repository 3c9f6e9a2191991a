import Foundation
import GRDB
import Wording

/// What a city file says that decides how the requests of a workspace were read.
package struct KeptCity: Sendable {
    let name: String
    let timeZone: String
    /// For each layer the column of the areas that the CRM assigned; without layers that have none.
    let columns: [String: String]

    package init(name: String, timeZone: String, columns: [String: String]) {
        self.name = name
        self.timeZone = timeZone
        self.columns = columns
    }
}

extension WorkspaceHeader {
    /// Checks that requests were read as a city file says now.
    func check(_ asked: KeptCity, path: String) throws(WorkspaceError) {
        try checkPlace(asked, path: path)
        for layer in layers {
            guard let column = asked.columns[layer.name], NameKey(column) != NameKey(layer.column) else {
                continue
            }
            throw .otherColumn(path: path, layer: layer.name, holds: layer.column, asked: column)
        }
    }

    /// Checks that requests are of a city, and its times of its zone.
    func checkPlace(_ asked: KeptCity, path: String) throws(WorkspaceError) {
        guard city == asked.name else {
            throw .otherCity(path: path, holds: city, asked: asked.name)
        }
        guard Self.areSameZone(timeZone, asked.timeZone) else {
            throw .otherTimeZone(path: path, holds: timeZone, asked: asked.timeZone)
        }
    }

    /// Whether two zones tell the same time in each month of these years: one zone may have several names.
    private static func areSameZone(_ first: String, _ second: String) -> Bool {
        guard first != second else { return true }
        guard let first = TimeZone(identifier: first), let second = TimeZone(identifier: second) else {
            return false
        }
        let month = 30.4 * 86_400
        return (0..<360).allSatisfy { index in
            let moment = Date(timeIntervalSince1970: 946_684_800 + Double(index) * month)
            return first.secondsFromGMT(for: moment) == second.secondsFromGMT(for: moment)
        }
    }
}

extension Workspace {
    /// Opens a workspace of a city.
    ///
    /// - Throws: ``WorkspaceError``, also where it keeps requests of another city, or that were read otherwise than the city file
    ///   says now: in another time zone, or with another column for a layer.
    package init(opening path: String, of city: KeptCity) throws {
        try self.init(opening: path)
        try Self.naming(path) { try queue.read { try header(in: $0).check(city, path: path) } }
    }
}
