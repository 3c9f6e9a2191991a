import Foundation

/// The log-likelihood ratio of a window with c of the C cases where μ were expected, μ < c.
///
/// Formula: LLR = c ln(c/μ) + (C−c) ln((C−c)/(C−μ)). With m = μ/C it is the sum of a part h(c) that depends on the
/// cases alone, looked up in a table, and of c (ln(1−m) − ln m) − C ln(1−m), straight in c: no logarithm is left for
/// the inner loop. Source: Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997).
struct CaseLikelihood: Sendable {
    /// h(c) = c ln(c/C) + (C−c) ln((C−c)/C) for c in 0...C.
    let table: [Double]
    private let total: Double
    private let minimumCases: Int

    init(totalCases: Int, minimumCases: Int) {
        let total = Double(totalCases)
        func term(_ count: Int) -> Double { count > 0 ? Double(count) * log(Double(count) / total) : 0 }
        table = (0...totalCases).map { term($0) + term(totalCases - $0) }
        self.total = total
        self.minimumCases = minimumCases
    }

    /// What the ratio of a window depends on, beside its cases.
    struct Line {
        var slope: Double
        var offset: Double
        /// The fewest cases with a ratio above 0.
        var fewestCases: Int32
    }

    /// Returns `nil` where the window expects nothing or everything, so that no count can stand out.
    func line(expecting expected: Double) -> Line? {
        let share = expected / total
        guard share > 0, share < 1 - 1e-12 else { return nil }
        return Line(
            slope: log1p(-share) - log(share), offset: -total * log1p(-share),
            fewestCases: Int32(max(minimumCases, Int(expected.rounded(.down)) + 1)))
    }

    func ratio(cases: Int32, on line: Line) -> Double {
        guard cases >= line.fewestCases else { return 0 }
        return table[Int(cases)] + Double(cases) * line.slope + line.offset
    }
}
