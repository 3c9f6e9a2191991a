/// The colours of a printed map: quiet ground, dark outlines, one accent.
package enum PageTheme {
    package static let paper = MapColor(hex: 0xFFFFFF)
    package static let ink = MapColor(hex: 0x1C2430)
    package static let mutedInk = MapColor(hex: 0x545E6B)
    package static let accent = MapColor(hex: 0x17456E)
    package static let warning = MapColor(hex: 0xA3320B)
    package static let rule = MapColor(hex: 0xD5D8DC)
    package static let band = MapColor(hex: 0xF3F5F7)

    package static let ground = MapColor(hex: 0xE9E7E1)
    package static let neighbour = MapColor(hex: 0xEFEDE8)
    package static let focus = MapColor(hex: 0xFFFFFF)
    package static let water = MapColor(hex: 0xC3DCEA)
    package static let waterEdge = MapColor(hex: 0x93BBD2)
    package static let minorStreet = MapColor(hex: 0xD9D5CC)
    package static let majorStreet = MapColor(hex: 0xFBF1D8)
    package static let majorCasing = MapColor(hex: 0xB5AC9A)
    package static let streetName = MapColor(hex: 0x5B5346)
    package static let neighbourName = MapColor(hex: 0x6A665D)
    package static let neighbourBorder = MapColor(hex: 0x9A958A)
    package static let outline = MapColor(hex: 0x1C2430)

    /// One that Wardline's packages bring, so that a page has one shape on all machines.
    package static let typeface = "DejaVu Sans Condensed"
}
