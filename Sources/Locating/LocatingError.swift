package import Chronology
package import Wording

/// Why requests cannot be located: which file, what is wrong, what to do next.
package enum LocatingError: AdvisingError, Hashable {
    /// The city file names no layer.
    case noLayer(city: String)
    /// No edition of a layer was in force on a day.
    case noEditionInForce(city: String, layer: String, day: CivilDate, first: String, from: CivilDate?)
    /// No edition of any layer was in force on a day.
    case noEditionAtAll(day: CivilDate, from: CivilDate?)
    /// An edition has no area of a code.
    case noSuchArea(code: String, edition: String, codes: [String])
    /// An area is named of which nothing can be used.
    case unreadableArea(code: String, edition: String, reason: String)
    /// The city file names no streets to look addresses up in.
    case noReference(city: String)
    /// The city file names a profile of streets or addresses that is not known.
    case unknownProfile(city: String, name: String, part: String, known: [String])
    /// The city file names a column of streets or addresses that means nothing.
    case unknownColumn(city: String, key: String, part: String, known: [String])

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .noLayer(let city): return "\(city): there is no layer; add layers:"
        case .noEditionInForce(let city, let layer, let day, let first, let from):
            return "\(city): no edition of layer \(layer) was in force on \(day); the first, \(first), "
                + "is in force from \(from.map(\.description) ?? "")"
        case .noEditionAtAll(let day, let from):
            return "no edition is in force on \(day)" + (from.map { "; the first begins on \($0)" } ?? "")
        case .noSuchArea(let code, let edition, let codes):
            let shown = codes.prefix(codes.count <= 30 ? 30 : 5).joined(separator: ", ")
            let more = codes.count <= 30 ? "" : " and \(codes.count - 5) more"
            return "\(terms[.area]) \(code): no area of the map \(edition) has this code"
                + Spelling.question(for: code, among: codes, orElse: "its codes are") + shown + more
        case .unreadableArea(let code, let edition, let reason):
            return "\(terms[.area]) \(code): the area is in \(edition), but cannot be read: \(reason);"
                + " to see where, check the boundaries\(terms.with(.checkingBoundaries))"
        case .noReference(let city):
            return "\(city) names no streets to look addresses up in; add reference: {streets: {file: FILE}}"
        case .unknownProfile(let city, let name, let part, let known):
            return "\(city): reference: \(part): unknown profile “\(name)”; did you mean "
                + "\(Spelling.nearest(to: name, among: known))? Known here: \(known.joined(separator: ", "))"
        case .unknownColumn(let city, let key, let part, let known):
            return "\(city): reference: \(part): columns: unknown key “\(key)”; did you mean "
                + "\(Spelling.nearest(to: key, among: known))? Known here: \(known.joined(separator: ", "))"
        }
    }
}
