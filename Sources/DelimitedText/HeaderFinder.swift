/// Finds how a file is written by looking at its beginning: delimiter, line ends, and which row is the header.
struct HeaderFinder {
    /// One way to read the sample, and what it gives.
    struct Reading {
        var dialect: Dialect
        var records: [SampleRecord]
        /// The number of fields that most records have, and the share of records that have it.
        var usualCount: Int
        var share: Double

        /// The sample with the line ends of the file throughout, and how many it was given.
        var mended: (text: [UInt8], ends: Int)?

        var score: Double { share * Double(usualCount - 1) }
    }

    /// Rates cells as a header: 0 where they are none.
    let rating: (_ cells: [String]) -> Int

    /// Returns the header and where the data begins.
    func find(in sample: [UInt8], encoding: TextEncoding, isWhole: Bool) -> FoundHeader {
        var best: (reading: Reading, header: RatedRow?, merit: (Int, Double))?
        let lineEnds = lineEnds(in: sample)
        // Where lines end in two ways, the second may begin far down.
        let limit = lineEnds.count > 1 ? 20_000 : Self.fewRecords
        for delimiter in Dialect.delimiters {
            let readings = lineEnds.map { lineEnd in
                Self.readWithQuotes(
                    sample, Dialect(delimiter: delimiter, lineEnd: lineEnd, encoding: encoding),
                    isWhole: isWhole, limit: limit)
            }
            // Line feeds outside quotes end lines, and returns are text there; where all of them are quoted, returns do.
            let endsInReturns = readings.last.map { !$0.records.contains(where: \.hasLooseLineFeed) } ?? false
            guard var reading = endsInReturns ? readings.last : readings.first else { continue }
            if lineEnds.count > 1, reading.dialect.lineEnd == .lineFeed {
                reading = Self.mended(reading, sample, isWhole: isWhole, limit: limit)
            }
            guard reading.score > 0 else { continue }
            // Addresses may hold more commas than a file of two columns has bars, but its header holds none.
            let header = ratedHeader(of: reading)
            let merit = (header == nil ? 0 : 1, reading.score)
            if merit > best?.merit ?? (0, 0) { best = (reading, header, merit) }
        }
        if let best { return header(of: best.reading, rated: best.header) }
        let single = Self.read(
            sample, Dialect(lineEnd: lineEnds[0], encoding: encoding), isWhole: isWhole)
        return header(of: single, rated: ratedHeader(of: single))
    }

    /// Returns the header of rows whose dialect is known, and where the data begins.
    func find(in sample: [UInt8], of dialect: Dialect, isWhole: Bool) -> FoundHeader {
        let reading = Self.read(sample, dialect, isWhole: isWhole)
        return header(of: reading, rated: ratedHeader(of: reading))
    }

    /// Reads the sample anew where rows of it end in returns alone.
    private static func mended(
        _ reading: Reading, _ sample: [UInt8], isWhole: Bool, limit: Int
    ) -> Reading {
        // Where the whole beginning is one such part, only returns show how many fields a row has.
        var dialect = reading.dialect
        dialect.lineEnd = .carriageReturn
        let byReturns = readWithQuotes(sample, dialect, isWhole: isWhole, limit: limit)
        var best = reading
        for count in Set([reading.usualCount, byReturns.usualCount]).sorted() {
            guard let mender = LineEndMender(reading.dialect, columnCount: count) else { continue }
            var text = sample
            let ends = mender.mend(&text, to: text.count, isComplete: isWhole)
            guard ends > 0 else { continue }
            var mended = readWithQuotes(text, reading.dialect, isWhole: isWhole, limit: limit)
            guard mended.share > best.share || mended.usualCount < best.usualCount else { continue }
            mended.mended = (text, ends)
            best = mended
        }
        return best
    }

    private func lineEnds(in sample: [UInt8]) -> [Dialect.LineEnd] {
        let hasLineFeed = sample.contains(0x0A)
        // Most files hold no return at all, which is seen at once.
        let firstReturn = sample.firstIndex(of: 0x0D) ?? sample.endIndex
        let hasLoneReturn = sample[firstReturn...].indices.contains {
            sample[$0] == 0x0D && $0 + 1 < sample.count && sample[$0 + 1] != 0x0A
        }
        return !hasLoneReturn ? [.lineFeed] : hasLineFeed ? [.lineFeed, .carriageReturn] : [.carriageReturn]
    }

    /// Reads the sample with the quotes that it has: apostrophes, where they and no quotes stand around fields.
    private static func readWithQuotes(
        _ sample: [UInt8], _ dialect: Dialect, isWhole: Bool, limit: Int
    ) -> Reading {
        let reading = read(sample, dialect, isWhole: isWhole, limit: limit)
        guard sample.contains(Dialect.apostrophe), isQuotedByApostrophes(reading.records, in: sample, dialect)
        else { return reading }
        var other = dialect
        other.quote = Dialect.apostrophe
        let quoted = read(sample, other, isWhole: isWhole, limit: limit)
        return quoted.score > 0 || reading.score == 0 ? quoted : reading
    }

    /// Whether half of the records have a field that an apostrophe begins and one that an apostrophe ends, and none has a
    /// quote.
    private static func isQuotedByApostrophes(
        _ records: [SampleRecord], in sample: [UInt8], _ dialect: Dialect
    ) -> Bool {
        let quoted = records.count { record in
            record.cells.contains { $0.utf8.first == Dialect.apostrophe }
                && record.cells.contains { $0.utf8.count > 1 && $0.utf8.last == Dialect.apostrophe }
        }
        return quoted * 2 > records.count
            && !records.contains { $0.cells.contains { $0.utf8.contains(Dialect.quote) } }
            && !sample.prefix(records.last?.end ?? 0).contains(Dialect.quote)
    }

    /// How many records show how a file is written.
    private static let fewRecords = 200

    private static func read(
        _ sample: [UInt8], _ dialect: Dialect, isWhole: Bool, limit: Int = fewRecords
    ) -> Reading {
        let records = SampleRecord.read(sample, dialect, limit: limit, isWhole: isWhole)
        var frequencies: [Int: Int] = [:]
        for record in records where record.cells.count > 1 {
            frequencies[record.cells.count, default: 0] += 1
        }
        let usual = frequencies.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return Reading(
            dialect: dialect, records: records, usualCount: usual?.key ?? 1,
            share: records.isEmpty ? 0 : Double(usual?.value ?? 0) / Double(records.count))
    }

    /// A header among the records, and how it is rated.
    private typealias RatedRow = (rating: Int, first: Int, last: Int, cells: [String])

    /// Returns the row that rates best as a header, `nil` where none does.
    private func ratedHeader(of reading: Reading) -> RatedRow? {
        var best: RatedRow?
        for first in reading.records.indices.prefix(40) {
            guard let (last, cells) = candidate(from: first, in: reading) else { continue }
            let rated = rating(cells)
            if rated > 0, best.map({ rated > $0.rating }) ?? true { best = (rated, first, last, cells) }
        }
        return best
    }

    private func header(of reading: Reading, rated: RatedRow?) -> FoundHeader {
        var best = rated
        if best == nil,
            let first = reading.records.indices.first(where: { candidate(from: $0, in: reading) != nil }),
            let (last, cells) = candidate(from: first, in: reading)
        {
            best = (0, first, last, cells)
        }
        let first = best?.first ?? 0
        var last = best?.last ?? 0
        if last + 1 < reading.records.count, reading.records[last + 1].isRule { last += 1 }
        let records = reading.records
        var dialect = reading.dialect
        dialect.mixesLineEnds = reading.mended != nil
        guard records.indices.contains(last) else {
            return FoundHeader(dialect: dialect, cells: [], line: 1, dataStart: 0, dataLine: 1)
        }
        return FoundHeader(
            dialect: dialect, cells: best?.cells ?? records[0].cells, line: records[first].line,
            dataStart: records[last].end, dataLine: records[last].nextLine,
            mendedText: reading.mended?.text, mendedLineEnds: reading.mended?.ends ?? 0)
    }

    /// Returns the header that begins at a record, joined with the records that line breaks tore from it.
    private func candidate(from first: Int, in reading: Reading) -> (last: Int, cells: [String])? {
        var cells = reading.records[first].cells
        var last = first
        while cells.count < reading.usualCount, last + 1 < reading.records.count, last < first + 20 {
            last += 1
            let more = reading.records[last].cells
            guard reading.records[last].cells.count < reading.usualCount else { break }
            cells[cells.count - 1] = [cells[cells.count - 1], more[0]].filter { !$0.isEmpty }.joined(
                separator: " ")
            cells += more.dropFirst()
        }
        if cells.count < reading.usualCount, rating(reading.records[first].cells) > 0 {
            return (first, reading.records[first].cells)
        }
        let filled = cells.count { !$0.isEmpty }
        let isLong = cells.count >= reading.usualCount && filled * 2 > reading.usualCount
        return isLong && !cells.contains(where: { Double($0) != nil }) ? (last, cells) : nil
    }
}

/// The header of a file.
struct FoundHeader: Equatable {
    var dialect: Dialect
    var cells: [String]
    /// The header's line, from 1.
    var line: Int
    /// The first byte after the header in the sample.
    var dataStart: Int
    /// The line of the first record, from 1.
    var dataLine: Int
    /// The sample, where line ends in it were mended.
    var mendedText: [UInt8]?
    var mendedLineEnds = 0
}
