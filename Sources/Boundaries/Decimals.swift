import Foundation

extension Double {
    /// Returns the number with a fixed count of decimals, without a sign where it rounds to zero.
    func decimals(_ count: Int) -> String {
        let text = String(format: "%.\(count)f", self)
        return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) }
            ? String(text.dropFirst()) : text
    }
}
