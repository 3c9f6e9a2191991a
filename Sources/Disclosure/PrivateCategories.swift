package import City
import Wording

/// Which of a file's categories are private: only counted where everybody can see, and in bands.
///
/// The names of the city file fit those of the requests whatever their case, accents and spaces.
///
///     let categories = try PrivateCategories(city: city, categories: table.categories.values, audience: .public)
///     categories.isPrivate("WELLNESS CHECK")  // true where the city file has `Wellness Check: {private: true}`
package struct PrivateCategories: Sendable {
    /// The names that the city file marks private, in the order of the alphabet.
    package let names: [String]
    /// What pages call each of ``names``.
    let titles: [String]
    /// What somebody should know who relies on the marks.
    package let notes: [PrivacyNote]

    private let keys: Set<NameKey>
    package let audience: Audience

    /// - Parameter categories: Every category that the file's requests have.
    /// - Throws: ``DisclosureError/nearlyPrivate(city:category:named:)`` for a public audience where a category
    ///   that would be shown is nearly a private one, whether or not requests have that one too, and
    ///   ``DisclosureError/calledAsPrivate(city:category:title:named:)`` where it would be shown by such a title.
    package init(
        city: CityFile, categories: some Sequence<String>, audience: Audience
    ) throws(DisclosureError) {
        let settings = city.categories.all
        names = settings.keys.filter { settings[$0]?.privacy == .counted }.sorted()
        titles = names.map(CategoryTitles(city).title)
        keys = Set(names.map(NameKey.init))
        self.audience = audience
        let present = Dictionary(categories.map { (NameKey($0), $0) }) { min($0, $1) }
        let decided = Set(settings.filter { $0.value.privacy != nil }.keys.map(NameKey.init))
        let undecided = present.filter { !decided.contains($0.key) }.sorted { $0.key < $1.key }
        var notes: [PrivacyNote] = []
        for (name, title) in zip(names, titles) {
            let called = PrivateName(name, title: title)
            let near = undecided.first { called.isNear($0.key) }?.value
            let isMissing = present[NameKey(name)] == nil
            if audience == .public, let near {
                throw .nearlyPrivate(city: city.path, category: near, named: name)
            }
            if let near {
                notes.append(.shown(category: near, nearly: name))
            } else if isMissing, audience == .internal {
                // Everybody is told of fewer than eleven, be it none or one.
                notes.append(.absent(name))
            }
            for (category, settings) in settings.sorted(by: { $0.key < $1.key }) {
                guard let shown = called.likeness(of: settings) else { continue }
                if audience == .public {
                    throw .calledAsPrivate(city: city.path, category: category, title: shown, named: name)
                }
                notes.append(.called(category: category, title: shown, nearly: name))
            }
        }
        self.notes = notes
    }

    /// Whether the city file marks a category private.
    package func isPrivate(_ category: String) -> Bool {
        !keys.isEmpty && keys.contains(NameKey(category))
    }

    /// Whether a category is only counted for the audience.
    package func isWithheld(_ category: String) -> Bool { audience == .public && isPrivate(category) }

    /// Refuses private categories that were asked for by name for everybody to see.
    ///
    /// - Throws: ``DisclosureError/privateForPublic(category:)``
    package func checkAsked(for categories: some Sequence<String>) throws(DisclosureError) {
        for category in categories where isWithheld(category) {
            throw .privateForPublic(category: category)
        }
    }
}

/// What a private category is called: its name, and its title where it has one.
private struct PrivateName {
    private let keys: [NameKey]

    init(_ name: String, title: String) {
        keys = name == title ? [NameKey(name)] : [name, title].map(NameKey.init)
    }

    /// Whether another category's name would be taken for it.
    func isNear(_ name: NameKey) -> Bool {
        keys.contains { name == $0 || name.isNearly($0) || name.holds($0) }
    }

    /// Returns what pages call another category where it would be taken for this one, `nil` elsewhere: a title or a group of its
    /// very name whatever the city file says, a title that is nearly it until the city file says that it is not private.
    func likeness(of category: CityFile.CategorySettings) -> String? {
        guard category.privacy != .counted else { return nil }
        if let same = [category.title, category.group].compactMap(\.self).first(where: {
            keys.contains(NameKey($0))
        }) {
            return same
        }
        guard category.privacy == nil, let title = category.title, isNear(NameKey(title)) else { return nil }
        return title
    }
}

/// What somebody should know who relies on the city file's private categories.
package enum PrivacyNote: Equatable, Sendable, CustomStringConvertible {
    /// No request of the file has the private category; on most days that is as it should be.
    case absent(String)
    /// A category that is shown is nearly a private one.
    case shown(category: String, nearly: String)
    /// A category is shown by a title, or in a group, that is a private category's name or nearly.
    case called(category: String, title: String, nearly: String)

    package var description: String {
        switch self {
        case .absent(let name): "no request has the private category “\(name)”"
        case .shown(let category, let name):
            "“\(category)” is nearly the private category “\(name)”, but not private; write"
                + " “\(category)”: {private: true} or {private: false} under categories:"
        case .called(let category, let title, let name):
            "“\(category)” is called “\(title)”, as the private category “\(name)” is or nearly; give it another title or group under"
                + " categories:"
        }
    }
}
