import Records
import Wording

/// Why parts that are named cannot be put together.
enum MergeError: AdvisingError, Equatable {
    case namedTwice(path: String)
    /// More or fewer parts are named than there have to be.
    case otherCount(found: Int, wanted: Int, last: String)
    case unreadable(path: String)
    case noHeader(path: String)
    /// The last row has no line's end.
    case cutOff(path: String)
    case otherColumns(path: String, first: String)
    /// The first rows of two parts differ in their line ends alone.
    case otherLineEnds(path: String, first: String)
    /// Two parts have the same rows.
    /// - Parameter mayShareID: Whether requests that share an id may have them.
    case sameRows(first: String, other: String, mayShareID: Bool)
    /// One request, as nobody can tell it from another, is in two parts.
    /// - Parameter mayShareID: Whether no facts say how many requests have the id.
    case sameRequest(id: String, layer: String, first: String, other: String, mayShareID: Bool)

    func text(in terms: CallerTerms) -> String {
        switch self {
        case .namedTwice(let path): "\(path): the part is named twice"
        case .otherCount(let found, let wanted, let last):
            "\(DayText.counted(found, "part")) named, where there have to be \(wanted): "
                + (found < wanted
                    ? "a part is missing, as one after \(last)" : "some are no parts of this whole")
        case .unreadable(let path): "\(path): there is no such file, or it cannot be read"
        case .noHeader(let path): "\(path): it has no header with a line's end; was the part cut off?"
        case .cutOff(let path): "\(path): its last row has no line's end; was the part cut off?"
        case .otherColumns(let path, let first):
            "\(path): its columns are not those of \(first), so that rows would not fit"
        case .otherLineEnds(let path, let first):
            "\(path): its lines end otherwise than those of \(first), as where a spreadsheet saved it again; its columns are the"
                + " same: take the part as it was written"
        case .sameRows(let first, let other, let mayShareID):
            "\(first) and \(other) have the same rows: a part is there twice"
                + (mayShareID ? ", or \(Self.sharedIDs(terms))" : "")
        case .sameRequest(let id, let layer, let first, let other, let mayShareID):
            "request \(id) in \(layer) is in \(first) and in \(other): a part is there twice, they overlap, the request stands"
                + " in both and they were judged without \(terms[.facts]) of all"
                + (mayShareID ? ", or \(Self.sharedIDs(terms))" : "")
        }
    }

    /// What stays open without facts.
    private static func sharedIDs(_ terms: CallerTerms) -> String {
        "requests share the id, which facts of all tell where the rows are put together by them\(terms.with(.mergingRows))"
    }
}
