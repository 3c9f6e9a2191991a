package import PageLanguage

extension PeriodSeries {
    /// What closings without a usable time do to the figures of the periods; `nil` where there are none.
    package func unusableNote(_ words: PageWords) -> String? {
        guard levels.contains(where: { $0.unusable > 0 }) else { return nil }
        return tellsStocks
            ? words(
                """
                What was closed at no known time counts as opened and as closed in the period of its opening: somewhat more may have \
                been open.
                """)
            : words(
                """
                How many were closed and how many were open at the end is not told: more than one closed request in twenty has no \
                usable closing time.
                """)
    }
}
