/// A sheet of paper, upright, in points.
package enum PaperSize: String, CaseIterable, Sendable {
    case letter, legal, a4, tabloid

    /// The paper that is usual in a time zone's country: letter in North America and where else it is sold, A4 elsewhere.
    package static func usual(in timeZone: String) -> PaperSize {
        let parts = timeZone.split(separator: "/")
        guard let region = parts.first, let place = parts.last, parts.count > 1 else { return .letter }
        switch region {
        case "America":
            return americanA4.contains(String(place)) || parts.contains("Argentina") ? .a4 : .letter
        case "US", "Canada", "Mexico", "Chile", "Etc": return .letter
        default: return letterElsewhere.contains(String(place)) ? .letter : .a4
        }
    }

    /// Places of Brazil, Ecuador, Peru, Bolivia, Paraguay, Uruguay, the Guianas, Greenland and islands that use A4.
    private static let americanA4: Set<String> = [
        "Sao_Paulo", "Araguaina", "Bahia", "Belem", "Boa_Vista", "Campo_Grande", "Cuiaba", "Eirunepe",
        "Fortaleza", "Maceio", "Manaus", "Noronha", "Porto_Velho", "Recife", "Rio_Branco", "Santarem",
        "Buenos_Aires", "Guayaquil", "Lima", "La_Paz", "Asuncion", "Montevideo", "Cayenne", "Paramaribo",
        "Guyana", "Nuuk", "Godthab", "Martinique", "Guadeloupe", "Miquelon", "Jamaica", "Barbados",
        "Port_of_Spain", "Curacao", "Aruba",
    ]

    private static let letterElsewhere: Set<String> = [
        "Manila", "Honolulu", "Guam", "Saipan", "Pago_Pago", "Bermuda", "Galapagos", "Easter",
    ]

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
