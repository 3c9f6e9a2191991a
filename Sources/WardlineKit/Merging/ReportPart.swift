import Boundaries
import Locating
import ServiceLevels
package import ServiceRequests

/// The sums of a report of a part of a city's requests: what was asked, and for each request the area that it counts in.
package struct ReportPart: CountedPart {
    package static let command = "report"

    package let requests: RequestSums
    let question: ServiceLevelQuestion
    /// The edition whose areas were counted in, and their codes.
    let edition: String
    let areas: [String]
    /// For each request an index into the areas, −1 outside all, −2 where nothing says where it lies.
    let homes: PackedNumbers
    /// How many requests each private category has that a public report leaves out.
    let withheld: [String: Int]

    package init(_ work: ServiceLevelWork) {
        let survey = work.survey
        let open =
            work.periods?.openReferrals.map { Int(work.periods?.history.cases[Int($0)].row ?? -1) } ?? []
        let told = Set(open)
        requests = RequestSums(survey.table) { told.contains($0) }
        question = work.question
        edition = survey.layer.edition.name
        areas = survey.layer.edition.codes
        homes = PackedNumbers(work.homes.map(\.number))
        withheld = work.withheld
    }
}
