import ServiceRequests
import Workspace

/// How many requests have each id that several have, as facts or a workspace tell.
struct SharedIDs {
    private let counts: [String: Int]

    /// - Parameter path: A file of facts, or a workspace.
    /// - Throws: ``FactsError``, or ``WorkspaceError``.
    init(in path: String) throws {
        if Workspace.isWorkspace(path) {
            counts = try Workspace(opening: path).sharedIDs()
        } else {
            counts = try FactsFile.facts(in: path).repeatedIDs.reduce(into: [:]) {
                $0[$1.id, default: 0] += 1
            }
        }
    }

    /// Returns how many requests have an id; 1 for ids of which nothing is known.
    func requests(withID id: String) -> Int { counts[id] ?? 1 }
}
