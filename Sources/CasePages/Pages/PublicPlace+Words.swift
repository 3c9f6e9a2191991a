package import Disclosure
package import PageLanguage

extension PublicPlace.Name {
    /// What everybody may read of where something is; empty where nothing near bears a name.
    package func text(_ words: PageWords) -> String {
        switch self {
        case .unnamed: return ""
        case .street(let street): return street
        case .near(let street): return words("near \(street)")
        case .crossing(let one, let other): return words("\(one) & \(other)")
        case .block(let hundreds, let street):
            let (first, last) = (hundreds.lowerBound, hundreds.upperBound)
            if first == last {
                return first == 0
                    ? words("unit block of \(street)") : words("\(String(first)) block of \(street)")
            }
            return first == 0
                ? words("unit to \(String(last)) blocks of \(street)")
                : words("\(String(first)) to \(String(last)) blocks of \(street)")
        }
    }
}
