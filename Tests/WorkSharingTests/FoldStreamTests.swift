import Foundation
import Synchronization
import Testing
import WorkSharing

struct FoldStreamTests {
    private struct Broken: Error, Equatable {}

    /// Folds the numbers from 0 to a count, squared, into a list.
    private func squares(of count: Int, jobs: Int, failingAt failure: Int? = nil) throws(Broken) -> [Int] {
        try foldStream(
            jobs: jobs, source: 0, into: [Int](),
            pull: { (next: inout Int, _) throws(Broken) -> Int? in
                if next == failure { throw Broken() }
                guard next < count else { return nil }
                defer { next += 1 }
                return next
            },
            makeWorker: { () throws(Broken) in },
            work: { (_: inout Void, piece: inout Int) in
                // The first pieces take longest, so that later ones are done before them.
                var sum = 0
                for step in 0..<(max(0, 20 - piece) * 1000) { sum &+= step }
                return sum < 0 ? 0 : piece * piece
            },
            fold: { (sink: inout [Int], square) throws(Broken) in sink.append(square) })
    }

    @Test(arguments: [1, 2, 5])
    func `results are folded in the order of the pieces, whatever the number of threads`(jobs: Int) throws {
        #expect(try squares(of: 500, jobs: jobs) == (0..<500).map { $0 * $0 })
        #expect(try squares(of: 0, jobs: jobs) == [])
    }

    @Test(arguments: [1, 4])
    func `an error of the source ends the work and is thrown`(jobs: Int) {
        #expect(throws: Broken.self) { try squares(of: 500, jobs: jobs, failingAt: 100) }
    }

    @Test func `a piece that is no longer needed is given back to be filled again`() throws {
        let returned = Atomic<Int>(0)
        let sum = foldStream(
            jobs: 1, source: 0, into: 0,
            pull: { (next: inout Int, spent: consuming Int?) -> Int? in
                if spent != nil { returned.add(1, ordering: .relaxed) }
                guard next < 10 else { return nil }
                next += 1
                return next
            },
            makeWorker: {}, work: { (_: inout Void, piece: inout Int) in piece },
            fold: { (sum: inout Int, part) in sum += part })
        #expect(sum == 55)
        #expect(returned.load(ordering: .relaxed) == 10)
    }

    @Test(arguments: [1, 3])
    func `an error of the fold ends the work and is thrown`(jobs: Int) {
        let pulled = Atomic<Int>(0)
        #expect(throws: Broken.self) {
            try foldStream(
                jobs: jobs, source: 0, into: 0,
                pull: { (next: inout Int, _) throws(Broken) -> Int? in
                    pulled.add(1, ordering: .relaxed)
                    defer { next += 1 }
                    return next
                },
                makeWorker: { () throws(Broken) in }, work: { (_: inout Void, piece: inout Int) in piece },
                fold: { (sum: inout Int, part: consuming Int) throws(Broken) in
                    sum += part
                    if sum > 1000 { throw Broken() }
                })
        }
        #expect(pulled.load(ordering: .relaxed) < 200)
    }

    @Test func `one slow piece does not let all others gather`() {
        let pulled = Atomic<Int>(0)
        let mostWhileFirst = Mutex(0)
        let count = foldStream(
            jobs: 4, source: 0, into: 0,
            pull: { (next: inout Int, _) -> Int? in
                guard next < 1000 else { return nil }
                pulled.add(1, ordering: .relaxed)
                next += 1
                return next - 1
            },
            makeWorker: {},
            work: { (_: inout Void, piece: inout Int) -> Int in
                if piece == 0 {
                    Thread.sleep(forTimeInterval: 0.05)
                    mostWhileFirst.withLock { $0 = pulled.load(ordering: .relaxed) }
                }
                return 1
            },
            fold: { (sum: inout Int, part) in sum += part })
        #expect(count == 1000)
        #expect(mostWhileFirst.withLock { $0 } <= 8)
    }
}
