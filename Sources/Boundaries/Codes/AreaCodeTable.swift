/// Finds the area that somebody meant by a code, however it is written.
///
/// Codes are compared as they stand first, then without case and diacritics, then without words such as `Ward` and
/// leading zeros, then by the areas' titles. Where two areas of an edition would look alike in one of these forms,
/// that form is not used for them.
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
    private let titles: Forms
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
        plain = Forms(codes.map(AreaCode.plain))
        self.titles = Forms(titles.map(AreaCode.plain))
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
    package func index(of raw: String) -> Int? {
        if let index = exact[raw] { return index }
        let text = AreaCode.folded(raw)
        if text.isEmpty { return nil }
        if let index = aliases[text] { return index }
        return folded[text] ?? looseIndex(of: raw)
    }

    private func looseIndex(of raw: String) -> Int? {
        let text = AreaCode.plain(raw)
        if plain.knows(text) { return plain[text] }
        if let index = titles[text] { return index }
        return AreaCode.bracketed(raw).flatMap(bracketedIndex)
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
