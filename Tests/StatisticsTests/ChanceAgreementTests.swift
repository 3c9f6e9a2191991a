import Testing

@testable import Statistics

struct ChanceAgreementTests {
    @Test func `kappa is that of Cohen's formula`() {
        // 20 and 15 of 50 agree; the first way says yes 25 times, the second 30 times.
        let names = [(first: 25, second: 30), (first: 25, second: 20)]
        let agreement = ChanceAgreement(agreeing: 35, names: names)
        #expect(agreement.byChance == 25)
        #expect(abs(agreement.beyondChance - 0.4) < 1e-12)
        #expect(agreement.isBeyondChance && !agreement.mostDiffer)
    }

    @Test func `random names and exchanged ones agree by chance, and half of right ones beyond it`() {
        let even = [(first: 100, second: 100)] + Array(repeating: (first: 100, second: 100), count: 8)
        for agreeing in [0, 100] {
            let agreement = ChanceAgreement(agreeing: agreeing, names: even)
            #expect(!agreement.isBeyondChance && agreement.mostDiffer)
        }
        let fair = ChanceAgreement(agreeing: 500, names: even)
        #expect(fair.isBeyondChance && !fair.mostDiffer)
    }

    @Test func `one name for nearly all tells nothing, but that most agree`() {
        let names = [(first: 100, second: 97), (first: 0, second: 3)]
        let agreement = ChanceAgreement(agreeing: 97, names: names)
        #expect(!agreement.isBeyondChance && !agreement.mostDiffer)
    }

    @Test func `nothing compared is no doubt`() {
        let none = ChanceAgreement(compared: 0, agreeing: 0, byChance: 0)
        #expect(none.share == 0 && none.beyondChance == 0 && !none.mostDiffer)
    }
}
