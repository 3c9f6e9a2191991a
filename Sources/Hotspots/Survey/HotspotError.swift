package import ServiceRequests
package import Wording

/// Why places that keep being reported cannot be looked for.
package enum HotspotError: AdvisingError, Hashable {
    /// A category was asked for that no request has.
    case unknownCategory(UnknownCategory)
    /// A setting that was asked for.
    case setting(ClusterError)
    /// What names an area is not `LAYER=AREA`.
    case noAreaChoice(String)
    /// The city file has no layer of the name.
    case noLayer(AreaChoice, file: String, layers: [String])
    /// A layer has no edition to look an area up in.
    case noEdition(layer: String, file: String)
    /// A layer's last edition has no area of the code.
    case noArea(AreaChoice, edition: String, codes: [String])
    /// There is no cluster of that number.
    case noCluster(number: Int, count: Int)
    /// No request is left for a test of significance.
    case nothingToTest(test: String, subject: String)
    /// A test of significance cannot be done as asked.
    case significance(SignificanceError, test: String)

    /// Whether other arguments would do.
    package var isUsage: Bool {
        switch self {
        case .noAreaChoice: true
        case .noLayer(_, _, let layers): !layers.isEmpty
        default: false
        }
    }

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .unknownCategory(let error): error.text(in: terms)
        case .setting(let error): error.text(in: terms)
        case .noAreaChoice(let text):
            "\(terms[.area]) \(text): name a layer and one of its areas, such as zone=7"
        case .noLayer(let choice, let file, let layers):
            "\(terms[.area]) \(choice.layer)=\(choice.area): \(file) has no layer \(choice.layer); "
                + (layers.isEmpty
                    ? "add layers:" : "did you mean \(Spelling.nearest(to: choice.layer, among: layers))?")
        case .noEdition(let layer, let file): "\(file): layer \(layer) has no edition"
        case .noArea(let choice, let edition, let codes):
            "\(terms[.area]) \(choice.layer)=\(choice.area): no area of the map \(edition) has this code"
                + Spelling.question(for: choice.area, among: codes, orElse: "its codes are")
                + codes.prefix(30).joined(separator: ", ") + (codes.count > 30 ? ", …" : "")
        case .noCluster(let number, let count):
            count == 0
                ? "\(terms[.explain]) \(number): there are no clusters"
                : "\(terms[.explain]) \(number): clusters are numbered 1 to \(count); the nearest is "
                    + "\(min(max(number, 1), count))"
        case .nothingToTest(let test, let subject):
            "\(terms[.significance]) \(test): no request of \(subject) is left to test; try other dates, another area or "
                + "another category"
        case .significance(let error, let test): "\(terms[.significance]) \(test): \(error.text(in: terms))"
        }
    }
}
