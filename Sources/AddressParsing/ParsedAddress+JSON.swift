import Records

extension ParsedAddress {
    /// Returns the best reading as one line of JSON, without a line end.
    ///
    /// The keys, in order: `input, number, predirectional, street_name, suffix, postdirectional, unit_type, unit, city,
    /// state, zip, intersection`. Values stand as written, empty where absent. `street_name` holds the whole of what is
    /// neither direction nor type after the name: `Highway 1`, `Avenue S`, `Old State Rte 3`; joined in that order the
    /// four street fields lose no word. Of an intersection, the street fields are empty and `intersection` lists the
    /// streets, each in full, also with a type that they share (`Elm & Oak Sts`: `Elm St`, `Oak St`); of what cannot be placed, number and street are empty.
    package var jsonLine: String {
        var json = JSONObjectBuffer()
        json.add("input", input)
        json.add("number", best.number.map { text($0.span) } ?? "")
        let isCrossing = !best.crossStreets.isEmpty
        let street = isCrossing || !best.isPlaceable ? StreetSpans() : best.street.written
        json.add("predirectional", text(street.preDirectional))
        json.add("street_name", text(street.name))
        json.add("suffix", text(street.postType))
        json.add("postdirectional", text(street.postDirectional))
        json.add("unit_type", best.unit.map { text($0.typeSpan) } ?? "")
        json.add("unit", best.unit.map { text($0.idSpan) } ?? "")
        json.add("city", text(best.written.city))
        json.add("state", text(best.written.state))
        json.add("zip", text(best.written.zip))
        json.add("intersection", isCrossing ? best.streets.map(crossingStreet) : [])
        return String(decoding: json.finished(), as: UTF8.self)
    }

    /// Returns a street of a crossing in full, with what it shares with the other: of `Elm & Oak Sts` both are `St`.
    private func crossingStreet(_ street: StreetName) -> String {
        let written = street.written
        if written.sharedType.isEmpty { return text(written.whole) }
        return "\(text(written.preDirectional.union(written.name))) \(text(written.sharedType))"
    }
}
