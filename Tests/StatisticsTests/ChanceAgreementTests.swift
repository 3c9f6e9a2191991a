import Testing

@testable import Statistics

struct ChanceAgreementTests {
    @Test func `kappa is that of Cohen's formula`() {
        // 20 and 15 of 50 agree; the first way says yes 25 times, the second 30 times.
        let names = [(first: 25, second: 30), (first: 25, second: 20)]
        let agreement = ChanceAgreement(agreeing: 35, names: names)
        #expect(agreement.byChance == 25)
        #expect(abs(agreement.beyondChance - 0.4) < 1e-12)
        #expect(agreement.isBeyondChance && !agreement.isDoubtful)
    }

    @Test func `random names and exchanged ones are doubtful, and few wrong ones are not`() {
        let even = [(first: 100, second: 100)] + Array(repeating: (first: 100, second: 100), count: 8)
        #expect(ChanceAgreement(agreeing: 100, names: even).isDoubtful)
        #expect(ChanceAgreement(agreeing: 0, names: even).isDoubtful)
        #expect(!ChanceAgreement(agreeing: 500, names: even).isDoubtful)
    }

    @Test func `one name for nearly all is no doubt where most agree`() {
        let names = [(first: 100, second: 97), (first: 0, second: 3)]
        let agreement = ChanceAgreement(agreeing: 97, names: names)
        #expect(!agreement.isBeyondChance && !agreement.isDoubtful)
    }

    @Test func `nothing compared is no doubt`() {
        let none = ChanceAgreement(compared: 0, agreeing: 0, byChance: 0)
        #expect(none.share == 0 && none.beyondChance == 0 && !none.isDoubtful)
    }
}
