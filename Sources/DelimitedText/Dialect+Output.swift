extension Dialect {
    /// The dialect in which a file's rows go out again: its own, and CSV where they were no delimited text.
    package var forOutput: Dialect { self == .rows ? Dialect() : self }

    /// Returns a record's bytes as they go out again: as they are, and as CSV where the rows were no delimited text.
    package func output(_ record: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard self == .rows else { return record }
        var row: [UInt8] = []
        for (index, field) in record.split(separator: delimiter, omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { row.append(UInt8(ascii: ",")) }
            let needsQuotes = field.contains {
                $0 == UInt8(ascii: ",") || $0 == Self.quote || $0 == 0x0A || $0 == 0x0D
            }
            guard needsQuotes else {
                row += field
                continue
            }
            row.append(Self.quote)
            for byte in field {
                if byte == Self.quote { row.append(byte) }
                row.append(byte)
            }
            row.append(Self.quote)
        }
        return row[...]
    }

    /// Returns the bytes of a batch's row as they go out again, as many fields of them as a row has at most: those behind it are
    /// blank, and would push whatever is appended to the row into columns that the header has not.
    ///
    /// - Parameter columns: The columns of the header.
    package func output(
        _ record: ArraySlice<UInt8>, ofRow row: Int, in batch: FieldBatch, columns: Int
    ) -> ArraySlice<UInt8> {
        var bytes = batch.strayQuoteRows.contains(row) ? outputClosingQuotes(record) : output(record)
        var excess = Int(batch.fieldCounts[row]) - columns
        // Nothing but spaces and quotes stands in them, so that each delimiter from the end is one between fields.
        while excess > 0, let delimiter = bytes.lastIndex(of: forOutput.delimiter) {
            bytes = bytes[..<delimiter]
            excess -= 1
        }
        return bytes
    }

    /// Returns a record's bytes as they go out again, with each field that a quote begins and none ends in quotes of its own: as it is
    /// it would take the fields and rows behind it with it.
    func outputClosingQuotes(_ record: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = forOutput.quote
        var row: [UInt8] = []
        var rest = output(record)
        while true {
            let closed = closedFieldLength(rest, quote)
            let field = closed.map { rest.prefix($0) } ?? rest.prefix { $0 != forOutput.delimiter }
            rest = rest.dropFirst(field.count)
            if closed == nil, field.first == quote {
                row.append(quote)
                for byte in field { row.append(contentsOf: byte == quote ? [quote, quote] : [byte]) }
                row.append(quote)
            } else {
                row += field
            }
            guard let delimiter = rest.popFirst() else { return row[...] }
            row.append(delimiter)
        }
    }

    /// The length of the first field with its quotes; `nil` where none begins it, or none ends it.
    private func closedFieldLength(_ row: ArraySlice<UInt8>, _ quote: UInt8) -> Int? {
        guard row.first == quote else { return nil }
        var index = row.startIndex + 1
        while index < row.endIndex {
            guard row[index] == quote else {
                index += 1
                continue
            }
            let next = index + 1
            if next == row.endIndex || row[next] == forOutput.delimiter { return next - row.startIndex }
            index = row[next] == quote ? next + 1 : next
        }
        return nil
    }
}
