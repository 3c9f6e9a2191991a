package import City
import Chronology
import Foundation
import Geometry
import ServiceRequests
import Wording
import Workspace

/// By what a part was judged: each setting of the city file, the files that it names and the facts, as a key that tells whether
/// two are the same and does not say what they are.
///
/// What only texts and pages show is not among them: they are made of the whole.
package struct PartSettings: Codable, Sendable, Equatable {
    private var keys: [String: FactKey] = [:]

    private static let facts = "facts"

    /// - Parameters:
    ///   - city: The city file as it was read, with all its layers.
    ///   - facts: The file of facts that a part was judged by; `nil` where it was judged by itself.
    package init(_ city: CityFile, facts: String?) {
        self.init(city)
        // Facts of a workspace are made of what it holds at the time.
        if let facts, !Workspace.isWorkspace(facts) { keys[Self.facts] = Self.content(of: [facts]) }
    }

    /// Those of the whole, which knows no facts.
    init(_ city: CityFile) {
        take("name", [city.name])
        take("timezone", [city.timeZone])
        takeRequests(city)
        for layer in city.layers { take(layer) }
        take("layers", city.layers.map(\.name))
        takeReference(city)
        takeCategories(city.categories.all)
        take("staff", city.staff.channels + ["categories"] + city.staff.categories)
        take("returning", city.returning)
        take("referrals", city.referralChannels)
        let business = city.business
        take(
            "business",
            business.weekdays.sorted().map(String.init) + ["\(business.hours)"]
                + business.holidays.sorted().map(\.description))
        take("fiscal_year", ["\(city.fiscalYearMonth)"])
    }

    package init(from decoder: any Decoder) throws {
        keys = try decoder.singleValueContainer().decode([String: FactKey].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(keys)
    }

    /// Returns the first setting, by its name, in which another part differs.
    func difference(from other: PartSettings) -> String? {
        Set(keys.keys).union(other.keys.keys).sorted().first { keys[$0] != other.keys[$0] }
    }

    /// Returns the first setting in which the city file of the whole differs. Facts it has not, and files that only judging
    /// reads need not be there.
    func difference(fromWhole city: CityFile) -> String? {
        let whole = PartSettings(city)
        let (own, others) = (Set(keys.keys).subtracting([Self.facts]), Set(whole.keys.keys))
        return own.union(others).sorted().first { name in
            guard keys[name] != whole.keys[name] else { return false }
            return !(name.hasSuffix(Self.content) && whole.keys[name] == nil)
        }
    }

    // MARK: Keys

    private mutating func take(_ name: String, _ texts: [String?]) {
        var key = FactKey()
        for text in texts { key.take(text) }
        keys[name] = key
    }

    private mutating func take(_ name: String, _ names: [String: String]) {
        take(name, names.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    private mutating func takeRequests(_ city: CityFile) {
        let requests = city.requests
        take("requests.profile", [requests.profile])
        take("requests.columns", requests.columns)
        take("requests.address", requests.addressParts)
        take(
            "requests.date_parts",
            requests.dateParts.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value })
        take("requests.times", requests.timeColumns)
        take("requests.encoding", [requests.encoding])
        take("requests.sheet", [requests.sheet])
        take("requests.ids", [requests.identification?.rawValue])
        take("requests.dates", [requests.dateOrder?.rawValue])
        take("requests.zulu", [requests.zulu?.rawValue])
        take(
            "requests.placeholders", requests.placeholders.flatMap { ["\($0.longitude)", "\($0.latitude)"] })
        take("requests.crs", [requests.referenceSystem])
        for (name, words) in [
            ("closed", city.statuses.closed), ("open", city.statuses.open),
            ("ignored", city.statuses.ignored),
        ] { take("statuses.\(name)", words) }
    }

    private mutating func take(_ layer: CityFile.LayerSettings) {
        let name = "layers.\(layer.name)"
        take("\(name).assigned", [layer.assigned])
        take("\(name).aliases", layer.aliases)
        take("\(name).uncertainty", [layer.statedUncertainty.map { "\($0)" }])
        take("\(name).accepted", layer.accepted.flatMap { [$0.from, $0.to, $0.why] })
        take("\(name).people", [layer.people])
        take(
            "\(name).editions",
            layer.editions.flatMap {
                [Self.fileName($0.file), $0.layer, $0.code, $0.title, $0.from?.description]
            })
        keys["\(name).editions\(Self.content)"] = Self.content(of: layer.editions.map(\.file))
    }

    private mutating func takeReference(_ city: CityFile) {
        for (name, reference) in [("streets", city.streets), ("addresses", city.addresses)] {
            guard let reference else { continue }
            take(
                "reference.\(name)",
                [
                    Self.fileName(reference.file), reference.layer, reference.profile,
                    reference.sideOffset.map { "\($0)" },
                ] + reference.columns.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
            keys["reference.\(name)\(Self.content)"] = Self.content(of: [reference.file])
        }
        take("reference.names.streets", city.names.streets)
        take("reference.names.towns", city.names.towns)
        take("reference.names.own_towns", city.names.ownTowns)
        guard let file = city.names.file else { return }
        take("reference.names.file", [Self.fileName(file)])
        keys["reference.names.file\(Self.content)"] = Self.content(of: [file])
    }

    private mutating func takeCategories(_ categories: [String: CityFile.CategorySettings]) {
        func take(_ name: String, _ value: (CityFile.CategorySettings) -> String?) {
            self.take(
                "categories.\(name)",
                Dictionary(
                    uniqueKeysWithValues: categories.compactMap { category, settings in
                        value(settings).map { (category, $0) }
                    }))
        }
        take("radius") { $0.radius.map { "\($0)" } }
        take("minimum") { $0.minimum.map { "\($0)" } }
        take("repair_life") { $0.repairLife.map { "\($0)" } }
        take("gap") { $0.gap.map { "\($0)" } }
        take("privacy") { $0.privacy.map { "\($0)" } }
        take("target") {
            switch $0.target {
            case .days(let days): "\(days)"
            case .businessDays(let days, _): "\(days) bd"
            case nil: nil
            }
        }
    }

    // MARK: Files

    /// What the key of a setting ends with that is of what files hold.
    private static let content = " (contents)"

    /// Machines have files in folders of their own.
    private static func fileName(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    /// Returns the key of what files hold, `nil` where one cannot be read. The records of a shapefile stand beside it.
    private static func content(of paths: [String]) -> FactKey? {
        var key = FactKey()
        for path in paths {
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
                return nil
            }
            key.take(UInt64(data.count))
            key.take(data.withUnsafeBytes { TextHash(of: $0).value })
        }
        return key
    }
}
