/// For whom delimited text is written.
package enum DelimitedStyle: Sendable, Hashable {
    /// RFC 4180, lines end in LF.
    case plain
    /// With a byte order mark, without which Excel takes UTF-8 for something else, and with an apostrophe before texts
    /// that Excel would run as a formula.
    case spreadsheet
}
