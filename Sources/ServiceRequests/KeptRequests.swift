/// Makes a table of requests that were read before and kept: column by column, without a value for each request.
package struct KeptRequests: Sendable {
    /// The columns of texts that many rows share.
    package static let sharedTexts: [RequestField] = [.category, .status, .channel, .referral, .zip, .city]
    package static let dates: [RequestField] = [.opened, .closed, .due, .updated]

    private var table = RequestTable()
    private var interners: [ByteInterner]
    private var columns: [InternedColumn]

    /// - Parameter layers: The layers asked for.
    package init(layers: Int) {
        let count = Self.sharedTexts.count + layers
        interners = (0..<count).map { _ in ByteInterner() }
        columns = (0..<count).map { _ in InternedColumn() }
    }

    /// Appends a text of the row being built, empty where it is blank, to its id, address, parent or one of
    /// ``sharedTexts``.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>, to field: RequestField) {
        switch field {
        case .id: table.ids.append(text)
        case .address: table.addresses.append(text)
        case .parent: table.parents.append(text)
        default:
            guard let column = Self.sharedTexts.firstIndex(of: field) else { return }
            appendShared(text, to: column)
        }
    }

    /// Appends what the CRM assigned in a layer, empty where that is blank.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>, toLayer layer: Int) {
        appendShared(text, to: Self.sharedTexts.count + layer)
    }

    private mutating func appendShared(_ text: UnsafeBufferPointer<UInt8>, to column: Int) {
        columns[column].indices.append(text.isEmpty ? -1 : interners[column].number(of: text))
    }

    /// Appends a moment in seconds since 1970, `nil` where there is none, to one of ``dates``.
    package mutating func append(_ seconds: Int64?, to field: RequestField) {
        let seconds = seconds ?? TimestampColumn.missing
        switch field {
        case .opened: table.opened.seconds.append(seconds)
        case .closed: table.closed.seconds.append(seconds)
        case .due: table.due.seconds.append(seconds)
        default: table.updated.seconds.append(seconds)
        }
    }

    /// Appends the position as it was recorded, NaN where there is no number, and ends the row.
    ///
    /// - Parameter line: Where the row stands in what keeps it, from 1.
    package mutating func appendPosition(
        longitude: Double, latitude: Double, state: PositionState, decimals: UInt8, line: Int
    ) {
        table.longitudes.append(longitude)
        table.latitudes.append(latitude)
        table.positionStates.append(state)
        table.positionDecimals.append(decimals)
        table.lines.append(UInt32(clamping: line))
    }

    /// Returns the table.
    ///
    /// - Parameters:
    ///   - intake: What was found about the files that the requests come from.
    ///   - words: What statuses mean.
    package consuming func table(intake: IntakeSummary, words: StatusWords) -> RequestTable {
        for column in columns.indices {
            columns[column].values = (0..<interners[column].count).map { interners[column].texts[$0] }
        }
        table.categories = columns[0]
        table.statuses = columns[1]
        table.channels = columns[2]
        table.referrals = columns[3]
        table.zips = columns[4]
        table.cities = columns[5]
        table.assigned = Array(columns[Self.sharedTexts.count...])
        table.intake = intake
        dropColumnsThatNoFileHad()
        table.intake.precision = UsualDecimals.restore(&table.positionDecimals, states: table.positionStates)
        table.readStatuses(by: words)
        table.noteRepeatedIDs()
        return table
    }

    /// A column is empty where no file had it, as in a table that was read from one.
    private mutating func dropColumnsThatNoFileHad() {
        func isThere(_ field: RequestField) -> Bool { table.intake.columns[field] != nil }
        if !isThere(.address), table.intake.addressParts.isEmpty { table.addresses = TextColumn() }
        if !isThere(.parent) { table.parents = TextColumn() }
        if !isThere(.due) { table.due = TimestampColumn() }
        if !isThere(.updated) { table.updated = TimestampColumn() }
        if !isThere(.channel) { table.channels = InternedColumn() }
        if !isThere(.referral) { table.referrals = InternedColumn() }
        if !isThere(.zip) { table.zips = InternedColumn() }
        if !isThere(.city) { table.cities = InternedColumn() }
    }
}
