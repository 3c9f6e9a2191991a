import Foundation

/// In what two questions differ that were written as JSON.
struct QuestionDifference {
    let first: String
    let other: String

    init(_ first: String, _ other: String) throws {
        let (one, two) = (try Self.leaves(of: first), try Self.leaves(of: other))
        let names = Set(one.keys).union(two.keys).filter { one[$0] != two[$0] }.sorted()
        func told(_ leaves: [String: String]) -> String {
            names.map { "\($0) \(leaves[$0] ?? "not named")" }.joined(separator: ", ")
        }
        (self.first, self.other) = (told(one), told(two))
    }

    /// Returns what stands under each path of names, such as `periods.by`.
    private static func leaves(of text: String) throws -> [String: String] {
        var leaves: [String: String] = [:]
        func visit(_ value: Any, _ path: String) {
            guard let members = value as? [String: Any] else {
                let items = (value as? [Any]) ?? [value]
                leaves[path] = items.isEmpty ? nil : items.map { "\($0)" }.joined(separator: " and ")
                return
            }
            for (name, member) in members { visit(member, path.isEmpty ? name : "\(path).\(name)") }
        }
        visit(try JSONSerialization.jsonObject(with: Data(text.utf8)), "")
        return leaves
    }
}
