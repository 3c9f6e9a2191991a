import Synchronization
import Testing
import WorkSharing

struct CancellationTests {
    @Test func `work outside of any cancellation goes on`() throws {
        #expect(!Cancellation.isCancelled)
        try Cancellation.check()
    }

    @Test func `work is told on all its threads, and only below its cancellation`() throws {
        let cancellation = Cancellation()
        cancellation.cancel()
        cancellation.perform {
            #expect(throws: CancellationError.self) { try Cancellation.check() }
            let seen = mapSlices(count: 8, sliceLength: 1, jobs: 4, makeWorker: {}) { (_: inout Void, _) in
                Cancellation.isCancelled
            }
            #expect(seen == [Bool](repeating: true, count: 8))
        }
        try Cancellation.check()
    }

    @Test
    func `slices that are not begun when the work is cancelled are left out where the caller allows it`() {
        let cancellation = Cancellation()
        let worked = Atomic<Int>(0)
        let results = cancellation.perform {
            mapSlices(count: 1000, sliceLength: 1, jobs: 2, makeWorker: {}, abandoned: { _ in -1 }) {
                (_: inout Void, range) in
                worked.add(1, ordering: .relaxed)
                if range.lowerBound == 10 { cancellation.cancel() }
                return range.lowerBound
            }
        }
        #expect(results.count == 1000 && results[10] == 10 && results[999] == -1)
        #expect(worked.load(ordering: .relaxed) < 100)
    }

    @Test func `a stream that is cancelled pulls no more`() {
        let cancellation = Cancellation()
        let sum = cancellation.perform {
            foldStream(
                jobs: 2, source: 0, into: 0,
                pull: { (next: inout Int, _) -> Int? in
                    next += 1
                    if next == 50 { cancellation.cancel() }
                    return next
                },
                makeWorker: {}, work: { (_: inout Void, piece: inout Int) in piece == 0 ? 0 : 1 },
                fold: { (sum: inout Int, part) in sum += part })
        }
        #expect(sum >= 50 && sum < 60)
    }
}
