package import Boundaries
package import Locating
package import ServiceRequests

/// How a CRM writes the areas of a layer, so that what is loaded back looks like what it recorded itself.
///
/// An area is written as most requests have it; one that no request has as an alias of the city file, else in the form that all
/// recorded ones share (`Ward 5` where others are `Ward 1` and `Ward 2`), else as its code.
package struct AreaSpelling: Sendable {
    /// For each edition and area its text.
    private let texts: [[String]]

    /// - Parameters:
    ///   - recorded: What the CRM assigned.
    ///   - aliases: Other names of areas, and the codes they mean.
    package init(of layer: PreparedLayer, recorded: InternedColumn, aliases: [String: String]) {
        var counts = [Int](repeating: 0, count: recorded.values.count)
        for index in recorded.indices where index >= 0 { counts[Int(index)] += 1 }
        texts = layer.editions.map { edition in
            var commonest: [Ordinal<Area>: (count: Int, text: String)] = [:]
            for (text, count) in zip(recorded.values, counts) {
                guard count > 0, let area = edition.area(text) else { continue }
                let best = commonest[area] ?? (0, "")
                if count > best.count || count == best.count && text < best.text {
                    commonest[area] = (count, text)
                }
            }
            var named: [Ordinal<Area>: String] = [:]
            for (alias, code) in aliases.sorted(by: { $0.key > $1.key }) {
                if let area = edition.area(code) { named[area] = alias }
            }
            let form = SharedForm(commonest.map { (code: edition.code(of: $0.key), text: $0.value.text) })
            return zip(Ordinal<Area>.first(edition.codes.count), edition.codes).map { area, code in
                commonest[area]?.text ?? named[area] ?? form.text(of: code)
            }
        }
    }

    /// Returns how the CRM writes an area of an edition.
    package func text(ofArea area: Ordinal<Area>, edition: Ordinal<Edition>) -> String {
        texts[edition.index][area.index]
    }
}

/// What all texts have around their codes: `Ward ` before it, nothing after it.
private struct SharedForm {
    private var before: Substring = ""
    private var after: Substring = ""

    /// The fewest areas that show a form.
    private static let fewest = 2

    init(_ recorded: [(code: String, text: String)]) {
        guard recorded.count >= Self.fewest else { return }
        var forms: Set<[Substring]> = []
        for (code, text) in recorded {
            guard let range = text.range(of: code) else { return }
            forms.insert([text[..<range.lowerBound], text[range.upperBound...]])
        }
        guard forms.count == 1, let form = forms.first else { return }
        (before, after) = (form[0], form[1])
    }

    func text(of code: String) -> String { before + code + after }
}

extension String {
    /// Returns where the last occurrence of a text lies.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        guard !text.isEmpty else { return nil }
        return ranges(of: text).last
    }
}
