import GRDB
import ServiceRequests

/// What an import changes of what a workspace says of itself.
extension WorkspaceHeader {
    /// Takes up the columns, the layers and the order of dates of a file of requests.
    ///
    /// - Throws: ``WorkspaceError/otherColumn(path:layer:holds:asked:)`` where what was assigned in a layer stands in another column,
    ///   ``WorkspaceError/guessedOtherwise(source:order:path:guessed:imports:)``.
    /// - Returns: Whether the file settles the order of dates that earlier ones left open.
    mutating func take(_ file: RequestImport, in database: Database, path: String) throws -> Bool {
        let intake = file.table.intake
        for (index, name) in file.layers.enumerated() {
            let column = intake.assignedColumns[index]
            if let known = layers.firstIndex(where: { $0.name == name }) {
                let old = layers[known].column
                // A column that the file still has was given up by the city file, not renamed by the CRM, whose rewriting it would
                // be called.
                guard old == column || !intake.header.contains(old) else {
                    throw WorkspaceError.otherColumn(path: path, layer: name, holds: old, asked: column)
                }
                layers[known].column = column
            } else {
                layers.append(Layer(name: name, column: column))
                try WorkspaceSchema.add(.assigned(name, index: index), to: database)
            }
        }
        profile = intake.profile
        columns.merge(intake.columns.map { ($0.key.rawValue, $0.value) }) { $1 }
        if FileColumns(intake).has(.text(.address)) { addressParts = intake.addressParts }
        let isSettling = try settle(intake.dateOrder, of: intake.sourceName, path: path)
        writing = intake.writing.flatMap(CityFacts.Writing.init)
        header = intake.header
        dateForms = Dictionary(
            uniqueKeysWithValues: intake.dateLayouts.map { ($0.key.rawValue, $0.value) })
        return isSettling
    }

    /// Takes up the order of dates of a file.
    ///
    /// - Throws: ``WorkspaceError/guessedOtherwise(source:order:path:guessed:imports:)`` where earlier imports were read in another one
    ///   that nothing had settled: their requests would stand beside themselves with other days.
    /// - Returns: Whether it settles what earlier imports guessed.
    private mutating func settle(_ order: SettledDateOrder?, of source: String, path: String)
        throws(WorkspaceError) -> Bool
    {
        guard let order, order.isCertain else { return false }
        let others = guessedOrders?.filter { $0.order != order.order } ?? []
        if let guessed = others.first {
            throw .guessedOtherwise(
                source: source, order: order.order, path: path, guessed: guessed.order,
                imports: others.map(\.text))
        }
        dateOrder = order.order
        defer { guessedOrders = nil }
        return guessedOrders != nil
    }

    /// Keeps the order of dates that an import took, where nothing settled it.
    mutating func keep(_ order: SettledDateOrder?, guessedOf source: String, in run: Int64) {
        guard let order, !order.isCertain else { return }
        guessedOrders =
            (guessedOrders ?? []) + [GuessedOrder(run: run, source: source, order: order.order)]
    }

    /// What is doubtful of the order in which the kept dates were read; `nil` for nothing.
    var doubtedDateOrder: SettledDateOrder? {
        guard let guessed = guessedOrders, let first = guessed.first else { return nil }
        return SettledDateOrder(order: first.order, basis: .imports(guessed.map(\.text)), contrary: 0)
    }
}
