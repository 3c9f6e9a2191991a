import Testing

@testable import Maps

@Suite struct MapColorTests {
    @Test func `black on white has a contrast of 21`() {
        #expect(abs(MapColor(hex: 0).contrast(with: MapColor(hex: 0xFFFFFF)) - 21) < 1e-9)
    }

    /// The mid grey that WCAG's own example names as just passing on white.
    @Test func `grey 767676 on white is just enough for text`() {
        let contrast = MapColor(hex: 0x767676).contrast(with: MapColor(hex: 0xFFFFFF))
        #expect(contrast > 4.5 && contrast < 4.6)
    }

    @Test func `each text colour of the page can be read on its ground`() {
        let pairs = [
            (PageTheme.ink, PageTheme.band), (PageTheme.mutedInk, PageTheme.paper),
            (PageTheme.accent, PageTheme.paper),
            (PageTheme.warning, PageTheme.paper), (PageTheme.paper, PageTheme.warning),
            (PageTheme.streetName, PageTheme.neighbour), (PageTheme.neighbourName, PageTheme.neighbour),
            (PageTheme.ink, PageTheme.water),
        ]
        for (text, ground) in pairs {
            #expect(text.contrast(with: ground) >= 4.5, "\(text.css) on \(ground.css)")
        }
    }

    @Test func `a marker's outline stands out from the ground and from its own colour`() {
        for symbol in MarkerSymbol.series + [.other] {
            #expect(PageTheme.outline.contrast(with: PageTheme.focus) >= 3)
            #expect(PageTheme.outline.contrast(with: symbol.color) >= 2.5, "\(symbol.color.css)")
        }
    }

    @Test func `no two symbols share a shape or a colour`() {
        let symbols = MarkerSymbol.series + [.other]
        #expect(Set(symbols.map(\.shape)).count == symbols.count)
        #expect(Set(symbols.map(\.color)).count == symbols.count)
    }
}
