import Records
import Wording

/// Why a file holds no findings of an earlier audit.
enum EarlierFindingsError: AdvisingError, Equatable {
    case noColumn(String, source: String)
    /// Not one of its rows is a finding; with what is wrong of the first.
    case noFinding(source: String, rows: Int, line: Int, reason: String)

    func text(in terms: CallerTerms) -> String {
        switch self {
        case .noColumn(let column, let source):
            "\(terms[.baseline]) \(source) has no column \(column): it is no CSV file of findings"
        case .noFinding(let source, let rows, let line, let reason):
            "\(terms[.baseline]) \(source): none of \(DayText.counted(rows, "row")) is a finding; the first, on line \(line): \(reason)"
        }
    }
}
