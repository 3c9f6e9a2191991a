import Foundation
import WorkSharing

/// Runs another program without a terminal, with limits, and with nothing of this one's environment.
enum ChildProcess {
    enum Outcome {
        case done(exit: Int32, errors: String, output: String)
        /// It took more time, memory or disk than it was given.
        case stopped
        case notStarted(String)
        /// How it ended cannot be told: this process ignores the ends of others (`SIGCHLD`), as some that start jobs do.
        case unknown
    }

    // What a conversion may take, in bytes and seconds.
    private static let mostMemory = 2 << 30
    private static let largestFile = 2 << 30
    private static let mostSeconds = 120

    /// Returns where a program is found in the folders of `PATH`; `nil` where it is not installed.
    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end.
    ///
    /// - Parameter folder: Where its outputs are kept while it runs, since a pipe that nobody reads would stop it.
    static func run(
        _ program: String, _ arguments: [String], environment: [String: String], in folder: WorkFolder
    ) -> Outcome {
        let limiter = find("prlimit")
        let limits = [
            "--as=\(mostMemory)", "--fsize=\(largestFile)", "--cpu=\(mostSeconds)", "--core=0", "--", program,
        ]
        let command = limiter.map { [$0] + limits + arguments } ?? [program] + arguments
        let (output, errors) = ("\(folder.path)/output", "\(folder.path)/errors")
        let process: pid_t
        switch start(command, environment: environment, output: output, errors: errors) {
        case .success(let started): process = started
        case .failure(let failure): return .notStarted(failure.text)
        }
        guard let status = wait(for: process) else { return .unknown }
        guard status & 0x7F == 0 else { return .stopped }
        return .done(exit: status >> 8 & 0xFF, errors: text(errors), output: text(output))
    }

    private struct StartFailure: Error { let text: String }

    private static func start(
        _ command: [String], environment: [String: String], output: String, errors: String
    ) -> Result<pid_t, StartFailure> {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, command[0], &actions, nil, &arguments, &variables)
        return failure == 0
            ? .success(process) : .failure(StartFailure(text: String(cString: strerror(failure))))
    }

    /// Waits for a process, and ends it where it takes too long or is no longer wanted: time that passes without work is not limited by
    /// the system. `nil` where nobody is told how it ended.
    private static func wait(for process: pid_t) -> Int32? {
        let end = ContinuousClock.now + .seconds(mostSeconds * 2)
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status }
            if ended < 0, errno != EINTR { return nil }
            if ContinuousClock.now > end || Cancellation.isCancelled { kill(process, SIGKILL) }
            usleep(2_000)
        }
    }

    private static func text(_ path: String) -> String {
        String(
            decoding: (FileManager.default.contents(atPath: path) ?? Data()).prefix(1 << 20), as: UTF8.self)
    }
}
