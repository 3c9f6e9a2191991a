import Foundation

/// The time that a thread worked, which does not grow where other tests hold the processor.
package enum ThreadTime {
    /// Returns how long the calling thread worked in `body`, waiting left out.
    package static func spent(in body: () throws -> Void) rethrows -> Duration {
        let start = now
        try body()
        return now - start
    }

    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
