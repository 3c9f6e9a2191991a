import Testing

@testable import Statistics

@Suite struct MedianTests {
    @Test func `an odd number of values has a middle one`() { #expect(median([9.0, 1, 4]) == 4) }

    @Test func `of an even number the two in the middle are averaged`() {
        #expect(median([4.0, 1]) == 2.5)
        #expect(median([1.0, 2, 3, 100]) == 2.5)
    }

    @Test func `no values have none`() { #expect(median([Double]()) == nil) }
}
