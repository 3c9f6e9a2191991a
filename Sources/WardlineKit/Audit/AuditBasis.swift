package import Chronology
package import City
package import Locating
package import ServiceRequests

/// What the summary of an audit is made of, whether one run judged all requests or the sums of parts were put together.
package struct AuditBasis: Sendable {
    package let city: CityFile
    package let clock: CityClock
    package let table: RequestTable
    /// What was found about the file.
    package let intake: IntakeSummary
    package let layers: [PreparedLayer]
    /// The names of the city's layers that are not audited, since nothing says which column holds the CRM's answer.
    package let layersLeftOut: [String]
    /// The most frequent first.
    package let placeholders: [Placeholder]
    /// What became of requests without a usable position; `nil` where there are no streets to look addresses up in.
    package let addressUse: AddressUse?
    package let comparedPositions: ComparedPositions?
    /// How far recorded positions are off, where addresses could measure it.
    package let measured: MeasuredUncertainty?
    package let decisions: ClerkDecisions
    /// Which requests findings and counts are about, in words; `nil` for all.
    package let choice: String?
    /// The number of threads.
    package let jobs: Int
}

extension AuditWork {
    /// What the summary is made of.
    package var basis: AuditBasis {
        AuditBasis(
            city: city, clock: clock, table: table, intake: table.intake, layers: layers,
            layersLeftOut: layersLeftOut,
            placeholders: placeholders.all,
            addressUse: addresses?.use(in: table, placeholders: placeholders),
            comparedPositions: addresses?.comparedPositions(in: table), measured: measured,
            decisions: decisions, choice: choice.isAll ? nil : choice.text, jobs: jobs)
    }
}
