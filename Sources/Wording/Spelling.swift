/// Finds the names that a misspelled one may have meant.
package enum Spelling {
    /// Returns the nearest of some names, the first of them where several are as near, however far it is; empty where
    /// there is none.
    package static func nearest(to wanted: String, among names: some Sequence<String>) -> String {
        nearest(1, to: wanted, among: names).first ?? ""
    }

    /// Returns so many of some names, the nearest first, those as near in the order in which they were given.
    package static func nearest(
        _ count: Int, to wanted: String, among names: some Sequence<String>
    ) -> [String] {
        ratings(of: names, as: wanted).prefix(count).map(\.name)
    }

    /// Returns up to three of the names, nearest first; none where all are far off.
    package static func candidates(for wanted: String, among names: some Sequence<String>) -> [String] {
        let limit = max(2, key(wanted).count / 3)
        return ratings(of: names, as: wanted).prefix(3).filter {
            // What has no letter in common is no other spelling, however short both are.
            $0.rank.distance <= limit && $0.rank.distance < max(key(wanted).count, key($0.name).count)
        }.map(\.name)
    }

    /// Returns what stands before a list of all names: `; did you mean ward or yard? There are `, and `; there are ` where all of them are
    /// far off.
    ///
    /// - Parameter list: What begins the list, as `there are`.
    package static func question(
        for wanted: String, among names: some Sequence<String>, orElse list: String
    ) -> String {
        let meant = candidates(for: wanted, among: names)
        guard !meant.isEmpty else { return "; \(list) " }
        return
            "; did you mean \(meant.joined(separator: " or "))? \(list.prefix(1).uppercased())\(list.dropFirst()) "
    }

    /// The names with their distance and index, the nearest first.
    private static func ratings(
        of names: some Sequence<String>, as wanted: String
    ) -> [(name: String, rank: (distance: Int, index: Int))] {
        let wanted = key(wanted)
        let ratings = names.enumerated().map {
            index, name -> (name: String, rank: (distance: Int, index: Int)) in
            let key = key(name)
            let isPart =
                wanted.count >= 3 && key != wanted
                && (contains(key, wanted) || (key.count >= 3 && contains(wanted, key)))
            return (name, (isPart ? 1 : EditDistance.between(wanted, key) ?? 0, index))
        }
        return ratings.sorted { $0.rank < $1.rank }
    }

    /// What tells names apart: letters and numbers, whatever their case.
    private static func key(_ name: String) -> [Character] {
        name.lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
    }

    private static func contains(_ text: [Character], _ part: [Character]) -> Bool {
        String(text).contains(String(part))
    }
}
