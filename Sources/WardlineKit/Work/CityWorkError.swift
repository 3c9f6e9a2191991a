package import ServiceRequests
package import Wording

/// What a city file lacks for the work that is asked for.
package enum CityWorkError: AdvisingError, Equatable {
    /// None is named, and none lies where one is looked for.
    case noCityFile(lookedFor: [String])
    case noTimeZone(String, city: String)
    /// There is less memory than any work takes.
    case memory(MemoryShortage)
    /// There is no layer to audit by.
    case noLayer(city: String)
    /// A layer says of no column that it holds its areas.
    case noAssignedColumn(layer: String, city: String)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .noCityFile(let paths):
            "no city file: there is no \(paths.joined(separator: " and no ")); name one\(terms.with(.city, "FILE")), or have"
                + " one drafted\(terms.with(.drafting))"
        case .noTimeZone(let name, let city): "\(city): “\(name)” is no time zone"
        case .memory(let shortage): shortage.text(in: terms)
        case .noLayer(let city): "\(city): there is no layer to audit by; add layers:"
        case .noAssignedColumn(let layer, let city):
            "\(city): layer \(layer) names no column of the requests; add assigned: COLUMN"
        }
    }
}
