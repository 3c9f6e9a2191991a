import Chronology
import DelimitedText
import Testing

@testable import ServiceRequests

/// Counts over public extracts, taken with Python's csv module. Skipped where the files are not beside the package.
@Suite(.enabled(if: RealData.isThere, "WARDLINE_REAL_DATA or ../shared/data is missing"))
struct RealDataTests {
    private func read(_ path: String, layers: [String], jobs: Int) throws -> RequestTable {
        let folder = try #require(RealData.folder)
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        return try RequestReader(
            source: .file(folder + "/" + path), layers: layers, clock: clock, jobs: jobs
        ).read()
    }

    @Test(arguments: [1, 2])
    func `Baltimore has 590 blank positions and 885 at exactly 39, -77`(jobs: Int) throws {
        let table = try read(
            "baltimore/baltimore_311_sample_10000.csv", layers: ["CouncilDistrict", "PoliceDistrict"],
            jobs: jobs)
        #expect(table.intake.profile == "baltimore")
        #expect(table.count == 10_000)
        #expect(table.rejections.isEmpty)
        #expect(table.positionStates.count { $0 == .blank } == 590)
        #expect(table.positionStates.count { $0 == .recorded } == 9410)
        let placeholder = (0..<table.count).filter {
            table.latitudes[$0] == 39 && table.longitudes[$0] == -77
        }
        #expect(placeholder.count == 885)
        #expect(placeholder.allSatisfy { table.positionDecimals[$0] == 0 })
        #expect(table.opened.seconds.allSatisfy { $0 != TimestampColumn.missing })
    }

    @Test func `Washington has 22,576 rows and 148 wards that are NULL beside one that is empty`() throws {
        let table = try read("washington-dc/dc_311_combined.csv", layers: ["WARD"], jobs: 2)
        #expect(table.intake.profile == "washington-dc")
        #expect(table.count == 22_576)
        #expect(table.assigned[0].indices.count { $0 < 0 } == 149)
        #expect(table.assigned[0].values.count == 8)
    }

    @Test func `an HTML page saved as CSV is named as one`() {
        #expect(
            throws: RequestError.text(.notDelimited(source: "html_page_saved_as_311.csv", kind: .html))
        ) {
            try read("malformed/html_page_saved_as_311.csv", layers: [], jobs: 1)
        }
    }
}
