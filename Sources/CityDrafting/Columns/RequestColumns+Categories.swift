import ServiceRequests

extension RequestColumns {
    mutating func chooseCategory() {
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
