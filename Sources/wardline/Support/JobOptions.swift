import ArgumentParser
import Foundation
import WardlineKit

/// How many threads and how much memory a command may use.
struct JobOptions: ParsableArguments {
    @Option(name: .customLong("jobs"), help: "The number of threads.")
    var wanted: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "How much memory may be taken, such as 2G, in place of what the machine has left.")
    var memory: MemoryArgument?

    var jobs: Int { min(wanted, WorkOptions.mostJobs) }

    func validate() throws {
        guard wanted >= 1 else { throw ValidationError("--jobs \(wanted): name at least 1 thread") }
        if wanted > jobs {
            Terminal.warn("--jobs \(wanted): this machine serves \(jobs) threads at most; these are taken")
        }
    }
}
