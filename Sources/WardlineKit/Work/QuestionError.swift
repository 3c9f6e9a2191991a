import ServiceLevels
package import Wording

/// Why what was asked has no answer.
package enum QuestionError: AdvisingError, Equatable {
    case noDay(String)
    /// Numbers that are no position on earth.
    case noPosition(longitude: Double, latitude: Double)
    case noRequest(id: String, source: String)
    case noPeriod
    /// A name that is neither a category nor an area.
    case noCategoryOrArea(String, known: [String])
    /// Too few months have ended to foretell others.
    case tooFewMonths
    /// A column is to be passed on whose name findings have themselves.
    case carriedColumnTaken(String)
    /// A column is to be passed on that a workspace does not keep.
    case carriedColumnNotKept(String, workspace: String)
    /// Columns are asked for that a workspace does not keep.
    case columnsNotKept(workspace: String)
    /// Rows without a header, and nothing that names their columns.
    case noHeader

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .noDay(let text): "“\(text)” is no day; such as 2024-07-01"
        case .noPosition(let longitude, let latitude):
            "\(longitude), \(latitude) is no longitude and latitude in degrees; longitude comes first"
        case .noRequest(let id, let source): "\(source) has no request \(id)"
        case .noPeriod: "no period was asked for"
        case .noCategoryOrArea(let name, let known):
            "“\(name)” is no category and no area; did you mean “\(Spelling.nearest(to: name, among: known.sorted()))”?"
        case .tooFewMonths:
            "\(terms[.ahead]): the finished months of the file are fewer than \(Forecast.fewestMonths); nothing is foretold from so few"
        case .carriedColumnTaken(let name):
            "\(terms[.carry]) \(name): findings have a column of that name already"
        case .carriedColumnNotKept(let name, let workspace):
            "\(workspace): a workspace keeps no column \(name); \(terms[.carry]) needs the file itself"
        case .columnsNotKept(let workspace):
            "\(workspace): a workspace keeps no other columns of the requests; name the file itself"
        case .noHeader:
            "rows without their header: name a file that has it\(terms.with(.headerFrom)), or facts of delimited text\(terms.with(.facts))"
        }
    }
}
