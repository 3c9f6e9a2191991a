import Locating
import Testing

@testable import Hotspots

struct RowStandingTests {
    @Test func `every standing is read back from the number that sums give it`() {
        #expect(RowStanding.allCases.map(\.rawValue) == Array(0..<UInt8(RowStanding.allCases.count)))
        for standing in RowStanding.allCases { #expect(RowStanding(rawValue: standing.rawValue) == standing) }
        #expect(RowStanding(rawValue: UInt8(RowStanding.allCases.count)) == nil)
    }

    @Test func `only the rows without a usable position may be placed by their address`() {
        #expect(
            RowStanding.allCases.filter(\.lacksPosition) == MissingPosition.allCases.map(RowStanding.missing))
    }
}
