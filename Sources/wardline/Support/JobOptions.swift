import ArgumentParser
import Foundation

/// How many threads and how much memory a command may use.
struct JobOptions: ParsableArguments {
    @Option(name: .customLong("jobs"), help: "The number of threads.")
    var wanted: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "How much memory may be taken, such as 2G, in place of what the machine has left.")
    var memory: MemoryArgument?

    /// More threads than this only wait for each other, and each takes memory.
    static let limit = 4 * ProcessInfo.processInfo.activeProcessorCount

    var jobs: Int { min(wanted, Self.limit) }

    func validate() throws {
        guard wanted >= 1 else { throw ValidationError("--jobs \(wanted): name at least 1 thread") }
        if wanted > Self.limit {
            Terminal.warn(
                "--jobs \(wanted): this machine serves \(Self.limit) threads at most; these are taken")
        }
    }
}
