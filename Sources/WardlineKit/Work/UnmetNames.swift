import City
import Disclosure
import Records
import ServiceRequests
import Wording

/// The categories and channels that the city file names and no request has: what it says of them does nothing.
///
/// Of private categories ``Disclosure/PrivateCategories`` tells. Names that facts have met are known, as most days hold few.
struct UnmetNames {
    private let city: CityFile
    private var categories: [Name] = []
    private var channels: [Name] = []

    private struct Name {
        let text: String
        let line: Int?
        /// A name of the requests that may be meant.
        let nearest: String?
    }

    init(in table: RequestTable, city: CityFile, privacy: PrivateCategories) {
        self.city = city
        guard table.count > 0 else { return }
        if let present = Self.categories(of: table) {
            let lists = [
                city.categories.names.map { ($0, city.categories[$0]?.line) },
                city.staff.categories.map { ($0, city.lines["staff: categories"]) },
                city.returning.map { ($0, city.lines["returning"]) },
            ]
            categories = Self.unmet(
                lists.map { $0.filter { !privacy.isPrivate($0.0) } }, among: present)
        }
        // Facts know no channels.
        if table.facts == nil {
            let lists = [
                city.staff.channels.map { ($0, city.lines["staff: channels"]) },
                city.referralChannels.map { ($0, city.lines["referrals: channels"]) },
            ]
            channels = Self.unmet(lists, among: table.channels.values)
        }
    }

    /// One sentence for each name that is nearly one of the requests', and one for all others.
    var notes: [String] {
        [(categories, "category", "categories"), (channels, "channel", "channels")].flatMap {
            names, one, several in
            let near = names.compactMap { name in
                name.nearest.map {
                    "\(place(of: name)): no request has the \(one) “\(name.text)”; the nearest is “\($0)”"
                }
            }
            let others = names.filter { $0.nearest == nil }
            guard let first = others.first else { return near }
            guard others.count > 1 else {
                return near + ["\(place(of: first)): no request has the \(one) “\(first.text)”"]
            }
            let shown = others.prefix(Self.longest).map { name in
                "“\(name.text)”" + (name.line.map { " (line \($0))" } ?? "")
            }
            let rest = others.count - shown.count
            return near + [
                "\(city.path): no request has these \(several): \(shown.joined(separator: ", "))"
                    + (rest > 0 ? " and \(NumberText.count(rest)) more" : "")
            ]
        }
    }

    private static let longest = 8

    private func place(of name: Name) -> String {
        name.line.map { "\(city.path) line \($0)" } ?? city.path
    }

    /// Returns the categories of all of the city's requests, `nil` where a part of them does not tell.
    private static func categories(of table: RequestTable) -> [String]? {
        guard let facts = table.facts else { return table.categories.values }
        return facts.places.map { $0.categories + table.categories.values }
    }

    /// - Parameter lists: The names, each with its line. What a list names already is not what another name of it means.
    private static func unmet(_ lists: [[(String, Int?)]], among present: [String]) -> [Name] {
        let presentKeys = Dictionary(present.map { (NameKey($0), $0) }) { min($0, $1) }
        var seen: Set<NameKey> = []
        let names = lists.flatMap { named -> [Name] in
            let namedKeys = Set(named.map { NameKey($0.0) })
            let free = presentKeys.filter { !namedKeys.contains($0.key) }.sorted { $0.key < $1.key }
            return named.compactMap { text, line -> Name? in
                let key = NameKey(text)
                guard presentKeys[key] == nil, seen.insert(key).inserted else { return nil }
                return Name(text: text, line: line, nearest: free.first { $0.key.isNearly(key) }?.value)
            }
        }
        return names.sorted { ($0.line ?? 0, $0.text) < ($1.line ?? 0, $1.text) }
    }
}
