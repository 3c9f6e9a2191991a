import DelimitedText
import ServiceRequests

/// Which part of a longer file is read.
package struct PartOfFile: Sendable, Hashable {
    /// Whether it begins with rows instead of a header.
    package var isHeaderless: Bool
    /// The file whose header names its columns; `nil` for those of the facts.
    package var headerFile: String?
    /// The number of its first line in the longer file.
    package var firstLine: Int
    /// Whether it holds the rows of some categories, from anywhere in the longer file.
    package var isOfCategories = false

    package init(isHeaderless: Bool = false, headerFile: String? = nil, firstLine: Int = 1) {
        self.isHeaderless = isHeaderless || headerFile != nil
        self.headerFile = headerFile
        self.firstLine = firstLine
    }
}

extension PartOfFile {
    /// Returns what is known of the part before it is opened.
    ///
    /// - Parameter shape: Looks at the beginning of a file.
    func shape(_ facts: CityFacts?, shape: (String) throws -> TextShape) throws -> KnownShape {
        var known = facts?.shape ?? KnownShape()
        known.firstLine = firstLine
        known.isRearranged = isOfCategories
        if let headerFile {
            let found = try shape(headerFile)
            (known.dialect, known.header) = (found.dialect, found.header)
        } else if isHeaderless {
            guard let facts, !facts.columns.header.isEmpty, known.dialect != nil else {
                throw QuestionError.noHeader
            }
            known.header = facts.columns.header
        }
        return known
    }
}
