import City
import Disclosure
import ServiceRequests

/// A file's requests without those that an audience is told nothing of: no figure can hold what is not there.
struct PublicRequests {
    var table: RequestTable
    let privacy: PrivateCategories
    /// All that is told of the others; `nil` where none are withheld.
    let counts: PrivateCounts?
    /// How many requests each category has that is left out.
    let withheld: [String: Int]

    /// - Parameter chosen: The categories that were asked for by name.
    /// - Throws: What ``Disclosure`` throws where a private category was asked for, or is spelled nearly, and where facts do not
    ///   tell the private categories apart.
    init(
        _ table: consuming RequestTable, city: CityFile, audience: Audience, chosen: [String] = []
    ) throws(DisclosureError) {
        let privacy = try PrivateCategories(
            city: city, categories: table.categories.values, audience: audience)
        try privacy.checkAsked(for: chosen)
        self.privacy = privacy
        counts = PrivateCounts(privacy, counts: table.categories.counts)
        if counts != nil, let facts = table.facts {
            guard let told = facts.withoutPrivate(privacy.names) else { throw .factsOfOtherMarks }
            table.facts = told
        }
        withheld = Dictionary(
            table.categories.counts.filter { privacy.isWithheld($0.0) }, uniquingKeysWith: +)
        if counts != nil {
            table.leaveOut(categories: privacy.isWithheld)
            table.forgetTextOfOthers()
        }
        // Said also where no row is private: that there is none is not told.
        self.table = counts == nil ? table : table.saidToBeWithoutPrivate()
    }

    /// Puts together what parts left out.
    ///
    /// - Parameters:
    ///   - table: The requests of all parts, without those.
    ///   - withheld: For each part how many requests of each category it left out.
    init(
        _ table: RequestTable, without withheld: [[String: Int]], city: CityFile, audience: Audience
    ) throws(DisclosureError) {
        privacy = try PrivateCategories(city: city, categories: table.categories.values, audience: audience)
        self.withheld = withheld.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        counts = PrivateCounts(privacy, counts: self.withheld.map { ($0.key, $0.value) })
        self.table = counts == nil ? table : table.saidToBeWithoutPrivate()
    }
}
