import City
import ServiceRequests
import WardlineKit

extension RequestLoader {
    /// Reads the requests in sight of the user.
    func read(
        _ source: String, layers: [CityFile.LayerSettings], jobs: Int, progress: ProgressLine
    ) throws -> RequestTable {
        defer { progress.clear() }
        return try read(source, layers: layers, options: progress.options(jobs: jobs))
    }
}

extension ProgressLine {
    /// Options of work that shows its progress and warnings on the terminal.
    func options(jobs: Int) -> WorkOptions {
        WorkOptions(jobs: jobs) { event in
            switch event {
            case .progress(let stage): show("\(stage)")
            case .warning(let text):
                clear()
                Terminal.warn(text)
            }
        }
    }
}
