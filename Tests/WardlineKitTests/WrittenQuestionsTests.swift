import Foundation
import RoutingAudit
import TestSupport
import Testing
import WardlineKit

/// What is kept in a workspace, and tables beside the main ones.
struct WrittenQuestionsTests {
    private let requests = WardlineCityTests.package.appending(path: "SampleData/requests.csv").path

    private func header(_ path: String) throws -> [Substring] {
        try String(contentsOfFile: path, encoding: .utf8).prefix { $0 != "\n" }.split(separator: ",")
    }

    @Test func `requests are put into a workspace once, however often they are imported`() async throws {
        let city = try await WardlineCity.open(WardlineCityTests.sampleCity)
        let workspace = try ScratchSpace.folder().appending(path: "city.gpkg").path
        let first = try await city.importRequests(requests, into: workspace)
        #expect(first.inserted == 12_000 && first.updated + first.unchanged + first.older == 0)
        let again = try await city.importRequests(requests, into: workspace, isComplete: true)
        #expect(again.inserted == 0 && again.unchanged == 12_000 && again.deleted == 0)
        #expect(try await city.changes(in: workspace).isEmpty)
        let error = await #expect(throws: WardlineError.self) {
            try await city.importRequests(requests, into: workspace, asOf: "yesterday")
        }
        #expect(error?.part == .question)
    }

    @Test func `what to ask clerks is written, with room for their answers`() async throws {
        let audit = try await WardlineCity.open(WardlineCityTests.sampleCity).audit(requests)
        let path = try ScratchSpace.folder().appending(path: "ask.csv").path
        try await audit.writeReview(to: path)
        #expect(
            try header(path).prefix(6) == [
                "request_id", "layer", "decision", "true_area", "note", "question",
            ])
        #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count > 2)
        await #expect(throws: WardlineError.self) { try await audit.writeReview(to: path + ".geojson") }
    }

    @Test func `the library has every verdict and every cause, by the same names`() {
        #expect(AuditVerdict.allCases.map(\.rawValue) == Verdict.allCases.map(\.rawValue))
        #expect(AuditCause.allCases.map(\.rawValue) == Cause.allCases.map(\.rawValue))
    }

    @Test(arguments: ["audit", "columns"])
    func `the manual has every cause`(page: String) throws {
        let file = WardlineCityTests.package.appending(path: "Docs/\(page).md")
        let text = try String(contentsOf: file, encoding: .utf8)
        for cause in Cause.allCases { #expect(text.contains("`\(cause.rawValue)`"), "\(cause)") }
    }

    @Test func `the measures of closures are written, one figure a row`() async throws {
        let closures = try await WardlineCity.open(WardlineCityTests.sampleCity).closures(requests)
        let path = try ScratchSpace.folder().appending(path: "measures.csv").path
        try await closures.writeMeasures(to: path)
        #expect(try header(path).contains("measure"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count > 20)
        await #expect(throws: WardlineError.self) { try await closures.writeMeasures(to: requests) }
    }
}
