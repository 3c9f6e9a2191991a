import Foundation

/// Answers about positions that were recorded across a border from their assigned area, counted by their distance to it.
struct BorderAnswers: Sendable, Equatable {
    /// A distance in metres, rounded so that few differ.
    struct Distance: Hashable, Comparable {
        let metres: Double

        init(_ distance: Double) {
            // Near the border a metre says more than far from it.
            metres = distance < 20 ? max(0.5, distance.rounded()) : (distance / 2).rounded() * 2
        }

        static func < (first: Self, second: Self) -> Bool { first.metres < second.metres }
    }

    struct Count: Sendable, Equatable {
        /// The assigned area was right: the position was recorded on the wrong side.
        var wrongSide = 0
        var rightSide = 0
    }

    private(set) var counts: [Distance: Count] = [:]
    var total: Int { counts.values.reduce(0) { $0 + $1.wrongSide + $1.rightSide } }

    init(_ answers: some Sequence<AnsweredPosition>) {
        for answer in answers {
            if answer.isWrongSide {
                counts[Distance(answer.distance), default: Count()].wrongSide += 1
            } else {
                counts[Distance(answer.distance), default: Count()].rightSide += 1
            }
        }
    }
}

/// How likely it is that the CRM was right about a request that is recorded across a border from its assigned area.
///
/// Positions are off by a normal error with the deviation σ in each direction. Houses stand at least s metres from the border,
/// which is as a rule the middle of a street. At a distance d behind the border, requests of houses before it are then recorded as
/// often as `Q((d + s) / σ)` says, with Q the upper tail of the normal distribution, and requests of houses behind it as often as
/// `Φ((d − s) / σ)`. Of the latter, `ρ` for each of the former were assigned to the area before the border; and a share ε of
/// positions is wrong altogether. So the CRM was right with the probability
/// `(Q + ε) / (Q + ε + ρ Φ)`. All of σ, s, ρ and ε are unknown: they are tried on a grid, equally likely beforehand on the
/// scales that it is even on, and what answers make of it is a posterior distribution (Bayes).
enum BorderAnswerModel {
    /// Steps of the grid of σ in which it doubles.
    static let stepsToDouble = 8
    /// Metres.
    static let deviations = (0...44).map { 1.5 * exp2(Double($0) / Double(stepsToDouble)) }

    /// What channels and streets of one city have in common.
    private struct Surroundings {
        let setback: Double
        let misrouted: Double
        let gross: Double
    }

    private static let surroundings: [Surroundings] = [8, 12, 16, 20].flatMap { setback in
        (0...8).flatMap { step in
            [1e-5, 1e-3, 1e-2].map {
                Surroundings(setback: setback, misrouted: pow(10, -3.5 + Double(step) / 2), gross: $0)
            }
        }
    }

    /// The share of positions within a radius that is looked for: set so that radii held 95 in 100 on the sample city, where 0.95
    /// held a little less.
    static let share = 0.965

    /// For each of the surroundings, and within it for each deviation, the probability of a wrong side at a distance.
    static func wrongSide(at distance: BorderAnswers.Distance) -> [Double] {
        var probabilities: [Double] = []
        probabilities.reserveCapacity(surroundings.count * deviations.count)
        var setback = -1.0
        var tails: [(before: Double, behind: Double)] = []
        for one in surroundings {
            if one.setback != setback {
                setback = one.setback
                tails = deviations.map {
                    (
                        upperTail((distance.metres + setback) / $0),
                        upperTail((setback - distance.metres) / $0)
                    )
                }
            }
            for tail in tails {
                let before = tail.before + one.gross
                probabilities.append(before / (before + one.misrouted * max(tail.behind, 1e-6)))
            }
        }
        return probabilities
    }

    private static func upperTail(_ value: Double) -> Double { erfc(value / 2.0.squareRoot()) / 2 }

    /// Returns for each group of answers the posterior distribution over surroundings and deviations, as
    /// ``wrongSide(at:)`` orders them; the surroundings are those of all groups together.
    static func posteriors(of groups: [BorderAnswers]) -> [[Double]] {
        let likelihoods = likelihoods(of: groups)
        let width = deviations.count
        // What each group says of the surroundings alone.
        let shares = likelihoods.map { logs in
            surroundings.indices.map { logarithmOfSum(logs[($0 * width)..<(($0 + 1) * width)]) }
        }
        let together = surroundings.indices.map { index in shares.reduce(0) { $0 + $1[index] } }
        return zip(likelihoods, shares).map { logs, own in
            let weighed = logs.indices.map { logs[$0] + together[$0 / width] - own[$0 / width] }
            let all = logarithmOfSum(weighed[...])
            return weighed.map { exp($0 - all) }
        }
    }

    private static func likelihoods(of groups: [BorderAnswers]) -> [[Double]] {
        var likelihoods = [[Double]](
            repeating: [Double](repeating: 0, count: surroundings.count * deviations.count),
            count: groups.count)
        for distance in Set(groups.flatMap(\.counts.keys)).sorted() {
            let wrong = wrongSide(at: distance)
            let (yes, no) = (wrong.map { log($0) }, wrong.map { log(max(1 - $0, 1e-12)) })
            for group in groups.indices {
                guard let count = groups[group].counts[distance] else { continue }
                let (wrongSide, rightSide) = (Double(count.wrongSide), Double(count.rightSide))
                for index in yes.indices {
                    likelihoods[group][index] += wrongSide * yes[index] + rightSide * no[index]
                }
            }
        }
        return likelihoods
    }

    private static func logarithmOfSum(_ logs: ArraySlice<Double>) -> Double {
        let largest = logs.max() ?? 0
        return largest + log(logs.reduce(0) { $0 + exp($1 - largest) })
    }

    /// Returns the radius within which ``share`` of positions lie, whatever their deviation may be by a posterior: metres.
    static func radius(of posterior: [Double]) -> Double {
        var weights = [Double](repeating: 0, count: deviations.count)
        for (index, weight) in posterior.enumerated() { weights[index % deviations.count] += weight }
        // The distance of a point with normal errors has Rayleigh's distribution: within r lie 1 − exp(−r² / 2σ²).
        func covered(_ radius: Double) -> Double {
            zip(weights, deviations).reduce(0) {
                $0 + $1.0 * (1 - exp(-radius * radius / (2 * $1.1 * $1.1)))
            }
        }
        var (low, high) = (0.0, 4 * (deviations.last ?? 0))
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if covered(middle) < share { low = middle } else { high = middle }
        }
        return high
    }

    /// Returns the logarithm of the likelihood of answers, where deviations are those of a posterior moved by some steps.
    static func fit(_ answers: BorderAnswers, to posterior: [Double], movedBy steps: Int) -> Double {
        let width = deviations.count
        return answers.counts.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
            let wrong = wrongSide(at: entry.key)
            var probability = 0.0
            for index in posterior.indices {
                let moved = min(max(index % width + steps, 0), width - 1)
                probability += posterior[index] * wrong[index - index % width + moved]
            }
            return sum + Double(entry.value.wrongSide) * log(max(probability, 1e-12))
                + Double(entry.value.rightSide) * log(max(1 - probability, 1e-12))
        }
    }
}
