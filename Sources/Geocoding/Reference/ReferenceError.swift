import Wording

/// Why streets and addresses could not be made ready for matching.
package enum ReferenceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A source file cannot be read.
    case source(path: String, reason: String)
    /// A source file lacks columns that matching needs.
    case columns(path: String, missing: [String], present: [String])
    /// A source file has not a column that the city file names.
    /// - Parameter key: What the column is to hold, as the city file calls it.
    case unknownColumn(path: String, key: String, name: String, present: [String])
    /// No profile has this name.
    case unknownProfile(String)

    package var description: String {
        switch self {
        case .source(let path, let reason):
            return reason.hasPrefix(path) ? reason : "\(path): \(reason)"
        case .columns(let path, let missing, let present):
            return
                "\(path): no column \(missing.joined(separator: ", ")); it has \(present.joined(separator: ", ")). "
                + "Name the columns under reference in the city file."
        case .unknownColumn(let path, let key, let name, let present):
            let nearest = Spelling.candidates(for: name, among: present)
            let hint = nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
            return "\(path) has no column \(name) for \(key)\(hint); its columns are "
                + present.joined(separator: ", ")
        case .unknownProfile(let name):
            let known = StreetProfile.known.map(\.name) + AddressPointProfile.known.map(\.name)
            return "no reference profile is called \(name); there are \(known.joined(separator: ", "))"
        }
    }
}
