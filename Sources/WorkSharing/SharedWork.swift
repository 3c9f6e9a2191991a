#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs the same work on several threads, one of them the caller's, under the cancellation of the caller.
///
/// The threads are the work's own: somebody may wait beside it on one of Dispatch's threads, on which Swift's tasks run too, and
/// where the system gives no more threads, as under `ulimit -v`, Dispatch waits for one without end.
func performOnThreads(_ count: Int, _ work: @Sendable () -> Void) {
    guard count > 1 else { return work() }
    let cancellation = Cancellation.current
    withoutActuallyEscaping(work) { work in
        let shared = SharedWork { if let cancellation { cancellation.perform(work) } else { work() } }
        var threads: [pthread_t] = []
        for _ in 1..<count {
            // Where the system gives no more threads, those that are there do the work.
            guard let thread = shared.startThread() else { break }
            threads.append(thread)
        }
        work()
        for thread in threads { pthread_join(thread, nil) }
        withExtendedLifetime(shared) {}
    }
}

/// Work that several threads run.
private final class SharedWork: Sendable {
    private let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    /// Starts a thread that runs the work, to be joined while this lives; `nil` where there can be no more.
    func startThread() -> pthread_t? {
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        let code = pthread_create(
            &thread, nil,
            { argument in
                #if canImport(Glibc)
                    guard let argument else { return nil }
                #endif
                Unmanaged<SharedWork>.fromOpaque(argument).takeUnretainedValue().work()
                return nil
            }, Unmanaged.passUnretained(self).toOpaque())
        guard code == 0 else { return nil }
        return thread
    }
}
