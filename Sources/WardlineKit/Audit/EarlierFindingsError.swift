import Records

/// Why a file holds no findings of an earlier audit.
enum EarlierFindingsError: Error, Sendable, Equatable, CustomStringConvertible {
    case noColumn(String, source: String)
    /// Not one of its rows is a finding; with what is wrong of the first.
    case noFinding(source: String, rows: Int, line: Int, reason: String)

    var description: String {
        switch self {
        case .noColumn(let column, let source):
            "--baseline \(source) has no column \(column): it is no CSV file of findings"
        case .noFinding(let source, let rows, let line, let reason):
            "--baseline \(source): none of \(DayText.counted(rows, "row")) is a finding; the first, on line \(line): \(reason)"
        }
    }
}
