import Foundation
import Synchronization
import WardlineKit

/// What happened while work was done.
final class EventLog: Sendable {
    private let log = Mutex<[WorkEvent]>([])
    var events: [WorkEvent] { log.withLock { $0 } }
    func add(_ event: WorkEvent) { log.withLock { $0.append(event) } }

    /// Whether work has come to a stage, by a word of what it is called.
    func hasStage(_ word: String) -> Bool {
        events.contains { if case .progress(let stage) = $0 { "\(stage)".contains(word) } else { false } }
    }
}

/// Lets work stand still at a stage until it may go on, so that what happens meanwhile does not hang on how fast it is.
///
/// It lives as long as the work that tells it of events: a weak reference to it says when that work has ended.
final class StandingWork: Sendable {
    private let stage: String
    private let log: EventLog
    private let gate: DispatchSemaphore

    init(at stage: String, log: EventLog, gate: DispatchSemaphore) {
        self.stage = stage
        self.log = log
        self.gate = gate
    }

    /// Takes an event, on the work's own thread.
    func take(_ event: WorkEvent) {
        log.add(event)
        guard case .progress(let at) = event, "\(at)".contains(stage) else { return }
        gate.wait()
        // Later events of the stage, and those of other threads, find it open.
        gate.signal()
    }
}

/// Begins work, cancels it while it stands at a stage, lets it go on, and waits until it has ended.
///
/// - Returns: What the cancelled task answered while the work stood still, and the events until its end.
func cancel<Output: Sendable>(
    at stage: String, jobs: Int? = nil,
    _ work: @escaping @Sendable (WorkOptions) async throws -> Output
) async throws -> (answer: Result<Output, any Error>, log: EventLog) {
    let log = EventLog()
    let gate = DispatchSemaphore(value: 0)
    weak var standing: StandingWork?
    let answer: Result<Output, any Error>
    do {
        let made = StandingWork(at: stage, log: log, gate: gate)
        standing = made
        let task = Task { [made] in try await work(WorkOptions(jobs: jobs, onEvent: made.take)) }
        while !log.hasStage(stage) { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        answer = await task.result
    }
    gate.signal()
    while standing != nil { try await Task.sleep(for: .milliseconds(1)) }
    return (answer, log)
}
