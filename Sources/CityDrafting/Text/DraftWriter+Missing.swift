import ServiceRequests

/// What no column was found for, and what is lost by that.
extension DraftWriter {
    mutating func noteMissing(_ field: RequestField) {
        switch field {
        case .category, .opened:
            file.offer(
                "\(field.rawValue): COLUMN", indent: 4,
                because: "no column was found, and every command needs one")
        case .status, .closed, .address:
            file.comment("no column was found for \(field.rawValue)", indent: 4)
            if let loss = lost(without: field) {
                doubts.append("\(field.rawValue): no column was found, so that \(loss)")
            }
        case .longitude where columns[.x] == nil && columns[.location] == nil:
            file.comment("no columns of positions were found", indent: 4)
            doubts.append(
                "longitude and latitude: no columns were found, so that "
                    + (parts.streets == nil && parts.addresses == nil
                        ? "no request can be placed" : "requests are placed by their addresses alone"))
        default: break
        }
    }

    /// What cannot be said without a column; `nil` where it is told elsewhere.
    private func lost(without field: RequestField) -> String? {
        switch field {
        case .status where columns[.closed] == nil: nil
        case .status: "what has a closing time counts as closed"
        case .closed where columns.column(.status) == nil: nil
        case .closed: "nothing is told of how long requests take, and reports and closures stay empty"
        case .address: "nothing bears positions out"
        default: nil
        }
    }
}
