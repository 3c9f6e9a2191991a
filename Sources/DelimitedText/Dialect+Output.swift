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
}
