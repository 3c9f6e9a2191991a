/// The columns of requests that repairs change: what the CRM assigned, and degrees.
package struct RepairedColumns: Sendable {
    /// The file's names.
    package let names: [String]

    /// Whether a name is one of them, whatever its case and spaces.
    package func holds(_ name: String) -> Bool { HeaderNames(names).contains(name) }
}

extension ColumnSelection {
    /// Returns which columns repairs change in requests below a header.
    ///
    /// - Parameter assigned: The columns that hold what the CRM assigned.
    package func repairedColumns(
        assigned: [String], header: [String]
    ) throws(RequestError) -> RepairedColumns {
        var known = ColumnProfile.best(ofHeader: header)
        if let profile { known = try ColumnProfile.named(profile) }
        let present = HeaderNames(header)
        let degrees = [RequestField.longitude, .latitude].compactMap { field in
            columns[field] ?? known?.columns[field]?.first(where: present.contains)
        }
        return RepairedColumns(names: assigned + degrees)
    }
}
