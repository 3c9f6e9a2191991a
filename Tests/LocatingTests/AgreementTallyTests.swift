import ServiceRequests
import Testing

@testable import Locating

struct AgreementTallyTests {
    /// Counts rows, one on each line, of which some lie apart from their addresses.
    private func parts(
        of rows: Int, place: (Int) -> Int = { $0 }, isApart: (Int) -> Bool
    ) -> [AddressAgreement.Part] {
        let table = RequestTable()
        let columns = AgreementTally.Columns(table)
        var tally = AgreementTally()
        for row in 0..<rows {
            tally.add(
                AgreementTally.Pair(row, in: columns, place: Int32(place(row))),
                error: isApart(row) ? 3_000 : 8)
        }
        return tally.agreement(of: table).parts
    }

    @Test func `a stretch begins behind the last pair that agrees and ends before the next`() {
        let found = parts(of: 400) { (100..<160).contains($0) }
        #expect(found == [AddressAgreement.Part(file: 0, lines: [101, 160], compared: 60, apart: 60)])
    }

    @Test func `a stretch at the end of the file goes on to its end`() {
        let found = parts(of: 400) { $0 >= 300 && $0 % 10 != 0 }
        #expect(found.count == 1 && found.first?.lines == [302, Int(Int32.max)])
    }

    @Test func `pairs that lie apart here and there are no stretch`() {
        #expect(parts(of: 2_000) { $0 % 3 == 0 }.isEmpty)
        #expect(parts(of: 100) { (40..<60).contains($0) }.isEmpty)
    }

    @Test func `one address that is entered many times over says no more than once`() {
        let found = parts(of: 400, place: { (100..<180).contains($0) ? 7 : $0 }) {
            (100..<180).contains($0)
        }
        #expect(found.isEmpty)
    }
}
