import AddressParsing

/// Other names of streets.
struct StreetAliases {
    /// By the street's own name.
    private var byName: [StreetName: [StreetName]] = [:]
    /// By a segment's id.
    private var byId: [String: [StreetName]] = [:]

    init() {}

    /// - Parameter pairs: What people write, and the street's own name.
    init(pairs: [String: String], standard: inout StreetStandard) {
        for (alias, street) in pairs.sorted(by: { $0.key < $1.key }) {
            guard let alias = standard.street(alias), let street = standard.street(street) else { continue }
            byName[street, default: []].append(alias)
        }
    }

    mutating func add(_ alias: StreetName, id: String) { byId[id, default: []].append(alias) }

    mutating func add(_ alias: StreetName, of street: StreetName) {
        byName[street, default: []].append(alias)
    }

    /// Returns the other names of a segment that bears these.
    func names(of names: [StreetName], id: String) -> [StreetName] {
        var found = id.isEmpty ? [] : byId[id] ?? []
        for name in names { found += byName[name] ?? [] }
        return found.filter { !names.contains($0) }
    }
}
