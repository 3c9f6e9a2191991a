import WardlineKit

extension ProgressLine {
    /// Options of work that shows its progress and warnings on the terminal.
    func options(_ threads: JobOptions) -> WorkOptions {
        WorkOptions(jobs: threads.jobs, memory: threads.memory?.bytes) { event in
            switch event {
            case .progress(let stage): show("\(stage)")
            case .warning(let text):
                clear()
                Terminal.warn(text)
            }
        }.told(in: .options)
    }
}
