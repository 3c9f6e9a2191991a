package import Wording

/// Why the addresses of a file cannot be placed.
package enum AddressFileError: AdvisingError, Hashable {
    /// A column that was named is not there.
    case noColumn(_ name: String, nearest: String, header: [String], source: String)
    /// No column is known to hold addresses.
    case noAddressColumn(header: [String], source: String)
    /// The file has a column already that placing would add.
    case repeatedColumn(_ name: String, source: String)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .noColumn(let name, let nearest, let header, let source):
            "\(source) has no column \(name); did you mean \(nearest)? It has \(header.joined(separator: ", "))"
        case .noAddressColumn(let header, let source):
            "\(source) has no column that is known to hold addresses; name it\(terms.with(.column)). It has "
                + header.joined(separator: ", ")
        case .repeatedColumn(let name, let source):
            "\(source) has a column \(name) already; take out the geocode_ columns before placing it again"
        }
    }
}
