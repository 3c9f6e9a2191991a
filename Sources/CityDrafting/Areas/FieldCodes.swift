import Boundaries

/// The codes that one field gives to the areas.
struct FieldCodes: Sendable {
    let codes: [String]
    let exact: Set<String>
    /// For each area its code's index, −1 where it has none.
    let ofArea: [Int]
    let table: AreaCodeTable
    /// The codes by the one number in them.
    private let byNumber: [Int: Int]

    init(_ texts: [String]) {
        var indices: [String: Int] = [:]
        var codes: [String] = []
        ofArea = texts.map { text in
            guard !text.isEmpty else { return -1 }
            if let index = indices[text] { return index }
            indices[text] = codes.count
            codes.append(text)
            return codes.count - 1
        }
        self.codes = codes
        exact = Set(codes)
        table = AreaCodeTable(codes: codes)
        var byNumber: [Int: Int] = [:]
        var doubled: Set<Int> = []
        for (index, code) in codes.enumerated() {
            guard let number = Self.number(in: code) else { continue }
            if byNumber.updateValue(index, forKey: number) != nil { doubled.insert(number) }
        }
        self.byNumber = byNumber.filter { !doubled.contains($0.key) }
    }

    func areNumbersOf(_ count: Int) -> Bool { byNumber.count * 2 >= count }

    /// Returns the code with the one number in a text.
    func numbered(_ text: String) -> Int? { Self.number(in: text).flatMap { byNumber[$0] } }

    /// Returns the code that a text means which is none: by where its rows lie, or by the number in both.
    func meant(by text: String, votes: AreaVotes) -> Int? {
        let numbered = numbered(text)
        let all = votes.all
        guard all > 0 else { return numbered }
        let top = votes.ofCodes.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let numbered, numbered == top?.key || all < 4 || votes.count(of: numbered) * 2 >= votes.most {
            return numbered
        }
        guard let top else { return nil }
        return all >= 2 && top.value * 10 >= all * 6 ? top.key : nil
    }

    /// Why an alias is only offered; `nil` where it is taken: the number in both, or nearly all positions, say it.
    func reasonToAsk(
        _ text: String, means code: Int, votes: AreaVotes, forms: Set<CodeForm>
    ) -> OfferedAlias.Reason? {
        if OfferedAlias.isRewritten(text) { return .spreadsheet }
        if let form = CodeForm(text), forms.contains(form) { return .formOfCodes }
        if numbered(text) == code { return nil }
        let agreeing = votes.count(of: code)
        return agreeing * 5 >= votes.all * 4 ? nil : .positions(agreeing, of: votes.all)
    }

    /// The one number in a text, without leading zeros; `nil` where it has none or several.
    private static func number(in text: String) -> Int? {
        let numbers = Set(text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) })
        return numbers.count == 1 ? numbers.first : nil
    }
}
