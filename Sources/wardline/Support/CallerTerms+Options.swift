import Wording

extension CallerTerms {
    /// Options as ArgumentParser calls them by their properties, and commands with what they have to be given.
    static let options = CallerTerms { setting in
        setting == .output ? "-o" : "--" + setting.parts.joined(separator: "-")
    } command: { step in
        switch step {
        case .importing: "wardline import REQUESTS --into FILE"
        case .makingFacts: "wardline facts REQUESTS -o FILE"
        case .checkingBoundaries: "wardline boundaries check"
        case .drafting: "wardline init"
        case .mergingRows: "wardline merge rows --facts FILE"
        case .keepingFindings: "wardline audit --keep"
        }
    }
}
