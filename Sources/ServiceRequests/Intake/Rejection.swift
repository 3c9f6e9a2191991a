/// A row of the file that could not become a request.
package struct Rejection: Sendable, Hashable {
    package enum Reason: Codable, Sendable, Hashable {
        /// More fields than the header has columns, as from a comma that is not quoted.
        case tooManyFields(found: Int, expected: Int)
        /// So few fields that id, category or date of opening are missing.
        case tooFewFields(found: Int, expected: Int)
        /// A quote opens a field, nothing closes it, and the row has not the header's number of fields.
        case unclosedQuote
        /// Text follows a closing quote, and the row has not the header's number of fields.
        case textAfterQuote(found: Int, expected: Int)
        /// One of so many lines from a quote to the next, some of which look like rows of their own and some do not.
        case doubtfulLines(Int)
        /// So many lines that have the header's number of fields together and too few each, as of a line end within a field.
        case brokenLines(Int)
        /// The record is longer than a record may be.
        case recordTooLong
        /// The id is blank.
        case noID
        /// The header again, as where files were joined.
        case header
        /// A header that names the columns in another order, as where exports of other times were joined.
        case otherHeader
        /// A header of names that are not the file's, so that nothing tells which of its columns holds what.
        case foreignHeader
        /// A second header below the first: labels that people read, or the columns' types.
        case labels
        /// A row below such a header: its fields are not in the order of the file's own, or nobody knows.
        case belowOtherHeader
        /// A line of totals below the rows, as of a pivot table: nothing but a word for it and numbers.
        case total
        /// A line of notes below the rows: one text beside the header's columns of requests, and nothing else.
        case remark
        /// The same in two cells: a title and what it names, or a day beside no other cell of a request.
        case note
        /// Nothing in all columns that are read.
        case nothing
    }

    /// The physical line on which the record begins, from 1.
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

extension Rejection.Reason {
    /// Whether it was found in what the cells hold rather than in how the row is written.
    var liesInCells: Bool {
        switch self {
        case .noID, .header, .otherHeader, .foreignHeader, .labels, .belowOtherHeader, .total, .remark, .note,
            .nothing:
            true
        case .tooManyFields, .tooFewFields, .unclosedQuote, .textAfterQuote, .doubtfulLines, .brokenLines,
            .recordTooLong:
            false
        }
    }
}

extension Rejection.Reason {
    /// Whether such a row may be a request, of which nobody knows which.
    var mayBeRequest: Bool {
        switch self {
        case .tooManyFields, .tooFewFields, .unclosedQuote, .textAfterQuote, .doubtfulLines, .brokenLines,
            .recordTooLong, .noID, .belowOtherHeader:
            true
        case .header, .otherHeader, .foreignHeader, .labels, .total, .remark, .note, .nothing: false
        }
    }
}

extension RejectionLog {
    /// The rows that may be requests, of which nobody knows which.
    package var requestsOfNobody: Int {
        counts().reduce(0) { $0 + ($1.key.mayBeRequest ? $1.value : 0) }
    }
}

extension Rejection.Reason: CustomStringConvertible {
    /// The reason in words, for people.
    package var description: String {
        switch self {
        case .tooManyFields(let found, let expected):
            "\(found) fields where the header has \(expected): a delimiter that is not quoted?"
        case .tooFewFields(let found, let expected):
            "\(found) of \(expected) fields: the row is cut off"
        case .unclosedQuote: "a quote opens a field and is never closed"
        case .textAfterQuote(let found, let expected):
            "\(found) of \(expected) fields, and text after a closing quote: a quote too many or too few?"
        case .doubtfulLines(let lines):
            "one of \(lines) lines from a quote to the next, some of which look like rows of their own"
        case .brokenLines(let lines):
            "\(lines) lines have the header's number of fields only together: a line end within a field that is not quoted?"
        case .recordTooLong: "the row is longer than 1 MiB"
        case .noID: "the id is blank"
        case .header: "the header again: were several files joined?"
        case .otherHeader:
            "a header with the columns in another order: files were joined that have to be read one by one"
        case .foreignHeader:
            "a header of names that are not this file's: files were joined that have to be read one by one"
        case .labels: "a second line of names or types below the header, and no request"
        case .belowOtherHeader: "it stands below a header of other columns, or of these in another order"
        case .total: "a line of totals and no request"
        case .note: "two cells at most, as of a line of notes, and no request"
        case .nothing: "nothing in the columns that are read"
        case .remark: "one text and nothing else: a line of notes and no request"
        }
    }
}
