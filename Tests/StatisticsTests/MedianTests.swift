import Testing

@testable import Statistics

@Suite struct MedianTests {
    @Test func `an odd number of values has a middle one`() { #expect(median([9.0, 1, 4]) == 4) }

    @Test func `of an even number the two in the middle are averaged`() {
        #expect(median([4.0, 1]) == 2.5)
        #expect(median([1.0, 2, 3, 100]) == 2.5)
    }

    @Test func `no values have none`() { #expect(median([Double]()) == nil) }

    @Test func `a median is that of the sorted values, whatever their order and number`() throws {
        var generator = SeededGenerator(seed: 5)
        for count in 1...60 {
            let values = (0..<count).map { _ in Double(generator.next(below: 20)) }
            let sorted = values.sorted()
            let expected = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
            #expect(median(values) == expected)
            #expect(lowerMedian(values) == sorted[(count - 1) / 2])
            var slice = ([7] + values)[1...]
            #expect(median(reordering: &slice) == expected && slice.sorted() == sorted)
        }
    }

    @Test func `a percentile is the smallest value that so many do not exceed`() {
        let values = Array(1...20)
        #expect(percentile(0.95, ofSorted: values) == 19 && percentile(0.951, ofSorted: values) == 20)
        #expect(percentile(0, ofSorted: values) == 1 && percentile(1, ofSorted: values) == 20)
        #expect(percentile(0.5, ofSorted: [Int]()) == nil)
    }
}
