import Chronology
import Geometry
import Records
import ServiceRequests

/// Which column of the requests holds what, found by names and by what stands in them.
struct RequestColumns: Sendable {
    let traits: [ColumnTraits]
    private(set) var choices: [RequestField: ColumnChoice] = [:]
    /// The columns with the times of day of dates that have none.
    private(set) var times: [RequestField: Int] = [:]
    /// The known city whose columns these are; what it calls them counts as a name that fits.
    let profile: ColumnProfile?
    private let content: FieldContent
    private let sample: RequestSample

    /// A name and a content of less merit say too little.
    private static let leastMerit = 60
    init(_ sample: RequestSample, clock: CityClock) {
        self.sample = sample
        traits = sample.header.indices.map {
            ColumnTraits(name: sample.header[$0], texts: sample.columns[$0], clock: clock)
        }
        content = FieldContent(traits)
        profile = ColumnProfile.best(ofHeader: sample.header)
        choosePosition()
        chooseDates()
        choose(.id)
        offerUnnamedID()
        choose(.status)
        chooseAddress()
        chooseCategory()
        offerByName()
        offerByContent()
        for field in [RequestField.channel, .zip, .city, .parent, .description] { choose(field) }
    }

    var used: Set<Int> {
        Set(choices.values.filter { !$0.isDoubtful }.flatMap(\.columns)).union(times.values)
    }

    subscript(field: RequestField) -> ColumnChoice? { choices[field] }

    func name(_ index: Int) -> String { traits[index].name.text }

    /// The column of a field that was taken and not only offered.
    func column(_ field: RequestField) -> Int? {
        choices[field].flatMap { $0.isDoubtful ? nil : $0.columns.first }
    }

    mutating func doubt(_ field: RequestField, because reason: String) {
        choices[field]?.isDoubtful = true
        choices[field]?.evidence = reason
    }

    mutating func set(_ field: RequestField, _ choice: ColumnChoice?) { choices[field] = choice }

    // MARK: One column

    /// A column with the merit that it has for a field.
    private struct Candidate {
        let column: Int
        let merit: Int
    }

    func nameMerit(_ column: Int, _ field: RequestField) -> Int {
        let own = FieldNames.merit(of: traits[column].name, for: field)
        let names = profile?.columns[field] ?? []
        let key = Self.key(traits[column].name.text)
        return names.contains { Self.key($0) == key } ? max(own, 99) : own
    }

    private static func key(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    }

    /// The columns that may hold a field, the best first, those of one merit from the left.
    private func candidates(_ field: RequestField) -> [Candidate] {
        let used = used
        return traits.indices.compactMap { column in
            guard !used.contains(column), isFirstOfItsName(column) else { return nil }
            let merit = nameMerit(column, field)
            guard merit > 0, let points = content.points(column, for: field) else { return nil }
            return Candidate(column: column, merit: merit + points)
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    /// Of two columns with one name only the first can be named.
    func isFirstOfItsName(_ column: Int) -> Bool {
        traits.firstIndex { Self.key($0.name.text) == Self.key(traits[column].name.text) } == column
    }

    private mutating func choose(_ field: RequestField) { take(candidates(field), for: field) }

    private mutating func take(_ candidates: [Candidate], for field: RequestField) {
        guard let best = candidates.first, best.merit >= 45 else { return }
        let others = candidates.dropFirst().filter { $0.merit >= max(best.merit - 30, 45) }.map(\.column)
        // Of two dates whose names and rows say the same, nobody knows which is which.
        let isTie =
            Self.datesThatMatter.contains(field)
            && candidates.dropFirst().contains {
                $0.merit == best.merit && traits[$0.column].filledShare == traits[best.column].filledShare
                    && saysTheSame($0.column, best.column)
            }
        choices[field] = ColumnChoice(
            columns: [best.column],
            evidence: isTie
                ? "others fit as well by name and by rows" : evidence(best.column, field),
            alternatives: Array(others.prefix(3)), isDoubtful: isTie || best.merit < Self.leastMerit)
    }

    private static let datesThatMatter: Set<RequestField> = [.opened, .closed]

    /// Whether two names differ in nothing that is known: `date1` and `date2`.
    private func saysTheSame(_ first: Int, _ second: Int) -> Bool {
        traits[first].name.meanings == traits[second].name.meanings
    }

    /// What speaks for a column, in numbers.
    private func evidence(_ index: Int, _ field: RequestField) -> String {
        let column = traits[index]
        let share = NumberText.wholeShare
        if column.isBlank { return "by its name; no row that was looked at has one" }
        switch field {
        case .id:
            let all = sample.columns[index].filter { !$0.isEmpty }
            return "by its name; \(NumberText.count(Set(all).count)) of \(NumberText.count(all.count)) differ"
        case .opened, .closed, .due, .updated:
            return
                "by its name; \(share(column.filled.count, column.texts.count)) of the rows have one, and \(share(column.dates.count, column.filled.count)) of these are dates"
        case .category, .status, .channel:
            return column.distinctCount == 1
                ? "by its name; all rows have the same"
                : "by its name; \(NumberText.count(column.distinctCount)) different ones"
        case .address:
            let fit = column.filled.count(where: AddressShape.fits)
            return "by its name; \(share(fit, column.filled.count)) look like an address"
        default: return "by its name and its texts"
        }
    }

    /// Offers a column in which no text comes twice, where no name says which column identifies the requests.
    private mutating func offerUnnamedID() {
        guard column(.id) == nil else { return }
        let used = used
        let unique = traits.indices.filter { index in
            let column = traits[index]
            guard !used.contains(index), let points = content.points(index, for: .id), points > -8 else {
                return false
            }
            return column.filledShare == 1 && column.distinctness == 1 && column.texts.count > 1
                && column.share { $0.contains(where: \.isNumber) } == 1 && !column.areDates
                && !column.name.says(anyOf: [.person, .contact, .place, .street, .house, .coordinate])
        }
        guard choices[.id] == nil, let first = unique.first else { return }
        choices[.id] = ColumnChoice(
            columns: [first], evidence: "no text comes twice in it, but its name says nothing",
            alternatives: Array(unique.dropFirst().prefix(3)), isDoubtful: true)
    }

    // MARK: Positions

    private mutating func choosePosition() {
        if let pair = axes(isFit: { $0.areDegrees($1) }) {
            choices[.longitude] = ColumnChoice(
                columns: [pair.0], evidence: "degrees east in \(filled(pair.0)) of the rows")
            choices[.latitude] = ColumnChoice(
                columns: [pair.1], evidence: "degrees north in \(filled(pair.1)) of the rows")
            return
        }
        if let pair = axes(isFit: { column, _ in column.areGridNumbers }) {
            choices[.x] = ColumnChoice(columns: [pair.0], evidence: "too large for degrees: an easting")
            choices[.y] = ColumnChoice(columns: [pair.1], evidence: "too large for degrees: a northing")
            return
        }
        let pairs = traits.indices.filter { traits[$0].hasName && traits[$0].pairShare > 0.8 }
        guard let first = pairs.max(by: { locationMerit($0) < locationMerit($1) }) else { return }
        choices[.location] = ColumnChoice(
            columns: [first], evidence: "both degrees in \(filled(first)) of the rows",
            alternatives: pairs.filter { $0 != first })
    }

    private func locationMerit(_ column: Int) -> Int {
        FieldNames.merit(of: traits[column].name, for: .location) * 100 - column
    }

    private func filled(_ column: Int) -> String {
        NumberText.wholeShare(traits[column].filled.count, of: traits[column].texts.count)
    }

    /// The best pair of columns for east and north.
    private func axes(
        isFit: (ColumnTraits, ClosedRange<Double>) -> Bool
    ) -> (east: Int, north: Int)? {
        var best: (pair: (Int, Int), merit: Int)?
        for east in traits.indices where traits[east].hasName {
            guard let eastAxis = AxisName(traits[east].name), eastAxis.axis == .east,
                isFit(traits[east], -180...180)
            else { continue }
            for north in traits.indices where traits[north].hasName {
                guard let northAxis = AxisName(traits[north].name), northAxis.axis == .north,
                    isFit(traits[north], -90...90)
                else { continue }
                let isPair = eastAxis.rest == northAxis.rest
                let merit =
                    eastAxis.merit + northAxis.merit + (isPair ? 40 : 0) - 2 * abs(abs(north - east) - 1)
                    + Int(20 * traits[east].filledShare)
                if merit > best?.merit ?? 99 { best = ((east, north), merit) }
            }
        }
        return best?.pair
    }

    /// Takes two columns of degrees whose names say nothing, where their pairs lie where the areas are.
    mutating func chooseDegrees(within city: Box<Coordinate>) {
        guard [.longitude, .latitude, .x, .y, .location].allSatisfy({ choices[$0] == nil }) else { return }
        let region = city.expanded(byX: 0.1, y: 0.1)
        let free = traits.indices.filter { !used.contains($0) && traits[$0].areDegrees(-180...180) }
        var best: (east: Int, north: Int, share: Double)?
        for east in free {
            for north in free where north != east {
                let pairs = zip(traits[east].halves, traits[north].halves).compactMap { first, second in
                    first.flatMap { x in second.map { Coordinate(longitude: x.value, latitude: $0.value) } }
                }
                let share = Double(pairs.count(where: region.contains)) / Double(max(pairs.count, 1))
                if share > max(best?.share ?? 0, 0.8) { best = (east, north, share) }
            }
        }
        guard let best else { return }
        let share = "\(Int((100 * best.share).rounded())) % of the pairs lie where the areas are"
        choices[.longitude] = ColumnChoice(
            columns: [best.east], evidence: "not by its name: degrees; \(share)")
        choices[.latitude] = ColumnChoice(
            columns: [best.north], evidence: "not by its name: degrees; \(share)")
    }

    // MARK: Dates

    private mutating func chooseDates() {
        let opened = behindOthers(preferring("open", candidates(.opened)))
        let closed = candidates(.closed)
        take(before(closed, opened), for: .opened)
        take(preferring("clos", later(closed)), for: .closed)
        if choices[.closed] == nil { offerEarly(closed) }
        choose(.due)
        choose(.updated)
        if let due = column(.due), !isLater(due) { doubt(.due, because: "many lie before the opening") }
        for field in [RequestField.opened, .closed, .due] { joinTime(to: field) }
    }

    /// Takes the column with the times of day of dates that have none.
    private mutating func joinTime(to field: RequestField) {
        guard let dates = column(field), let found = timeColumn(of: dates) else { return }
        times[field] = found
    }

    /// Puts what software notes of a row, when it was made, behind all that a form or a clerk may have said.
    private func behindOthers(_ candidates: [Candidate]) -> [Candidate] {
        let tracking = EditorTracking(traits.map(\.name))
        let weakest = candidates.last { $0.merit >= Self.leastMerit && !tracking.notes($0.column) }
        guard let weakest else { return candidates }
        return candidates.map { candidate in
            guard tracking.notes(candidate.column) else { return candidate }
            return Candidate(column: candidate.column, merit: min(candidate.merit, weakest.merit - 1))
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    /// Puts openings that lie after each column of closings behind one that does not.
    private func before(_ closed: [Candidate], _ opened: [Candidate]) -> [Candidate] {
        let closings = closed.filter { $0.merit >= Self.leastMerit && !traits[$0.column].isBlank }
        guard !closings.isEmpty, let first = opened.first else { return opened }
        let fitting = opened.filter { one in
            one.merit >= Self.leastMerit && closings.contains { isLater($0.column, than: one.column) }
        }
        guard !fitting.isEmpty, !fitting.contains(where: { $0.column == first.column }) else { return opened }
        return fitting
            + opened.filter { one in !fitting.contains { $0.column == one.column } }.map {
                Candidate(column: $0.column, merit: min($0.merit, fitting[0].merit - 1))
            }
    }

    /// Offers a column of closings that many openings lie after, and doubts these where software noted them.
    private mutating func offerEarly(_ closed: [Candidate]) {
        guard let best = closed.first, best.merit >= Self.leastMerit, let opened = column(.opened) else {
            return
        }
        let (before, pairs) = countEarlier(best.column, than: opened)
        let told = "\(NumberText.count(before)) of \(NumberText.count(pairs))"
        choices[.closed] = ColumnChoice(
            columns: [best.column], evidence: "\(told) lie before \(name(opened))", isDoubtful: true)
        guard EditorTracking(traits.map(\.name)).notes(opened) else { return }
        let others = traits.indices.filter {
            $0 != opened && $0 != best.column && traits[$0].arePlausibleDates && traits[$0].filledShare >= 0.8
                && isLater(best.column, than: $0)
        }
        choices[.opened]?.alternatives = Array(others.prefix(3))
        doubt(
            .opened,
            because:
                "software notes by it when a row was made, and \(told) of \(name(best.column)) lie before it")
        choices[.closed] = ColumnChoice(
            columns: [best.column], evidence: evidence(best.column, .closed))
    }

    /// Where names are as good as each other, one that says the very word comes first.
    private func preferring(_ beginning: String, _ candidates: [Candidate]) -> [Candidate] {
        candidates.map { candidate in
            let says = traits[candidate.column].name.words.contains { $0.hasPrefix(beginning) }
            return Candidate(column: candidate.column, merit: candidate.merit + (says ? 2 : 0))
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    private func later(_ candidates: [Candidate]) -> [Candidate] {
        candidates.filter { traits[$0.column].isBlank || isLater($0.column) }
    }

    /// Whether nearly no date of a column lies before the day of opening.
    private func isLater(_ index: Int) -> Bool {
        guard let opened = column(.opened) else { return true }
        return isLater(index, than: opened)
    }

    func isLater(_ index: Int, than opened: Int) -> Bool {
        let (before, pairs) = countEarlier(index, than: opened)
        return pairs == 0 || before * 5 <= pairs
    }

    /// Counts the rows whose date in one column lies more than a day before that in another, and those that have both.
    private func countEarlier(_ index: Int, than opened: Int) -> (before: Int, pairs: Int) {
        var (pairs, before) = (0, 0)
        for (first, second) in zip(traits[opened].dates.moments, traits[index].dates.moments) {
            guard let first, let second else { continue }
            pairs += 1
            if second < first - 86_400 { before += 1 }
        }
        return (before, pairs)
    }

    /// Returns the column of times of day that belongs to one of dates without any: its name says nothing that the date's does not
    /// say, and it is filled in as many rows.
    private func timeColumn(of dates: Int) -> Int? {
        guard traits[dates].share(where: { $0.contains(":") && !$0.contains("00:00") }) < 0.1 else {
            return nil
        }
        let own = Set(traits[dates].name.meanings)
        let used = used
        let fitting = traits.indices.filter { index in
            let meanings = Set(traits[index].name.meanings)
            return !used.contains(index) && isFirstOfItsName(index) && traits[index].areTimesOfDay
                && meanings.contains(.time) && meanings.isSubset(of: own.union(Self.ofTimes))
                && saysNothingElse(index, than: dates)
                && abs(traits[index].filledShare - traits[dates].filledShare) < 0.1
        }
        return fitting.max { first, second in
            (shared(first, own), -abs(first - dates)) < (shared(second, own), -abs(second - dates))
        }
    }

    /// Whether all words of a name of which nothing is known stand in another's too: `Response Time` is not that of `Opened`.
    private func saysNothingElse(_ column: Int, than other: Int) -> Bool {
        let known = Set(traits[other].name.words)
        return zip(traits[column].name.words, traits[column].name.wordMeanings).allSatisfy {
            $1 != nil || known.contains($0)
        }
    }

    private func shared(_ column: Int, _ meanings: Set<Meaning>) -> Int {
        Set(traits[column].name.meanings).intersection(meanings).count
    }

    private static let ofTimes: Set<Meaning> = [.time, .local, .request, .day, .date]

    // MARK: Address

    private mutating func chooseAddress() {
        let singles = candidates(.address)
        if let best = singles.first, best.merit >= Self.leastMerit,
            traits[best.column].addressShare >= 0.5
        {
            return take(singles, for: .address)
        }
        let parts = AddressParts(traits: traits, used: used).columns
        if parts.count > 1 {
            choices[.address] = ColumnChoice(
                columns: parts, evidence: "the address in parts, by their names",
                alternatives: singles.prefix(1).map(\.column))
            return
        }
        if let best = singles.first, best.merit >= 45 { return take(singles, for: .address) }
        let used = used
        let unnamed = traits.indices.filter {
            !used.contains($0) && traits[$0].hasName && traits[$0].addressShare > 0.8
                && !traits[$0].name.says(anyOf: [.person, .contact, .citizen]) && !traits[$0].areDates
                && traits[$0].distinctness > 0.5
        }
        guard let first = unnamed.first else { return }
        let isPlain = unnamed.count == 1 && traits[first].share(where: AddressShape.hasStreetType) > 0.8
        choices[.address] = ColumnChoice(
            columns: [first],
            evidence: isPlain
                ? "not by its name: \(filled(first)) are filled, nearly all with a number and a street"
                : "looks like an address, but its name says nothing",
            alternatives: Array(unnamed.dropFirst().prefix(3)), isDoubtful: !isPlain)
    }

    // MARK: Category

    private mutating func chooseCategory() {
        var candidates = candidates(.category)
        // Where a column of codes has one of their words beside it, these are what people know.
        for codes in candidates where traits[codes.column].areCodes {
            for words in traits.indices where words != codes.column && !used.contains(words) {
                guard traits[words].hasLetters, !traits[words].areCodes, traits[words].hasName,
                    traits[words].meanWordCount < 6, !traits[words].isConstant,
                    traits[words].name.says(anyOf: [.description, .name, .title, .type, .problem, .service]),
                    areOneToOne(codes.column, words)
                else { continue }
                let known = candidates.first { $0.column == words }?.merit ?? 0
                candidates.removeAll { $0.column == words }
                candidates.append(Candidate(column: words, merit: max(known, codes.merit + 27)))
            }
        }
        candidates.sort { ($1.merit, $0.column) < ($0.merit, $1.column) }
        take(candidates, for: .category)
    }

    /// Whether each text of one column always stands beside the same text of the other.
    private func areOneToOne(_ first: Int, _ second: Int) -> Bool {
        var forth: [String: String] = [:]
        var misses = 0
        for (one, other) in zip(traits[first].texts, traits[second].texts) where !one.isEmpty {
            if let known = forth[one], known != other { misses += 1 }
            forth[one] = other
        }
        return misses * 20 <= traits[first].filled.count && forth.count > 1
    }
}
