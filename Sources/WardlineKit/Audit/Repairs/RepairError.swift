package import DelimitedText
package import Wording

/// Why repairs cannot be made for a loader, or cannot be compared with what was loaded.
package enum RepairError: AdvisingError, Equatable {
    /// No column of the requests holds the key that the loader finds records by.
    case noKey(source: String)
    /// A file with a row that cannot be read.
    case unreadable(name: String, RecordFault)
    /// Old values are named for repairs that have them.
    case hasOldValues(repairs: String)
    /// Old values of other columns than the repairs have.
    case oldOfOtherColumns(undo: String, repairs: String)
    /// Old values of other records than the repairs have.
    case oldOfOtherRecords(undo: String, repairs: String)
    /// What are named as old values are the new ones.
    case oldAreNew(undo: String, repairs: String)
    /// A repair of a layer that the city file has not, or not with a column.
    case noLayer(String, repairs: String)
    /// A table without any of the columns that repairs have.
    case noRepairs(name: String, columns: [String])
    /// The new export has no column of the keys.
    case noKeyColumn(String, export: String)
    /// The new export lacks a column that was repaired.
    case noRepairedColumn(String, export: String)
    /// A workspace in the place of a new export.
    case exportIsWorkspace(path: String)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .noKey(let source):
            "\(source): no column holds ids to load back by; name one\(terms.with(.key, "COLUMN"))"
        case .unreadable(let name, let fault): "\(name) cannot be read as repairs: \(fault.problem)"
        case .hasOldValues(let repairs):
            "\(repairs) has the old values itself, as from; \(terms[.undo]) is for \(terms[.for])"
        case .oldOfOtherColumns(let undo, let repairs):
            "\(undo) has other columns than \(repairs); they belong to other repairs"
        case .oldOfOtherRecords(let undo, let repairs):
            "\(undo) has none of the records of \(repairs); they belong to other repairs"
        case .oldAreNew(let undo, let repairs):
            "\(undo) has the same values as \(repairs): these are no old ones"
        case .noLayer(let layer, let repairs):
            "\(repairs): the city file has no layer \(layer) with a column of the requests"
        case .noRepairs(let name, let columns):
            "\(name) is no file of repairs: it has neither layer, from and to nor, behind the key, any of the columns that repairs"
                + " change" + (columns.isEmpty ? "" : ": \(columns.joined(separator: ", "))")
        case .noKeyColumn(let column, let export):
            "\(export) has no column \(column) to find the repaired records by"
        case .noRepairedColumn(let column, let export):
            "\(export) has no column \(column), which was repaired"
        case .exportIsWorkspace(let path):
            "\(path) is a workspace, and repairs are compared with what the CRM exports after they were loaded; name that file"
        }
    }

    /// The line that cannot be read, from 1.
    var line: Int? {
        if case .unreadable(_, let fault) = self { fault.line } else { nil }
    }
}
