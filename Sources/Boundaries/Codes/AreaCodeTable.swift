/// Finds the area that somebody meant by a code, however it is written.
///
/// Codes are compared as they stand first, then without case and diacritics; then comes an area's whole title, and then codes and
/// titles without words such as `Ward` and leading zeros. Where two areas of an edition would look alike in one of these forms, that
/// form is not used for them.
///
/// A number may stand for other areas among the codes than among the titles, as where codes number the records of a file. Then a bare
/// number is a code and no number of a title, and `Ward 3`, which is neither a code nor a title, means nothing.
package struct AreaCodeTable: Sendable {
    /// A form under which several areas look alike, so that it says nothing.
    package struct Collision: Hashable, Sendable {
        package let form: String
        package let codes: [String]
    }

    package let collisions: [Collision]
    /// Aliases for codes that no area has.
    package let unknownAliases: [String]
    private var exact: [String: Int] = [:]
    private let folded: Forms
    private let plain: Forms
    private let wholeTitles: Forms
    private let titles: Forms
    /// Whether no title has the code of another area in it.
    private let agrees: Bool
    private var aliases: [String: Int] = [:]

    /// - Parameters:
    ///   - areas: An edition's areas, in their order.
    ///   - aliases: Other names of areas, and the codes they mean.
    package init(areas: [Area], aliases: [String: String] = [:]) {
        self.init(codes: areas.map(\.code), titles: areas.map(\.title), aliases: aliases)
    }

    /// - Parameters:
    ///   - codes: The areas' codes, in their order.
    ///   - titles: The areas' names in the same order, which are tried where no code fits; none where there are none.
    ///   - aliases: Other names of areas, and the codes they mean.
    package init(codes: [String], titles: [String] = [], aliases: [String: String] = [:]) {
        for (index, code) in codes.enumerated() where exact[code] == nil { exact[code] = index }
        folded = Forms(codes.map(AreaCode.folded))
        let plain = Forms(codes.map(AreaCode.plain))
        self.plain = plain
        wholeTitles = Forms(titles.map(AreaCode.folded))
        let plainTitles = titles.map(AreaCode.plain)
        self.titles = Forms(plainTitles)
        agrees = plainTitles.enumerated().allSatisfy { index, text in
            guard let coded = plain[text] else { return true }
            return coded == index
        }
        collisions = plain.ambiguous.map { form, indices in
            Collision(form: form, codes: indices.map { codes[$0] })
        }.sorted { $0.form < $1.form }
        var unknown: [String] = []
        var known: [String: Int] = [:]
        for (alias, code) in aliases.sorted(by: { $0.key < $1.key }) {
            if let index = exact[code] ?? folded[AreaCode.folded(code)] ?? plain[AreaCode.plain(code)] {
                known[AreaCode.folded(alias)] = index
            } else {
                unknown.append(alias)
            }
        }
        self.aliases = known
        unknownAliases = unknown
    }

    /// Returns the index of the area that a recorded code means, or `nil` where it means none or several.
    package func index(of raw: String) -> Int? { match(of: raw)?.index }

    /// Whether a text means an area by the number in its title alone, which is the code of none: 3 for `District 3`, whose code is 103.
    func isNumberOfTitle(_ raw: String) -> Bool { match(of: raw)?.isNumberOfTitle ?? false }

    private typealias Match = (index: Int, isNumberOfTitle: Bool)

    private func match(of raw: String) -> Match? {
        let text = AreaCode.folded(raw)
        if let index = exact[raw] { return (index, false) }
        if text.isEmpty { return nil }
        if let index = aliases[text] ?? folded[text] ?? wholeTitles[text] { return (index, false) }
        return looseMatch(of: raw, folded: text)
    }

    private func looseMatch(of raw: String, folded: String) -> Match? {
        let text = AreaCode.plain(raw)
        let isNumber = text.allSatisfy(\.isNumber)
        if plain.knows(text) {
            guard let index = plain[text] else { return nil }
            // Words beside the number may as well be those of a title.
            let isBare = !folded.contains(where: \.isLetter)
            if isNumber, !isBare, let other = titles[text], other != index { return nil }
            return (index, false)
        }
        if let index = titles[text], agrees || !isNumber { return (index, isNumber) }
        return AreaCode.bracketed(raw).flatMap(bracketedIndex).map { ($0, false) }
    }

    /// `Name (01)` means area 1, and `Ward 5 (2002)` area 5; where both parts name areas they must agree.
    private func bracketedIndex(_ parts: (outside: String, inside: String)) -> Int? {
        let found = [parts.inside, parts.outside].map(AreaCode.plain).compactMap { plain[$0] ?? titles[$0] }
        return Set(found).count == 1 ? found[0] : nil
    }

    /// Texts and the one index of each; those with several are known and mean nothing.
    private struct Forms: Sendable {
        private var indices: [String: [Int]] = [:]

        init(_ texts: [String]) {
            for (index, text) in texts.enumerated() where !text.isEmpty {
                indices[text, default: []].append(index)
            }
        }

        subscript(text: String) -> Int? {
            guard let found = indices[text], found.count == 1 else { return nil }
            return found[0]
        }

        func knows(_ text: String) -> Bool { indices[text] != nil }
        var ambiguous: [String: [Int]] { indices.filter { $0.value.count > 1 } }
    }
}
