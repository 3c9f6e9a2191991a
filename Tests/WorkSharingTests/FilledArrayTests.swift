import Testing
import WorkSharing

struct FilledArrayTests {
    private struct Refused: Error, Equatable {}

    @Test(arguments: [1, 2, 7])
    func `each element stands where its slice wrote it, whatever the number of threads`(jobs: Int) {
        let squares: [Int] = filledArray(count: 1003, sliceLength: 10, jobs: jobs) { range, target in
            for index in range { target[index] = index * index }
        }
        #expect(squares == (0..<1003).map { $0 * $0 })
        let none: [Int] = filledArray(count: 0, jobs: jobs) { _, _ in Issue.record("nothing to fill") }
        #expect(none.isEmpty)
    }

    private typealias Target = UnsafeMutablePointer<Int>

    @Test func `a worker that cannot be made fails the whole, and so does a slice`() {
        #expect(throws: Refused.self) {
            let _: [Int] = try filledArray(
                count: 100, jobs: 2, makeWorker: { () throws(Refused) in throw Refused() },
                fill: { (_: inout Void, _: Range<Int>, _: Target) throws(Refused) in })
        }
        #expect(throws: Refused.self) {
            let _: [Int] = try filledArray(
                count: 100, sliceLength: 10, jobs: 2, makeWorker: { () throws(Refused) in },
                fill: { (_: inout Void, range: Range<Int>, _: Target) throws(Refused) in
                    if range.contains(55) { throw Refused() }
                })
        }
    }

    @Test func `room in large pages keeps what is there and takes what is promised`() {
        var numbers = [1, 2, 3]
        numbers.reserveLargePages(3_000_000)
        #expect(numbers.capacity >= 3_000_000)
        let place = numbers.withUnsafeBufferPointer { $0.baseAddress }
        numbers.append(contentsOf: 4...3_000_000)
        #expect(numbers.withUnsafeBufferPointer { $0.baseAddress } == place)
        #expect(numbers == Array(1...3_000_000))
    }
}
