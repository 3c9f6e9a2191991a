/// Reads US address lines into their parts.
///
/// One value serves any number of threads. Making it reads the postal tables, about a millisecond; keep it.
package struct AddressParser: Sendable {
    /// Longer lines are no addresses, bytes.
    package static let lineLimit = 1_000

    /// Readings that score this much less than the best are not kept.
    private static let readingMargin = 15

    let lexicon: Lexicon

    /// - Parameter places: The names of towns that help to tell a street from a town, and what their aliases mean.
    package init(places: PlaceNames = PlaceNames()) { lexicon = Lexicon(places: places) }

    /// Returns the line's readings, best first. Never fails: what cannot be placed says why.
    ///
    /// The stages: normalise, tokenise and classify, take mail boxes out, solve (score the readings), assemble.
    package func parse(_ line: String) -> ParsedAddress {
        var line = line
        let readings = line.withUTF8(readings)
        return ParsedAddress(input: line, readings: readings)
    }

    private func readings(_ source: UnsafeBufferPointer<UInt8>) -> [AddressReading] {
        guard source.count <= Self.lineLimit else { return [AddressReading(kind: .unplaceable(.tooLong))] }
        let normalized = NormalizedLine(source)
        let tokens = Tokenizer(normalized, source: source, lexicon: lexicon).tokens
        guard tokens.count <= Tokenizer.limit else { return [AddressReading(kind: .unplaceable(.tooLong))] }
        let mail = MailReader(line: TokenLine(tokens: tokens, bytes: normalized.bytes, lexicon: lexicon))
        guard !tokens.isEmpty else { return [AddressReading(kind: .unplaceable(.empty))] }
        let solver = LineSolver(line: mail.line, mail: mail.mail)
        let assembler = Assembler(line: mail.line)
        let worst = solver.list.best - Self.readingMargin
        let readings = solver.list.candidates.filter { $0.score >= worst }.map(assembler.reading)
        return readings.isEmpty ? [AddressReading(kind: .unplaceable(.landmark))] : readings
    }
}
