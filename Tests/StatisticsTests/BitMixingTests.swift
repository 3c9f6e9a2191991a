import Statistics
import Testing

@Test func `a pair of words has the same hash on every machine, and another the other way round`() {
    #expect(BitMixing.pair(1, 2) == 0xFADC_292F_0266_FC35)
    #expect(BitMixing.pair(2, 1) == 0x70FD_5634_D1BF_FFB1)
}
