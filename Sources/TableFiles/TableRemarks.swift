/// What people should know of a table that was taken out of a workbook.
package struct TableRemarks: Sendable, Hashable {
    /// One short sentence each, without anything of a row but a cell's place.
    package var notes: [String] = []
    /// The names of the workbook's other sheets that hold a table, which are not read.
    package var otherTables: [String] = []

    /// Whether the workbook counts days from 1904, as on old Macintosh computers.
    package var countsFrom1904 = false

    /// The number of the reference system of the columns x and y, as EPSG has it, where the file names one that is not degrees of today's.
    package var positionSystem: Int?

    /// How the note begins that the file lacks rows by what it says itself.
    package static let missingRows = "the file says itself that it does not hold all rows"

    package init() {}
}
