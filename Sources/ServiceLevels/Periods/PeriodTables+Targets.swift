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
                let cells = own.fits.map { fit in
                    words(
                        "\(words.share(fit.matching, of: own.requests, places: 0)) (\(String(fit.days)) d)"
                    )
                }
                return [name(own.category), told(own.requests)] + cells
                    + [own.best().map(rule) ?? words("none fits")]
            },
            notes: [
                words(
                    """
                    The share of a kind's requests that have its commonest number of days; a rule is named where it fits 95 %. \
                    Business days leave out the holidays of business: in the city file; write a target as 5 bd.
                    """)
            ])
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
