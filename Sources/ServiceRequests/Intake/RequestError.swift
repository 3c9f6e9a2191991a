package import City
package import DelimitedText
package import Wording
package import WorkSharing

/// Why a requests file could not be read at all.
package enum RequestError: Error, Equatable {
    case text(DelimitedTextError)
    /// No known city has the profile's name.
    case unknownProfile(name: String, nearest: [String])
    /// A column that the city file names is not in the header.
    case unknownColumn(name: String, use: ColumnUse, source: String, nearest: [String], header: [String])
    /// One column is to hold two things that no column holds both of.
    case sharedColumn(name: String, meanings: [RequestField], source: String)
    /// One of the errors of columns, with the city file's line that names the column.
    case cityFile(CityFileError)
    /// No known city's columns fit the header, and none are spelled out.
    /// - Parameter nearest: A city some of whose columns the header has.
    case noProfileFits(source: String, line: Int, header: [String], nearest: ColumnProfile?)
    /// More than one row in five has an id that an earlier row has and is another request.
    case idsRepeat(column: String, source: String, repeated: Int, rows: Int, others: [String])
    /// Neither the city file nor the profile says which column holds what every request needs.
    case missingField(RequestField, source: String, header: [String])
    /// The file has one column, so that it is some other text.
    case noTable(source: String, line: Int, text: String)
    /// No line ends within the first MiB, where the header is looked for.
    case noLineEnd(source: String)
    case headerOnly(source: String)
    /// No column says where the rows lie.
    case noPlaces(source: String, header: [String])
    /// Not one row could be read.
    case nothingReadable(source: String, rows: Int, first: Rejection, header: Int)
    /// A file that is to follow another one has other columns.
    case otherColumns(source: String, first: String)
    /// The same of one sheet of a workbook that holds other tables, which are not read.
    indirect case ofSheet(RequestError, others: [String])
    case coordinateSystem(definition: String, reason: String)
    /// The rows will need more memory than there is.
    case needsMemory(source: String, need: MemoryNeed, room: MemoryRoom)
    /// The columns x and y are to be used, and nothing says in which coordinate system they are.
    case missingCoordinateSystem(source: String)
}

extension RequestError {
    /// The line of the city file that is to blame, where one is.
    package var cityFileLine: Int? {
        if case .cityFile(let error) = self { error.line } else { nil }
    }

    /// Whether there is too little memory for the whole file.
    package var isShortOfMemory: Bool {
        if case .needsMemory = self { true } else { false }
    }
}

extension RequestError: AdvisingError {
    /// The error in words: what, where, what next.
    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .text(let error): error.description
        case .unknownProfile(let name, let nearest):
            "no profile is called \(name)\(Self.hint(nearest)); known are \(Self.profileNames)"
        case .unknownColumn(let name, let use, let source, let nearest, let header):
            "\(source) has no column \(name) for \(use.text(in: terms))\(Self.hint(nearest)); "
                + "its columns are \(Self.list(header))" + Self.geometryHint(header)
        case .sharedColumn(let name, let meanings, let source):
            "\(source): the column \(name) is to be \(meanings.map { "\($0.rawValue):" }.joined(separator: " and ")), and"
                + " cannot be both; name the right columns, and leave out what the file has not"
        case .cityFile(let error): error.text(in: terms)
        case .noProfileFits(let source, let line, let header, let nearest):
            "\(source) line \(line): no known city has these columns: \(Self.list(header)); "
                + "spell them out in the city file under requests: columns:" + Self.nearly(nearest)
        case .idsRepeat(let column, let source, let repeated, let rows, let others):
            "\(source): \(repeated) of \(rows) rows have an id in the column \(column) that another request has, so that it"
                + " is no id; name the column that is under requests: columns: id: …"
                + (others.isEmpty ? "" : "; no text repeats in \(others.joined(separator: ", "))")
        case .missingField(let field, let source, let header):
            "\(source): nothing says which column holds \(field.rawValue); name it in the city file under "
                + "requests: columns: \(field.rawValue): …; the columns are \(Self.list(header))"
        case .noTable(let source, let line, let text):
            "\(source) is no table: line \(line) holds one column"
                + (HeaderEvidence.isPlausible([text])
                    ? ", “\(text.prefix(60))\(text.count > 60 ? "…" : "")”" : "")
                + "; export the requests as CSV"
        case .noLineEnd(let source):
            "\(source) is no table of requests: its first line is longer than a MiB; export the requests as CSV, one line"
                + " each"
        case .noPlaces(let source, let header):
            "\(source): no column is known to hold positions or addresses; name them in the city file under requests:"
                + " columns: longitude, latitude, address; the columns are \(Self.list(header))"
        case .headerOnly(let source): "\(source) has a header and no rows; export it again"
        case .nothingReadable(let source, let rows, let first, let header):
            "\(source): none of its \(rows) rows could be read; line \(first.line): \(first.reason); "
                + "is line \(header) the header?"
        case .otherColumns(let source, let first):
            "\(source) has other columns than \(first); make facts of files with one header"
        case .needsMemory(let source, let need, let room):
            "\(source): its \(Self.about(need.rows)) rows will need about \(MemoryNeed.words(need.bytes, in: room, terms))"
                + (room.bound == .wish ? "" : "; split the file, or give more")
                + (room.bound == .machine ? ", or say\(terms.with(.memory)) how much may be taken" : "")
        case .ofSheet(let error, let others): error.text(in: terms) + Self.sheetHint(others)
        case .coordinateSystem(let definition, let reason):
            "the coordinate system \(definition) of the columns x and y cannot be used: \(reason)"
        case .missingCoordinateSystem(let source):
            "\(source) has positions as x and y; name their coordinate system in the city file, such as EPSG:26985"
        }
    }

    /// What points of a map are named by, where the file is one.
    private static func geometryHint(_ header: [String]) -> String {
        header.last == "geometry"
            ? "; the positions are in geometry: say location: geometry in place of longitude and latitude"
            : ""
    }

    /// Returns the error as one that may be of the wrong sheet of a workbook.
    func ofSheet(in shape: TextShape) -> RequestError {
        guard !shape.otherTables.isEmpty else { return self }
        switch self {
        case .unknownColumn, .noProfileFits, .missingField, .noTable, .noPlaces, .headerOnly,
            .nothingReadable, .cityFile:
            return .ofSheet(self, others: shape.otherTables)
        default: return self
        }
    }

    private static func sheetHint(_ others: [String]) -> String {
        let names = others.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
        return
            "; of the workbook's sheets the first with a table was read, and not \(names): name the right one as sheet: under requests:"
            + " in the city file"
    }

    private static func about(_ rows: Int) -> String {
        rows < 1_000_000 ? "\((rows + 500) / 1000) thousand" : "\((rows + 500_000) / 1_000_000) million"
    }

    private static var profileNames: String { ColumnProfile.known.map(\.name).joined(separator: ", ") }

    private static func hint(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : " (did you mean \(nearest.joined(separator: " or "))?)"
    }

    private static func nearly(_ profile: ColumnProfile?) -> String {
        profile.map { "; some are those of \($0.title): if it is that city's file, say profile: \($0.name)" }
            ?? ""
    }

    /// The columns, unless their row is no header: it may be a request's.
    private static func list(_ header: [String]) -> String {
        guard !header.isEmpty else { return "(not shown, since the row looks like data: is there a header?)" }
        let shown = header.prefix(40).map { $0.isEmpty ? "(blank)" : String($0.prefix(60)) }
        return shown.joined(separator: ", ") + (header.count > 40 ? ", and \(header.count - 40) more" : "")
    }
}
