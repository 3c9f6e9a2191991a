import Maps
import PageLanguage
import ServiceLevels

/// The last page: how figures are found, and after whom.
struct PageFormulas {
    let words: PageWords

    private var common: [String] {
        [
            words(
                """
                Elapsed time is in seconds between moments of the city's clock; days are elapsed seconds / 86,400, and days \
                of the calendar from an opening that is a day without a time. A closing before 1970 stands for none; a request that was closed before it was opened is in no wait and no share.
                """),
            words(
                """
                Half closed in, nine in ten closed in: Kaplan and Meier, Journal of the American Statistical Association 53 (1958): \
                S(t) = Π (1 − dᵢ / nᵢ) over the days up to t on which dᵢ were closed of the nᵢ still open; the smallest t with \
                S(t) ≤ 0.5, or 0.1. Its interval: Brookmeyer and Crowley, Biometrics 38 (1982).
                """),
            words(
                """
                Backlog at the end of a period = backlog before + opened − closed, which is the number opened before that moment \
                and not closed by it.
                """),
            words(
                """
                Times longer: the ratio of a kind's median to that of all residents' requests, in kinds with \
                \(words.count(SlowTypes.fewest)) and more; percentile bootstrap, 1,000 draws.
                """),
        ]
    }

    private var colours: String {
        words("Colours: Okabe and Ito, Color Universal Design (2008); each goes with a form of its own.")
    }

    func report(_ report: PeriodReport) -> PageSection {
        let spread = words.decimal(report.anomalies.spread, places: 2)
        return PageSection(
            words("Formulas and sources"),
            paragraphs: common + [
                words(
                    """
                    On time by due period: of those whose due time lies in the period and has come, the share closed by it.
                    """),
                words(
                    """
                    Overdispersion φ: the median of squared Pearson residuals / 0.455, at least 1; here \(spread).
                    """),
                words(
                    """
                    Far more or fewer than usual: z = residual of a two-way median polish of 2 √(n + 3/8) (Anscombe, Biometrika 35, \
                    1948; Tukey, Exploratory Data Analysis, 1977), divided by max(1, MAD / 0.6745) and the error of the medians.
                    """),
                words(
                    """
                    Funnel: Spiegelhalter, Statistics in Medicine 24 (2005). Slower in one area: the log-rank test; p-values of many \
                    cells after Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995).
                    """),
                colours,
            ])
    }

    var closures: PageSection {
        PageSection(
            words("Formulas and sources"),
            paragraphs: common + [
                words(
                    """
                    Fast for its kind: a resident's request that was closed within minutes, of a kind with 20 residents' requests and \
                    more of which half take a day or more. A kind of which half are closed at the instant of their opening is closed \
                    by rule and named instead.
                    """),
                words(
                    """
                    Closed in bulk: closings of one kind in one minute at several addresses; by chance: each closing's minute drawn \
                    anew within its hour, 20 times, seeded.
                    """),
                words(
                    """
                    Came back: another report of the kind near the place after the last open one was closed. Anyway: e, the mean of two \
                    windows at the same place before the opening and after the closing, weighted by how many of the kind the city had. \
                    Excess = mean(h − e); its interval ± 1.96 √(Σ over places of the square of Σ (h − e − excess)) / m. Kinds after \
                    Benjamini and Hochberg at 5 %.
                    """),
                words(
                    """
                    Original of a duplicate: its parent, else the last opened within 46 m of the kind that was open then.
                    """),
                colours,
            ])
    }
}
