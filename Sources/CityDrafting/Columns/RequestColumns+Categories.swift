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
        take(behindVaried(candidates), for: .category)
        doubtConstantCategory()
    }

    /// Puts what is the same in all of many rows behind what is not, and says what was reported.
    private func behindVaried(_ candidates: [Candidate]) -> [Candidate] {
        let varied = candidates.filter {
            !traits[$0.column].isConstant && !content.areKindsOfTicket(traits[$0.column])
        }
        guard let weakest = varied.last(where: { $0.merit >= Self.leastMerit }) else { return candidates }
        return candidates.map { candidate in
            guard isConstantInMany(candidate.column) else { return candidate }
            return Candidate(column: candidate.column, merit: min(candidate.merit, weakest.merit - 1))
        }.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    /// Offers a category that is the same in all rows only, where another column may tell kinds apart. An export of one kind has none.
    private mutating func doubtConstantCategory() {
        guard let best = column(.category), isConstantInMany(best), let choice = self[.category] else {
            return
        }
        doubt(.category, because: "by its name, but all rows have the same")
        let others = choice.alternatives.filter {
            !traits[$0].isConstant && !content.areKindsOfTicket(traits[$0])
        }
        let kinds = others + kindsByContent(beside: Self.ofKinds).filter { !others.contains($0) }
        guard !kinds.isEmpty else { return set(.category, choice) }
        choices[.category]?.alternatives = Array(kinds.prefix(3))
    }

    /// A few rows may be of one kind by chance.
    private func isConstantInMany(_ column: Int) -> Bool {
        traits[column].isConstant && traits[column].filled.count >= Self.manyRows
    }

    private static let manyRows = 20
    private static let ofKinds: Set<Meaning> = [
        .sub, .type, .topic, .problem, .subject, .service, .description, .title, .reason, .request,
        // `Service Details`: notes of people do not come again and again.
        .note,
    ]

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
