import Boundaries
import ServiceRequests
import Statistics

/// A column of the requests as different texts, so that each is looked at once.
struct TextTally: Sendable {
    private(set) var values: [String] = []
    /// For each row the place of its text among ``values``, −1 where it is blank.
    private(set) var rows: [Int] = []
    private(set) var counts: [Int] = []

    init(_ texts: [String]) {
        var indices: [String: Int] = [:]
        for text in texts {
            if text.isEmpty {
                rows.append(-1)
            } else if let index = indices[text] {
                rows.append(index)
                counts[index] += 1
            } else {
                indices[text] = values.count
                rows.append(values.count)
                values.append(text)
                counts.append(1)
            }
        }
    }
}

/// How well a column of the requests and a field of the areas fit each other as *what the CRM assigned* and *the code*.
struct AssignedColumn: Sendable {
    let column: Int
    /// The field with the codes.
    let field: Int
    /// Rows whose text may be a code.
    private(set) var filled = 0
    /// Of these, rows whose text is a code by itself.
    private(set) var written = 0
    /// The same, with the aliases.
    private(set) var resolved = 0
    /// The same, with the aliases that are only offered.
    private(set) var understood = 0
    /// Of these, rows whose position lies in an area.
    private(set) var placed = 0
    /// Of these, rows whose position lies in the area of the code.
    private(set) var agreeing = 0
    /// As many would agree by chance, were the texts shuffled among the rows.
    private var agreeingByChance = 0.0
    /// Whether the column is named for areas, such as `ward`.
    var isNamed = false
    /// What the column's name says of an assignment.
    var naming = AssignmentName.plain
    /// How well it fits, beside the other columns; 0 and less is no fit.
    var merit = 0.0
    /// The codes that the texts mean.
    private var meantCodes = 0
    /// Texts that are no code, and the codes that positions or the number in them say they mean.
    private(set) var aliases: [(text: String, code: String, rows: Int)] = []
    /// Texts that may mean a code, which people have to say.
    private(set) var offered: [OfferedAlias] = []
    /// Whether the texts are no codes and share no numbers with them: where their requests lie alone says what they mean.
    private(set) var isByPlaceAlone = false
    /// All texts that are no code, with the codes that they are taken to mean here.
    var guessed: [(text: String, code: String)] {
        aliases.map { ($0.text, $0.code) } + offered.map { ($0.text, $0.code) }
    }
    /// Texts with a code in brackets, such as `Davenport (09)`, which are understood without aliases too.
    private(set) var spelledOut: [(text: String, code: String, rows: Int)] = []
    /// Texts of which nothing can be said.
    private(set) var unknown: [(text: String, rows: Int)] = []
    private let exactShare: Double
    /// The share of the aliases' texts that have the code's number.
    private var numberedShare = 0.0

    /// - Parameter places: The area of each row's position.
    init(
        column: Int, tally: TextTally, field: Int, of file: AreaFile, places: [PlaceInAreas],
        codes: FieldCodes
    ) {
        self.column = column
        self.field = field
        var meanings = tally.values.map { codes.table.index(of: $0) }
        let isAnswer = zip(tally.values, meanings).map { $1 != nil || !AreaCode.saysUnassigned($0) }
        filled = zip(tally.counts, isAnswer).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        let exact = zip(tally.values, tally.counts).reduce(0) { $0 + (codes.exact.contains($1.0) ? $1.1 : 0) }
        exactShare = filled == 0 ? 0 : Double(exact) / Double(filled)
        let votes = Self.votes(tally, places: places, codes: codes)
        let direct = Self.agreement(meanings, votes)
        for (index, meaning) in meanings.enumerated() where meaning != nil { written += tally.counts[index] }
        var guesses: [Int: Int] = [:]
        for (index, text) in tally.values.enumerated() where meanings[index] == nil && isAnswer[index] {
            if let code = codes.meant(by: text, votes: votes[index]) { guesses[index] = code }
        }
        Self.addNumbered(&guesses, tally: tally, wanted: isAnswer, meanings: meanings, codes: codes)
        let numberedRows = guesses.reduce(0) {
            $0 + (codes.numbered(tally.values[$1.key]) == $1.value ? tally.counts[$1.key] : 0)
        }
        let areDenied = direct.placed >= 3 && direct.agreeing * 2 < direct.placed
        let isAnchored = ((areDenied ? 0 : written) + numberedRows) * 2 >= filled
        if Self.mayBelieve(guesses, votes: votes, codes: codes),
            isAnchored
                || NameExchange(guesses, meanings: meanings, counts: tally.counts, votes: votes)
                    .isOneToOne(ofRows: filled)
        {
            isByPlaceAlone = !isAnchored
            let forms = Self.forms(of: tally, meanings: meanings)
            for (index, code) in guesses.sorted(by: { tally.values[$0.key] < tally.values[$1.key] }) {
                meanings[index] = code
                let text = tally.values[index]
                if let reason = codes.reasonToAsk(text, means: code, votes: votes[index], forms: forms) {
                    offered.append(
                        OfferedAlias(
                            text: text, code: codes.codes[code], rows: tally.counts[index], reason: reason))
                } else {
                    aliases.append((text, codes.codes[code], tally.counts[index]))
                }
            }
            let numbered = guesses.count { codes.numbered(tally.values[$0.key]) == $0.value }
            numberedShare = Double(numbered) / Double(guesses.count)
        }
        for (index, meaning) in meanings.enumerated() where isAnswer[index] {
            if meaning == nil {
                unknown.append((tally.values[index], tally.counts[index]))
            } else {
                understood += tally.counts[index]
            }
        }
        resolved = understood - offered.reduce(0) { $0 + $1.rows }
        unknown.sort { ($1.rows, $0.text) < ($0.rows, $1.text) }
        for (index, text) in tally.values.enumerated() where text.hasSuffix(")") && guesses[index] == nil {
            guard let code = meanings[index], !codes.exact.contains(text) else { continue }
            spelledOut.append((text, codes.codes[code], tally.counts[index]))
        }
        spelledOut.sort { $0.text < $1.text }
        (placed, agreeing) = Self.agreement(meanings, votes)
        agreeingByChance = Self.agreementByChance(meanings, votes)
        meantCodes = Set(zip(meanings, tally.counts).compactMap { $1 > 0 ? $0 : nil }).count
    }

    /// Where the number in nearly all texts is the code's, it is in the others too, however few rows they have and wherever these lie:
    /// `08 - KENNEDY` beside `01 - USAQUÉN`.
    private static func addNumbered(
        _ guesses: inout [Int: Int], tally: TextTally, wanted: [Bool], meanings: [Int?], codes: FieldCodes
    ) {
        let numbered = guesses.count { codes.numbered(tally.values[$0.key]) == $0.value }
        guard guesses.count >= 3, numbered * 10 >= guesses.count * 9 else { return }
        for (index, text) in tally.values.enumerated()
        where wanted[index] && meanings[index] == nil && guesses[index] == nil {
            guesses[index] = codes.numbered(text)
        }
    }

    /// How the texts are written that are codes by themselves.
    private static func forms(of tally: TextTally, meanings: [Int?]) -> Set<CodeForm> {
        Set(
            zip(tally.values, meanings).compactMap { text, meaning in meaning.flatMap { _ in CodeForm(text) }
            })
    }

    /// For each text how often its rows lie in the areas of each code, and how often in no area that has one.
    private static func votes(_ tally: TextTally, places: [PlaceInAreas], codes: FieldCodes) -> [AreaVotes] {
        var votes = [AreaVotes](repeating: AreaVotes(), count: tally.values.count)
        for (row, value) in tally.rows.enumerated() where value >= 0 {
            switch places[row] {
            case .none: break
            case .outside: votes[value].outside += 1
            case .area(let area):
                let code = codes.ofArea[area.index]
                if code >= 0 {
                    votes[value].ofCodes[code, default: 0] += 1
                } else {
                    votes[value].outside += 1
                }
            }
        }
        return votes
    }

    private static func agreement(_ meanings: [Int?], _ votes: [AreaVotes]) -> (placed: Int, agreeing: Int) {
        var (placed, agreeing) = (0, 0)
        for (meaning, votes) in zip(meanings, votes) {
            guard let meaning else { continue }
            placed += votes.inside
            agreeing += votes.ofCodes[meaning] ?? 0
        }
        return (placed, agreeing)
    }

    /// For each code the rows that mean it times the share of the rows that lie in it, summed.
    private static func agreementByChance(_ meanings: [Int?], _ votes: [AreaVotes]) -> Double {
        var (meant, lying): ([Int: Int], [Int: Int]) = ([:], [:])
        for (meaning, votes) in zip(meanings, votes) {
            guard let meaning else { continue }
            for (code, count) in votes.ofCodes {
                meant[meaning, default: 0] += count
                lying[code, default: 0] += count
            }
        }
        let all = meant.values.reduce(0, +)
        return all == 0
            ? 0 : Double(meant.map { $1 * lying[$0, default: 0] }.sorted().reduce(0, +)) / Double(all)
    }

    /// Guesses hold where positions bear them out, each code is meant by few texts, and they are not all there is to say of many.
    private static func mayBelieve(
        _ guesses: [Int: Int], votes: [AreaVotes], codes: FieldCodes
    ) -> Bool {
        guard !guesses.isEmpty, guesses.count <= 2 * codes.codes.count else { return false }
        var (placed, agreeing) = (0, 0)
        for (value, code) in guesses {
            placed += votes[value].all
            agreeing += votes[value].ofCodes[code] ?? 0
        }
        let targets = Set(guesses.values)
        guard targets.count * 2 > guesses.count else { return false }
        if placed >= 3 { return agreeing * 10 >= placed * 6 }
        return codes.areNumbersOf(guesses.count)
    }

    // MARK: How good it is

    private var understoodShare: Double { filled == 0 ? 0 : Double(understood) / Double(filled) }
    /// Whether each text is a code by itself.
    private var isExact: Bool { aliases.isEmpty && offered.isEmpty }
    var agreeingShare: Double { placed == 0 ? 0 : Double(agreeing) / Double(placed) }
    var isPlaced: Bool { placed >= 3 }

    /// Whether another column may as well be the one that was assigned: codes that have to be guessed are other areas' more likely.
    func isLike(_ other: Self) -> Bool {
        other.naming == naming && other.column != column && other.isCertain
            && (other.isExact || !isExact)
    }

    /// Whether all of many positions agree with this column and not with a like one: people err, and maps do not.
    func isComputedBeside(_ other: Self) -> Bool {
        isLike(other) && other.isPlaced && placed >= Self.many
            && agreeing == placed && other.agreeing < other.placed
    }

    private static let many = 20

    /// How the codes and the positions agree.
    private var agreement: ChanceAgreement {
        ChanceAgreement(compared: placed, agreeing: agreeing, byChance: agreeingByChance)
    }

    /// Whether positions or many codes bear out that the column and the areas speak of the same. One code says nothing, unless
    /// it is written as the areas write it and all rows lie there, as in an export of one district. A column that is named for
    /// areas and writes their codes may hold one of them nearly everywhere.
    private var hasEvidence: Bool {
        if meantCodes < 2 { return isPlaced && isExact && agreeingShare > 0.95 }
        if isNamed, isExact { return true }
        return isPlaced ? agreement.isBeyondChance : meantCodes >= 3 || isExact
    }

    /// More is better; 0 and less is no fit.
    func merit(affinity: Int, fieldMerit: Int) -> Double {
        guard filled > 0, understoodShare > 0.5, hasEvidence else { return 0 }
        let names =
            Double(affinity + fieldMerit) + 6 * exactShare - (isExact ? 0 : 6 * (1 - numberedShare))
        if isPlaced {
            // Codes as the areas write them, in a column named for areas, are only offered where few positions agree.
            let mayDisagree = isExact && affinity > 0 && agreement.isBeyondChance
            guard agreeingShare >= 0.5 || mayDisagree else { return 0 }
            return 100 * agreeingShare * understoodShare + names
        }
        return understoodShare < 0.7 ? 0 : 55 * understoodShare + names
    }

    /// Whether the texts are codes as the areas write them, several ones and as good as all, whatever the positions say.
    var holdsCodes: Bool { isExact && meantCodes >= 2 && written * 10 >= filled * 9 }

    /// Whether more of such codes agree with the positions than chance would let.
    var holdsAgreeingCodes: Bool { holdsCodes && isPlaced && agreement.isBeyondChance }

    /// Whether nothing more need be asked.
    var isCertain: Bool {
        guard meantCodes >= (isPlaced || isNamed && isExact ? 2 : 3) else { return false }
        return isPlaced ? agreeingShare >= 0.7 && understoodShare >= 0.7 : understoodShare >= 0.9
    }
}
