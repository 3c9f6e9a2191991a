import Synchronization
import Testing
import WorkSharing

struct MapSlicesTests {
    private struct Refused: Error, Equatable { let slice: Int }

    @Test(arguments: [1, 2, 7])
    func `results stand in the order of the slices, whatever the number of threads`(jobs: Int) {
        let sums = mapSlices(
            count: 1003, sliceLength: 10, jobs: jobs, makeWorker: {},
            body: { (_: inout Void, range: Range<Int>) in range.reduce(0, +) })
        let expected = stride(from: 0, to: 1003, by: 10).map { (start: Int) in
            (start..<min(1003, start + 10)).reduce(0, +)
        }
        #expect(sums == expected)
    }

    @Test func `nothing gives nothing, and makes no worker`() {
        let made = Atomic<Int>(0)
        let none = mapSlices(
            count: 0, sliceLength: 10, jobs: 4, makeWorker: { made.add(1, ordering: .relaxed) },
            body: { (_: inout Void, range: Range<Int>) in range })
        #expect(none.isEmpty)
        #expect(made.load(ordering: .relaxed) == 0)
    }

    @Test func `a worker is made once for each thread, and no more than there are slices`() {
        let made = Atomic<Int>(0)
        _ = mapSlices(
            count: 3, sliceLength: 1, jobs: 8, makeWorker: { made.add(1, ordering: .relaxed) },
            body: { (_: inout Void, range: Range<Int>) in range })
        #expect((1...3).contains(made.load(ordering: .relaxed)))
    }

    @Test(arguments: [1, 4])
    func `the error of the earliest slice that failed is thrown`(jobs: Int) {
        #expect(throws: Refused(slice: 3)) {
            try mapSlices(
                count: 100, sliceLength: 1, jobs: jobs, makeWorker: { () throws(Refused) in },
                body: { (_: inout Void, range: Range<Int>) throws(Refused) -> Int in
                    if range.lowerBound >= 3 { throw Refused(slice: range.lowerBound) }
                    return range.lowerBound
                })
        }
    }

    @Test func `a worker that cannot be made fails the whole`() {
        #expect(throws: Refused(slice: -1)) {
            try mapSlices(
                count: 10, sliceLength: 1, jobs: 2,
                makeWorker: { () throws(Refused) -> Int in throw Refused(slice: -1) },
                body: { (worker: inout Int, range: Range<Int>) throws(Refused) -> Int in worker })
        }
    }
}
