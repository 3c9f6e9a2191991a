import Foundation

/// The log-likelihood ratio of a window with c of the C cases where μ were expected, μ < c.
///
/// Poisson: LLR = c ln(c/μ) + (C−c) ln((C−c)/(C−μ)). With m = μ/C it is the sum of a part h(c) that depends on the
/// cases alone, looked up in a table, and of c (ln(1−m) − ln m) − C ln(1−m), straight in c.
///
/// Bernoulli, with n of the N requests in the window and t(x) = x ln x: LLR = t(c) + t(C−c) + t(n−c) + t(N−n−C+c) − t(n) −
/// t(N−n) − t(C) − t(N−C) + t(N): a part h(c) of the cases, a part g(n−c) of the others, and one of n.
///
/// In either no logarithm is left for the inner loop. Source: Kulldorff, "A spatial scan statistic", Communications in
/// Statistics 26 (1997).
struct CaseLikelihood: Sendable {
    /// h(c) for c in 0...C.
    let table: [Double]
    /// g(m) for m in 0...N − C; empty for the Poisson model.
    let others: [Double]
    private let total: Double
    private let population: Double
    private let minimumCases: Int

    /// - Parameter population: All requests; only the Bernoulli model asks for them.
    init(totalCases: Int, population: Double, model: ScanModel, minimumCases: Int) {
        let total = Double(totalCases)
        switch model {
        case .poisson:
            func term(_ count: Int) -> Double { count > 0 ? Double(count) * log(Double(count) / total) : 0 }
            table = (0...totalCases).map { term($0) + term(totalCases - $0) }
            others = []
        case .bernoulli:
            let rest = Int(population) - totalCases
            table = (0...totalCases).map { Self.t(Double($0)) + Self.t(Double(totalCases - $0)) }
            others = (0...rest).map { Self.t(Double($0)) + Self.t(Double(rest - $0)) }
        }
        self.total = total
        self.population = population
        self.minimumCases = minimumCases
    }

    private static func t(_ value: Double) -> Double { value > 0 ? value * log(value) : 0 }

    /// What the ratio of a window depends on, beside its cases.
    struct Line {
        var slope: Double
        var offset: Double
        /// The fewest cases with a ratio above 0.
        var fewestCases: Int32
        /// The requests in the window; only the Bernoulli model has them.
        var requests: Int32
    }

    /// Returns `nil` where the window expects nothing or everything, so that no count can stand out.
    func line(expecting expected: Double) -> Line? {
        let share = expected / total
        guard share > 0, share < 1 - 1e-12 else { return nil }
        guard others.isEmpty else { return bernoulliLine(share: share) }
        return Line(
            slope: log1p(-share) - log(share), offset: -total * log1p(-share),
            fewestCases: Int32(max(minimumCases, Int(expected.rounded(.down)) + 1)), requests: 0)
    }

    private func bernoulliLine(share: Double) -> Line? {
        let requests = (share * population).rounded()
        guard requests > 0, requests < population else { return nil }
        let rest = population - total
        // The least whole number above the expected one, whatever rounding makes of that.
        let fewest = Int(requests) * Int(total) / Int(population) + 1
        return Line(
            slope: 0,
            offset: Self.t(population) - Self.t(total) - Self.t(rest) - Self.t(requests)
                - Self.t(population - requests),
            fewestCases: Int32(max(minimumCases, fewest)), requests: Int32(requests))
    }

    func ratio(cases: Int32, on line: Line) -> Double {
        guard cases >= line.fewestCases else { return 0 }
        let straight = table[Int(cases)] + Double(cases) * line.slope + line.offset
        return others.isEmpty ? straight : straight + others[Int(line.requests - cases)]
    }
}
