import Geometry
import Records

extension Double {
    /// A surface in square metres as people read it: `12.3 m²`, `12,300 m²`, `1.43 km²`.
    var surfaceText: String {
        switch magnitude {
        case ..<1000: "\(decimals(1)) m²"
        case ..<100_000: "\(decimals(0).dropLast(3)),\(decimals(0).suffix(3)) m²"
        default: "\((self / 1_000_000).decimals(2)) km²"
        }
    }

    /// The number as a file has it: whole ones without decimals.
    var plainText: String {
        self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self)
    }

    /// Returns the number with a fixed count of decimals, without a sign where it rounds to zero.
    func decimals(_ count: Int) -> String {
        FixedDecimal.text(self, decimals: count)
    }
}

extension Coordinate {
    /// The position as people copy it into a map.
    var text: String { DegreeText.position(standard) }
}
