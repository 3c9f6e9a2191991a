import Records
package import Wording

/// Why a workspace cannot be used.
package enum WorkspaceError: AdvisingError, Equatable {
    case noWorkspace(path: String)
    case damaged(path: String, reason: String)
    case otherVersion(path: String, version: String)
    case otherCity(path: String, holds: String, asked: String)
    /// Its moments were read in another zone.
    case otherTimeZone(path: String, holds: String, asked: String)
    /// What was assigned in a layer was read from another column.
    case otherColumn(path: String, layer: String, holds: String, asked: String)
    case missingLayer(path: String, layer: String, kept: [String])
    case withoutIDs(source: String)
    /// A file that is said to hold all, of an earlier day than what is kept.
    case olderComplete(source: String, day: String, path: String, lastDay: String)
    /// A file that settles an order of dates in which earlier imports were not read, for which nothing had settled it.
    case guessedOtherwise(source: String, order: String, path: String, guessed: String, imports: [String])
    case full(path: String)
    case failed(path: String, reason: String)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .noWorkspace(let path):
            "\(path) is no workspace; import requests into a file that is not there yet\(terms.with(.importing))"
        case .damaged(let path, let reason):
            "\(path) is damaged (\(reason)); take a copy from before, or import all requests into a new one"
        case .otherVersion(let path, let version):
            "\(path) is a workspace of version \(version), and this wardline knows version \(Workspace.version); use the"
                + " wardline that made it, or import all requests into a new one"
        case .otherCity(let path, let holds, let asked):
            "\(path) holds requests of \(holds), and the city file is of \(asked); name the right city file\(terms.with(.city))"
        case .otherTimeZone(let path, let holds, let asked):
            "\(path) keeps times that were read in \(holds), and the city file says \(asked); import all requests into a new"
                + " workspace, or set timezone: back"
        case .otherColumn(let path, let layer, let holds, let asked):
            "\(path) keeps of layer \(layer) what column \(holds) said, and the city file names \(asked); import the requests"
                + " again, into a new workspace where both columns are theirs"
        case .missingLayer(let path, let layer, let kept):
            "\(path) keeps no assigned areas of layer \(layer)"
                + (kept.isEmpty ? "" : ", only of \(kept.joined(separator: ", "))")
                + "; import the requests again with this city file"
        case .withoutIDs(let source):
            "\(source): a workspace knows requests by their ids, and no column of ids is named; add columns: {id: …} to the"
                + " city file"
        case .olderComplete(let source, let day, let path, let lastDay):
            "\(source) shows the state of \(day), and \(path) that of \(lastDay): what an older file lacks may have come in since, and"
                + " would be called deleted; import it without \(terms[.complete]), or name its day\(terms.with(.asOf)) where it is a later one"
        case .guessedOtherwise(let source, let order, let path, let guessed, let imports):
            "the dates of \(source) are \(order), and \(imports.listed()) into \(path) \(imports.count == 1 ? "was" : "were") read as"
                + " \(guessed), which nothing had settled: the same requests would have other days. Import all files anew into another"
                + " workspace, this one first, which settles the order of the others; where they are written otherwise, each with its"
                + " order in the city file, dates: day first or dates: month first under requests:"
        case .full(let path): "\(path): the disk is full; the workspace is as it was before"
        case .failed(let path, let reason): "\(path): \(reason); the workspace is as it was before"
        }
    }
}
