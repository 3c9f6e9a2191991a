extension RequestTable {
    /// Keeps columns that were read as a file would have them, where no file is at hand: those that are loaded back are written under
    /// the names that the files had for them.
    ///
    /// - Parameter degrees: How degrees are written with so many decimals.
    package mutating func keepAsRead(_ fields: [RequestField], degrees: (Double, Int) -> String) {
        func keep(_ name: String?, _ texts: @autoclosure () -> TextColumn) {
            guard let name, !kept.contains(where: { $0.name == name }) else { return }
            kept.append(CarriedColumn(name: name, texts: texts()))
        }
        for field in fields {
            switch field {
            case .id:
                for row in 0..<count { ids.withBytes(at: row) { intake.idColumn.look(at: $0) } }
                keep(intake.columns[.id], ids)
            case .assigned:
                for (name, column) in zip(intake.assignedColumns, assigned) {
                    keep(name, TextColumn((0..<count).map { column[$0] ?? "" }))
                }
            case .longitude: keep(intake.columns[.longitude], texts(longitudes, degrees))
            case .latitude: keep(intake.columns[.latitude], texts(latitudes, degrees))
            default: continue
            }
        }
    }

    private func texts(_ numbers: [Double], _ text: (Double, Int) -> String) -> TextColumn {
        TextColumn(
            (0..<count).map { numbers[$0].isNaN ? "" : text(numbers[$0], Int(positionDecimals[$0])) })
    }
}
