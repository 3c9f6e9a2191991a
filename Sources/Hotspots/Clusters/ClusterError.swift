package import Wording

/// What is wrong with the settings of a clustering, with the nearest value that is right.
package enum ClusterError: AdvisingError, Hashable {
    case radius(Double, nearest: Double)
    case minimum(Int, nearest: Int)
    case greatestDiameter(Double, nearest: Double)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .radius(let radius, let nearest):
            let range = "\(metres(ClusterRule.radii.lowerBound)) to \(metres(ClusterRule.radii.upperBound))"
            return "\(terms[.radius]) \(metres(radius)): a radius is \(range)"
                + (nearest.isNaN ? "" : "; the nearest is \(metres(nearest))")
        case .minimum(let minimum, let nearest):
            return
                "\(terms[.minimum]) \(minimum): a cluster has at least \(nearest) reports; the nearest is \(nearest)"
        case .greatestDiameter(let diameter, let nearest):
            return """
                \(terms[.greatestDiameter]) \(metres(diameter)): less than the radius would split every cluster; \
                the nearest is \(metres(nearest))
                """
        }
    }

    private func metres(_ value: Double) -> String {
        let whole = value.rounded()
        return whole == value && abs(whole) < 1e15 ? "\(Int(whole)) m" : "\(value) m"
    }
}
