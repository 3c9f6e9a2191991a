import Chronology
import Records
import ServiceRequests

/// A column of the table of requests in a workspace.
struct KeptColumn: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        case text(RequestField)
        case moment(RequestField)
        case longitude, latitude, positionState, decimals
        /// What the CRM assigned, by the layer's index.
        case assigned(Int)
    }

    let name: String
    let content: Content
    let meaning: String

    /// The columns that every workspace has, in their order.
    static let common: [KeptColumn] = [
        text(.id, name: "request_id", meaning: "the CRM's number of the request"),
        text(.category, "what it is about"),
        text(.status, "the CRM's status"), moment(.opened, "when it was opened, UTC"),
        moment(.closed, "when it was closed, UTC"), moment(.due, "when it was due, UTC"),
        moment(.updated, "when the CRM last changed it, UTC"),
        text(.address, "the address as it was written"),
        text(.zip, "the postal code"), text(.city, "the town of the address"),
        text(.channel, "how it came in"), text(.parent, "the request that it repeats"),
        text(.referral, "who referred it"),
        KeptColumn(name: "longitude", content: .longitude, meaning: "as recorded, degrees"),
        KeptColumn(name: "latitude", content: .latitude, meaning: "as recorded, degrees"),
        KeptColumn(
            name: "position_state", content: .positionState,
            meaning: "0 recorded, 1 blank, 2 unreadable, 3 out of range, 4 zero"),
        KeptColumn(name: "decimals", content: .decimals, meaning: "decimals that were written of a degree"),
    ]

    /// Returns the place of a column among ``common``.
    static func index(of content: Content) -> Int { common.firstIndex { $0.content == content } ?? 0 }

    /// Whether a column holds moments.
    static func isMoment(_ name: String) -> Bool {
        common.contains { if case .moment = $0.content { $0.name == name } else { false } }
    }

    static let assignedPrefix = "assigned_"

    /// The column of what the CRM assigned in a layer.
    static func assigned(_ layer: String, index: Int) -> KeptColumn {
        KeptColumn(
            name: assignedPrefix + layer, content: .assigned(index),
            meaning: "the \(layer) that the CRM assigned")
    }

    private static func text(_ field: RequestField, name: String, meaning: String) -> KeptColumn {
        KeptColumn(name: name, content: .text(field), meaning: meaning)
    }

    private static func text(_ field: RequestField, _ meaning: String) -> KeptColumn {
        text(field, name: field.rawValue, meaning: meaning)
    }

    private static func moment(_ field: RequestField, _ meaning: String) -> KeptColumn {
        KeptColumn(name: field.rawValue, content: .moment(field), meaning: meaning)
    }

    var type: String {
        switch content {
        case .text, .assigned: "TEXT"
        case .moment: "DATETIME"
        case .longitude, .latitude: "REAL"
        case .positionState, .decimals: "INTEGER"
        }
    }

    /// Returns what a row of a table holds here.
    func value(of table: RequestTable, at row: Int) -> KeptValue {
        switch content {
        case .text(let field): .text(Self.text(field, of: table, at: row))
        case .assigned(let layer): .text(table.assigned[layer][row])
        case .moment(let field): .text(Self.moment(field, of: table, at: row).map(GeoPackageMoment.text))
        case .longitude: .number(table.longitudes[row])
        case .latitude: .number(table.latitudes[row])
        case .positionState: .whole(Int64(table.positionStates[row].rawValue))
        case .decimals: .whole(Int64(table.positionDecimals[row]))
        }
    }

    private static func text(_ field: RequestField, of table: RequestTable, at row: Int) -> String? {
        switch field {
        case .id: table.id(at: row)
        case .address: table.address(at: row)
        case .parent: table.parents.range(at: row).isEmpty ? nil : table.parents[row]
        case .category: table.categories[row]
        case .status: table.statuses[row]
        case .channel: table.channels[row]
        case .referral: table.referrals[row]
        case .zip: table.zips[row]
        default: table.cities[row]
        }
    }

    private static func moment(_ field: RequestField, of table: RequestTable, at row: Int) -> Timestamp? {
        switch field {
        case .opened: table.opened[row]
        case .closed: table.closed[row]
        case .due: table.due[row]
        default: table.updated[row]
        }
    }
}

/// What a field of a workspace holds.
enum KeptValue: Sendable, Equatable {
    /// `nil` for nothing.
    case text(String?)
    case whole(Int64)
    /// NaN for nothing.
    case number(Double)

    static func == (left: KeptValue, right: KeptValue) -> Bool {
        switch (left, right) {
        case (.text(let one), .text(let other)): one == other
        case (.whole(let one), .whole(let other)): one == other
        case (.number(let one), .number(let other)): one == other || one.isNaN && other.isNaN
        default: false
        }
    }

    /// Creates what a table's value is in a workspace: numbers with as many decimals as they are written with.
    init(_ value: RecordValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .texts(let texts): self = .text(texts.isEmpty ? nil : texts.joined(separator: "; "))
        case .whole(let number): self = number.map { .whole(Int64($0)) } ?? .text(nil)
        case .number(let number?, let decimals) where number.isFinite:
            self = .number(Double(FixedDecimal.text(number, decimals: decimals)) ?? number)
        case .number: self = .text(nil)
        case .moment(let moment, _): self = .text(moment.map(GeoPackageMoment.text))
        case .day(let day): self = .text(day?.description)
        }
    }

    /// As it is shown among changes; `nil` for nothing.
    var shown: String? {
        switch self {
        case .text(let text): text
        case .whole(let number): "\(number)"
        case .number(let number): number.isNaN ? nil : "\(number)"
        }
    }
}
