/// A sheet of paper, upright, in points.
package enum PaperSize: String, CaseIterable, Sendable {
    case letter, legal, a4, tabloid

    package var shortSide: Double {
        switch self {
        case .letter, .legal: 612
        case .a4: 595.276
        case .tabloid: 792
        }
    }

    package var longSide: Double {
        switch self {
        case .letter: 792
        case .legal: 1008
        case .a4: 841.89
        case .tabloid: 1224
        }
    }

    package func box(_ orientation: PageOrientation) -> PageBox {
        switch orientation {
        case .portrait: PageBox(x: 0, y: 0, width: shortSide, height: longSide)
        case .landscape: PageBox(x: 0, y: 0, width: longSide, height: shortSide)
        }
    }
}

package enum PageOrientation: CaseIterable, Sendable { case portrait, landscape }
