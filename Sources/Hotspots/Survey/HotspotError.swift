package import ServiceRequests
import Wording

/// Why places that keep being reported cannot be looked for.
package enum HotspotError: Error, Hashable, CustomStringConvertible {
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

    package var description: String {
        switch self {
        case .unknownCategory(let error): error.description
        case .setting(let error): "--\(error)"
        case .noAreaChoice(let text):
            "--area \(text): name a layer and one of its areas, such as --area zone=7"
        case .noLayer(let choice, let file, let layers):
            "--area \(choice.layer)=\(choice.area): \(file) has no layer \(choice.layer); "
                + (layers.isEmpty
                    ? "add layers:" : "did you mean \(Spelling.nearest(to: choice.layer, among: layers))?")
        case .noEdition(let layer, let file): "\(file): layer \(layer) has no edition"
        case .noArea(let choice, let edition, let codes):
            "--area \(choice.layer)=\(choice.area): no area of the map \(edition) has this code"
                + Spelling.question(for: choice.area, among: codes, orElse: "its codes are")
                + codes.prefix(30).joined(separator: ", ") + (codes.count > 30 ? ", …" : "")
        case .noCluster(let number, let count):
            count == 0
                ? "--explain \(number): there are no clusters"
                : "--explain \(number): clusters are numbered 1 to \(count); the nearest is "
                    + "\(min(max(number, 1), count))"
        case .nothingToTest(let test, let subject):
            "--significance \(test): no request of \(subject) is left to test; try other dates, another area or "
                + "another category"
        case .significance(let error, let test): "--significance \(test): \(error)"
        }
    }
}
