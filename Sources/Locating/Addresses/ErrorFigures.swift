package import ServiceRequests
import Statistics

/// How far recorded positions lie from the addresses of their requests, as figures: of one table, or of slices of a file one
/// after the other.
package struct ErrorFigures: Sendable {
    /// When it is looked up on which street a position that is far off is recorded.
    package enum Asking: Sendable {
        /// At once, since the rows are let go.
        case now
        /// Where somebody reads it, which few streets are.
        case later
    }

    private enum RecordedStreet: Sendable {
        case of(row: Int)
        case known(String?)
    }

    private struct Street: Sendable {
        let name: String
        var count = 0
        /// Metres, of those that are far off.
        var far: [Float] = []
        /// Of the first of those.
        var recorded: [RecordedStreet] = []
    }

    /// Metres, by category and then by channel, each behind those of requests without one.
    private var errors: [[GatheredValues<Float>]] = [[GatheredValues()]]
    private var streets: [Street] = []
    private var numbers: [String: Int] = [:]

    package init() {}

    /// Takes up the compared positions of the next slice, or of all requests.
    package mutating func add(_ compared: ComparedPositions, in table: RequestTable, asking: Asking) {
        let (categories, channels) = (table.categories.indices, table.channels.indices)
        makeRoom(categories: table.categories.values.count, channels: table.channels.values.count)
        for (row, error) in zip(compared.rows, compared.errors) {
            let category = row < categories.count ? Int(categories[row]) : -1
            let channel = row < channels.count ? Int(channels[row]) : -1
            errors[category + 1][channel + 1].append(error)
        }
        let own = compared.streetNames.map { name in
            let number = numbers[name] ?? streets.count
            if number == streets.count {
                numbers[name] = number
                streets.append(Street(name: name))
            }
            return number
        }
        for index in compared.rows.indices where compared.streets[index] >= 0 {
            let number = own[Int(compared.streets[index])]
            streets[number].count += 1
            guard Double(compared.errors[index]) > PositionErrors.farOff else { continue }
            streets[number].far.append(compared.errors[index])
            guard streets[number].recorded.count < PositionErrors.mostAsked else { continue }
            let row = compared.rows[index]
            streets[number].recorded.append(
                asking == .later ? .of(row: row) : .known(compared.recordedStreet(row)))
        }
    }

    private mutating func makeRoom(categories: Int, channels: Int) {
        let count = max(channels + 1, errors[0].count)
        for category in errors.indices where errors[category].count < count {
            errors[category] += (errors[category].count..<count).map { _ in GatheredValues() }
        }
        while errors.count < categories + 1 { errors.append((0..<count).map { _ in GatheredValues() }) }
    }
}

extension PositionErrors {
    /// - Parameters:
    ///   - categories: The names of the categories, and of the channels, in the order of the table's.
    ///   - longest: How many categories, channels and streets are listed at most.
    ///   - recordedStreet: Returns the street on which a row is recorded, where figures were to ask later.
    package init(
        _ figures: ErrorFigures, categories: [String], channels: [String], longest: Int,
        recordedStreet: (Int) -> String? = { _ in nil }
    ) {
        all = figures.spread { _, _ in true }
        self.categories = Self.largest(
            categories.enumerated().map { number, name in
                (name, figures.spread { category, _ in category == number + 1 })
            }, longest)
        self.channels = Self.largest(
            channels.enumerated().map { number, name in
                (name, figures.spread { _, channel in channel == number + 1 })
            }, longest)
        streets = figures.worstStreets(longest: longest, recordedStreet: recordedStreet)
    }

    private static func largest(_ groups: [(name: String, spread: Spread?)], _ longest: Int) -> [Group] {
        let known = groups.compactMap { group in
            group.spread.map { Group(name: group.name, spread: $0) }
        }
        return Array(
            known.sorted {
                ($1.spread.far, $1.spread.percentile90, $0.name)
                    < ($0.spread.far, $0.spread.percentile90, $1.name)
            }.prefix(longest))
    }
}

extension ErrorFigures {
    /// Returns the spread of the errors of some categories and channels; `nil` where there is none.
    fileprivate func spread(_ isWanted: (_ category: Int, _ channel: Int) -> Bool) -> PositionErrors.Spread? {
        var values: [Float] = []
        let wanted = errors.indices.flatMap { category in
            errors[category].indices.filter { isWanted(category, $0) }.map { (category, $0) }
        }
        values.reserveCapacity(wanted.reduce(0) { $0 + errors[$1.0][$1.1].count })
        for (category, channel) in wanted { errors[category][channel].append(to: &values) }
        return Self.spread(of: values)
    }

    private static func spread(of values: [Float]) -> PositionErrors.Spread? {
        let far = values.count { Double($0) > PositionErrors.farOff }
        let count = values.count
        var ranking = OrderStatistics(values)
        guard let median = ranking.median(), let percentile90 = ranking.percentile(0.9),
            let percentile99 = ranking.percentile(0.99)
        else { return nil }
        return PositionErrors.Spread(
            count: count, median: Double(median), percentile90: Double(percentile90),
            percentile99: Double(percentile99), far: far)
    }

    fileprivate func worstStreets(
        longest: Int, recordedStreet: (Int) -> String?
    ) -> [PositionErrors.Street] {
        streets.filter { !$0.far.isEmpty }
            .sorted { ($1.far.count, $0.name) < ($0.far.count, $1.name) }
            .prefix(longest)
            .map { street in
                PositionErrors.Street(
                    name: street.name, count: street.count, far: street.far.count,
                    medianOfFar: Self.spread(of: street.far)?.median ?? 0,
                    takenFor: Self.takenFor(street, recordedStreet))
            }
    }

    /// Returns the street on which most of the positions are recorded, with their own numbers.
    private static func takenFor(_ street: Street, _ recordedStreet: (Int) -> String?) -> String? {
        var counts: [String: Int] = [:]
        for entry in street.recorded {
            let name =
                switch entry {
                case .of(let row): recordedStreet(row)
                case .known(let name): name
                }
            if let name { counts[name, default: 0] += 1 }
        }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return most.flatMap { $0.value * 2 >= street.recorded.count ? $0.key : nil }
    }
}
