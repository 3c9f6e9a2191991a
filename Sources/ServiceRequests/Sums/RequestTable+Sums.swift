/// The requests of parts, put together in the order of the file.
///
/// The table has what figures are made of, row for row as if the whole file had been read; addresses and positions where
/// the parts tell them.
extension RequestTable {
    /// - Parameters:
    ///   - parts: In the order of the file.
    ///   - names: What the parts are called in errors.
    ///   - title: What the whole is called; `nil` for the name that the parts have in common.
    /// - Throws: ``SumsError`` where parts were read in different ways.
    package init(_ parts: [RequestSums], names: [String], title: String? = nil) throws(SumsError) {
        self.init()
        intake = try IntakeSums(joining: parts.map(\.intake), names: names).summary
        if let title { intake.sourceName = title }
        if parts.count > 1, parts[0].facts == nil, parts.contains(where: \.hasRepeatedIDs) {
            intake.remarks.append(
                "ids that come again were counted in each of the \(parts.count) parts by itself, and one run over all may count them"
                    + " otherwise; parts that are judged by facts of all do not differ from it")
        }
        for (part, name) in zip(parts, names) where part.facts != parts[0].facts {
            throw .different(
                what: "what is known of all", first: parts[0].facts?.text ?? "nothing",
                other: part.facts?.text ?? "nothing", parts: [names[0], name])
        }
        facts = parts.first?.facts.map { known in
            var facts = CityFacts(wardline: known.wardline, city: known.city)
            (facts.rows, facts.days) = (known.rows, known.days)
            return facts
        }
        var joiners = (
            categories: TextJoiner(), statuses: TextJoiner(), channels: TextJoiner(), referrals: TextJoiner()
        )
        var areas = (parts.first?.assigned ?? []).map { _ in TextJoiner() }
        var readings: [StatusReading] = []
        var lines = 0
        for (index, part) in parts.enumerated() {
            let base = count
            try Self.check(part, named: names[index])
            for entry in part.rejected {
                for _ in 0..<entry.rows {
                    lines += 1
                    rejections.append(Rejection(line: lines, reason: entry.reason))
                }
            }
            for (kind, rows) in [(FoldedRow.Kind.merged, part.merged), (.superseded, part.superseded)] {
                foldedRows += (0..<rows).map { _ in FoldedRow(kind, line: 0, keptLine: 0, category: -1) }
            }
            for note in part.notes {
                notes += (0..<note.rows).map { _ in
                    RowNote(row: base, field: note.field, problem: note.problem)
                }
            }
            repeatedIDRows += part.repeatedIDRows.numbers.map { base + Int($0) }
            try joiners.categories.append(part.categories)
            let statuses = try joiners.statuses.append(part.statuses)
            guard part.statusReadings.count == statuses.count, part.assigned.count == areas.count else {
                throw .damaged("statuses or layers of \(names[index]) are incomplete")
            }
            for (status, reading) in zip(statuses, part.statusReadings) where Int(status) == readings.count {
                readings.append(reading)
            }
            try joiners.channels.append(part.channels)
            try joiners.referrals.append(part.referrals)
            for layer in areas.indices { try areas[layer].append(part.assigned[layer]) }
            let moments = MomentPacking.moments(part.opened)
            opened.seconds += moments
            closed.seconds += MomentPacking.moments(part.closed, since: moments)
            due.seconds += MomentPacking.moments(part.due, since: moments)
            try append(part)
            guard moments.count == part.count else {
                throw .damaged("openings of \(names[index]) are incomplete")
            }
        }
        categories = joiners.categories.column
        statuses = joiners.statuses.column
        channels = joiners.channels.column
        referrals = joiners.referrals.column
        statusReadings = readings
        assigned = areas.map(\.column)
    }

    /// Appends as many rows as a part has, with the ids that are told and whether they repeat another request.
    private mutating func append(_ part: RequestSums) throws(SumsError) {
        if let places = part.places {
            try append(places, count: part.count)
        } else {
            longitudes += [Double](repeating: .nan, count: part.count)
            latitudes += [Double](repeating: .nan, count: part.count)
            positionStates += [PositionState](repeating: .blank, count: part.count)
        }
        let told = Dictionary(
            zip(part.idRows.numbers, part.ids), uniquingKeysWith: { first, _ in first })
        // Where it is not told whom a request repeats, any name says that it repeats one.
        let children = Dictionary(
            zip(part.childRows.numbers, part.parents ?? part.childRows.numbers.map { _ in "+" }),
            uniquingKeysWith: { first, _ in first })
        for row in 0..<Int64(part.count) {
            Array((told[row] ?? "").utf8).withUnsafeBufferPointer { ids.append($0) }
            Array((children[row] ?? "").utf8).withUnsafeBufferPointer { parents.append($0) }
        }
    }
}

extension RequestTable {
    /// Holds the counts and times of a part to what a file of requests can have: a damaged part is an error, not a trap.
    private static func check(_ part: RequestSums, named name: String) throws(SumsError) {
        let counts = [part.merged, part.superseded] + part.rejected.map(\.rows) + part.notes.map(\.rows)
        guard counts.allSatisfy((0...Int(UInt32.max)).contains) else {
            throw .damaged("counts of \(name) are none")
        }
        guard part.repeatedIDRows.numbers.allSatisfy((0..<Int64(part.count)).contains) else {
            throw .damaged("rows of \(name) are none of its requests")
        }
        let moments = MomentPacking.moments(part.opened)
        // Some 30,000 years.
        guard moments.allSatisfy({ $0 == TimestampColumn.missing || (-(1 << 40)...(1 << 40)).contains($0) })
        else {
            throw .damaged("times of \(name) are none")
        }
    }
}
