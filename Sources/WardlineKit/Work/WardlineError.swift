import Boundaries
import CasePages
import City
import Closures
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
package import Wording
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
        /// Nobody foresaw it.
        case other
    }

    /// Which part is to blame.
    public let part: Part
    /// The reason in a sentence: what, where, what next.
    public let description: String
    /// The line of the file to blame, from 1, where one is.
    public let line: Int?
    /// The key of the city file to blame, where one is.
    public let key: String?
    /// The error of a module, which can be told in terms of other callers.
    private let reason: any Error

    /// - Parameter reason: An error of a module, which names itself in ``part(of:)``.
    init(reason: any Error) {
        if let error = reason as? WardlineError {
            self = error
            return
        }
        part = Self.part(of: reason)
        description = "\(reason)"
        line = Self.line(of: reason)
        key = Self.key(of: reason)
        self.reason = reason
    }

    private static func key(of reason: any Error) -> String? {
        switch reason {
        case let error as CityFileError: error.key
        case RequestError.cityFile(let error): error.key
        default: nil
        }
    }

    private static func line(of reason: any Error) -> Int? {
        switch reason {
        case let error as CityFileError: error.line
        case let error as RequestError: error.cityFileLine
        case let error as RepairError: error.line
        default: nil
        }
    }

    /// Returns which part an error blames. Here stands each type of error that a module throws.
    private static func part(of reason: any Error) -> Part {
        switch reason {
        case CityWorkError.memory: .question
        case is CityFileError, is LayerChoiceError, is LocatingError, is CityWorkError,
            RequestError.cityFile:
            .cityFile
        case is RequestError, is DelimitedTextError, is AddressFileError, is SumsError, is PartFileError,
            is RequestSourceError, RepairError.noKeyColumn, RepairError.noRepairedColumn:
            .requests
        case is FactsError: .facts
        case is BoundaryError, is FeatureFileError, is GeometryError, CasePagesError.waterOutOfRange,
            MapError.emptyArea:
            .boundaries
        case is ReferenceError: .reference
        case is UnknownCategory, is HotspotError, is ClusterError, is SignificanceError,
            is ServiceLevelError, is IncomeTableError, is ClosureSettingError, is PageLanguageError,
            is PeriodSettingError, is QuestionError, is MergeError, is PartSumsError, is RepairError,
            is EarlierFindingsError, is ShownDayError, is SignificanceSettingError,
            is DecisionError, is FactsSourceError, is CheckSettingError, MapError.logo:
            .question
        case is DisclosureError, is AudienceError: .privacy
        case is OutputError, is CasePagesError, is MapError, is DraftError: .output
        case is WorkspaceError: .workspace
        // Never here, since who calls what throws them catches them or makes them part of another: `TableFileError` of
        // DelimitedTextError and FeatureFileError; `Damage`, `Exceeded`, `Failure`, `Problem` and `StartFailure` of
        // FeatureFileError; `Unfit` of PartFileError; `AnswerFault`, `Omitted` and `Refused`, which become counts of rows.
        // Nobody foresaw what is left, such as Foundation's errors and those of a database in memory.
        default: .other
        }
    }
}

extension WardlineError: AdvisingError {
    package func text(in terms: CallerTerms) -> String {
        (reason as? any AdvisingError)?.text(in: terms) ?? description
    }

    package var isUsage: Bool { (reason as? any AdvisingError)?.isUsage ?? false }
}
