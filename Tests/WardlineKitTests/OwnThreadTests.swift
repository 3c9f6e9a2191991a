import Dispatch
import Foundation
import Synchronization
import Testing
import WorkSharing

@testable import WardlineKit

private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    var isSet: Bool { value.load(ordering: .sequentiallyConsistent) }
    func set() { value.store(true, ordering: .sequentiallyConsistent) }
}

struct OwnThreadTests {
    private struct Broken: Error {}

    @Test func `work gives its result or its error`() async throws {
        #expect(try await OwnThread.run { 6 * 7 } == 42)
        await #expect(throws: WardlineError.self) {
            try await OwnThread.run { throw Broken() }
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `a cancelled task is answered at once, and its work ends at the next check`() async throws {
        let (begun, ended) = (Flag(), Flag())
        let gate = DispatchSemaphore(value: 0)
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await OwnThread.run {
                    begun.set()
                    defer { ended.set() }
                    gate.wait()
                    try Cancellation.check()
                    Issue.record("a cancelled task's work went on")
                }
            }
            while !begun.isSet { await Task.yield() }
            group.cancelAll()
            await #expect(throws: CancellationError.self) { try await group.next() }
            // The answer came while the work stood still.
            #expect(!ended.isSet)
            gate.signal()
        }
        while !ended.isSet { try await Task.sleep(for: .milliseconds(20)) }
    }

    @Test func `a task that is cancelled before is not begun`() async {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await OwnThread.run { 1 }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
