import PageLanguage

extension PeriodTables {
    package func targets(_ rules: TargetRules) -> FigureTable {
        let shown = rules.categories.filter { isShown($0.category) }
        return FigureTable(
            words("By which days are targets counted"),
            header: shown.isEmpty
                ? []
                : [
                    "", words("with due"), words("calendar"), words("weekdays"), words("business days"),
                    words("rule"),
                ],
            rows: shown.prefix(2 * longest).map { own in
                let cells = own.fits.map { cell($0, of: own.requests) }
                return [name(own.category), told(own.requests)] + cells
                    + [own.best().map(rule) ?? words("none fits")]
            },
            notes: [
                words(
                    """
                    The share of a kind's requests that have its commonest number of days; a rule is named where it fits 95 %. \
                    Business days leave out the holidays of business: in the city file; write a target as 5 bd.
                    """)
            ], wordColumns: [5])
    }

    /// `98 % (5 d)`; of shares that would tell a small count only whether the rule fits.
    private func cell(_ fit: TargetRules.Fit, of requests: Int) -> String {
        let (share, limit) = (Double(fit.matching) / Double(max(1, requests)), TargetRules.fitting)
        let days = String(fit.days)
        guard !isSmall(fit.matching, requests - fit.matching) else {
            return share >= limit ? words("≥ \(words.decimal(100 * limit, places: 0)) % (\(days) d)") : "–"
        }
        // What does not fit is not rounded to what would.
        let isNear = share < limit && (100 * share).rounded() >= 100 * limit
        let percent =
            isNear
            ? words.percent(min((1000 * share).rounded(), 1000 * limit - 1) / 1000)
            : words.share(fit.matching, of: requests, places: 0)
        return words("\(percent) (\(days) d)")
    }

    private func rule(_ fit: TargetRules.Fit) -> String {
        let days = String(fit.days)
        return switch fit.rule {
        case .calendar: words("\(days) d")
        case .weekdays: words("\(days) weekdays")
        case .business: words("\(days) bd")
        }
    }
}
