import Boundaries
import CasePages
import City
import DelimitedText
import Disclosure
import FeatureFiles
import Geocoding
import GeometryEngine
import Hotspots
import Locating
import Maps
import PageLanguage
import Records
import ServiceLevels
import ServiceRequests
import Workspace

/// Why something could not be done: what, where, what next.
public struct WardlineError: Error, Sendable, CustomStringConvertible {
    /// The parts that may be to blame.
    public enum Part: Sendable, Hashable {
        /// The city file, or what is asked of it, such as a layer that it does not name.
        case cityFile
        /// The file of requests.
        case requests
        /// A file of areas, streets or water.
        case boundaries
        /// Streets or addresses.
        case reference
        /// What was asked for, such as a category that no request has.
        case question
        /// Something private would be published.
        case privacy
        /// An output, which is then as it was before.
        case output
        /// A file of facts.
        case facts
        /// A workspace, which is then as it was before.
        case workspace
        case other
    }

    /// Which part is to blame.
    public let part: Part
    /// The reason in a sentence, as `wardline` prints it.
    public let description: String
    /// The line of the file to blame, from 1, where one is.
    public let line: Int?

    package init(part: Part, description: String, line: Int? = nil) {
        self.part = part
        self.description = description
        self.line = line
    }

    init(reason: any Error) {
        if let error = reason as? WardlineError {
            self = error
            return
        }
        self.init(
            part: Self.part(of: reason), description: "\(reason)",
            line: (reason as? CityFileError)?.line ?? (reason as? RequestError)?.cityFileLine)
    }

    private static func part(of reason: any Error) -> Part {
        switch reason {
        case is CityFileError, is LayerChoiceError, is LocatingError: .cityFile
        case is RequestError, is DelimitedTextError: .requests
        case is FactsError: .facts
        case is BoundaryError, is FeatureFileError, is GeometryError: .boundaries
        case is ReferenceError: .reference
        case is UnknownCategory, is HotspotError, is ServiceLevelError, is IncomeTableError,
            is CasePagesError, is PageLanguageError:
            .question
        case is DisclosureError: .privacy
        case is OutputError: .output
        case is WorkspaceError: .workspace
        default: .other
        }
    }
}
