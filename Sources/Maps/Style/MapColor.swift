/// A colour in sRGB.
package struct MapColor: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// Creates a colour from `0xRRGGBB`.
    package init(hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }

    /// The colour as `#RRGGBB`.
    package var css: String {
        let digits = Array("0123456789ABCDEF")
        return "#"
            + [red, green, blue].map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    }

    /// The relative luminance, 0 (black) to 1 (white).
    ///
    /// Source: WCAG 2.1, "relative luminance".
    package var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Returns the contrast with another colour, 1 to 21.
    ///
    /// Source: WCAG 2.1, "contrast ratio". Text needs 4.5, graphics 3.
    package func contrast(with other: MapColor) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }
}
