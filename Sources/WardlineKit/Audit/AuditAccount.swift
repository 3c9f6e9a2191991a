package import Locating
package import RoutingAudit
package import ServiceRequests

/// All that the summary of an audit says: of one run over all requests, of slices of them, or of the sums of parts.
package struct AuditAccount: Sendable {
    package let basis: AuditBasis
    /// What became of the file's rows.
    package let rows: IntakeCounts
    package let findings: SummaryFindings
    /// For each layer the recorded texts that were taken for the number in an area's title.
    let titleNumbers: [[TitleNumber]]
    /// How far recorded positions are from their addresses, where slices were compared.
    private let errors: ErrorFigures?

    /// - Parameter basis: Its table holds the requests of which the findings are.
    package init(_ result: AuditResult, of basis: AuditBasis) {
        self.basis = basis
        rows = IntakeCounts(basis.table)
        findings = SummaryFindings(result, of: basis.table, layers: basis.layers)
        titleNumbers = Self.titleNumbers(basis)
        errors = nil
    }

    /// - Parameter basis: Its table has the category, opening and closing of each request, and the texts of the other columns.
    init(_ basis: AuditBasis, rows: IntakeCounts, findings: SummaryFindings, errors: ErrorFigures?) {
        self.basis = basis
        self.rows = rows
        self.findings = findings
        titleNumbers = Self.titleNumbers(basis)
        self.errors = errors
    }

    /// Returns how far recorded positions lie from their addresses; `nil` where there are no streets to look them up in.
    ///
    /// - Parameter longest: How many categories, channels and streets are listed at most.
    package func positionErrors(longest: Int) -> PositionErrors? {
        let table = basis.table
        if let errors {
            return PositionErrors(
                errors, categories: table.categories.values, channels: table.channels.values, longest: longest
            )
        }
        return basis.comparedPositions.map { PositionErrors($0, in: table, longest: longest) }
    }
}
