import Foundation
import Records
package import Wording

/// How work is done, and who is told of it.
public struct WorkOptions: Sendable {
    /// The number of threads; less than 1 is taken as 1, and more than ``mostJobs`` as that. The answer does not depend on it.
    public var jobs: Int {
        didSet { jobs = Self.taken(jobs) }
    }
    /// A file of facts, or a workspace that keeps them: requests are judged by them as within all of the city's requests.
    /// `nil` to go by the requests at hand.
    public var facts: String?
    /// Which part of a longer file the requests are.
    package var part = PartOfFile()
    /// How much memory the program may take, in bytes; `nil` for what the machine has left. Limits of the process or its
    /// container hold beside it. A file that needs more is refused before it is read.
    public var memory: Int?
    /// Is told of progress and warnings, on any thread and several at once.
    public var onEvent: @Sendable (WorkEvent) -> Void
    /// What warnings and summaries call settings.
    package var terms = CallerTerms.words

    /// - Parameters:
    ///   - jobs: The number of threads; those of the machine where it is not said. Less than 1 is taken as 1, and more
    ///     than ``mostJobs`` as that.
    ///   - memory: How much memory the work may take, in bytes; `nil` for what the machine has left.
    ///   - onEvent: Is told of progress and warnings.
    public init(
        jobs: Int? = nil, memory: Int? = nil, onEvent: @escaping @Sendable (WorkEvent) -> Void = { _ in }
    ) {
        self.jobs = Self.taken(jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        self.memory = memory
        self.onEvent = onEvent
    }

    /// More threads than four a core only wait for each other, and each takes memory.
    public static var mostJobs: Int { 4 * ProcessInfo.processInfo.activeProcessorCount }

    /// Returns the number of threads that is taken where one is asked for.
    private static func taken(_ jobs: Int) -> Int { min(max(jobs, 1), mostJobs) }

    /// Returns options whose warnings and summaries speak in terms of the caller.
    package func told(in terms: CallerTerms) -> WorkOptions {
        var options = self
        options.terms = terms
        return options
    }

    package func warn(_ text: String) { onEvent(.warning(text)) }

    package func show(_ stage: WorkStage) { onEvent(.progress(stage)) }
}

/// What somebody who waits for work, or relies on it, should know.
public enum WorkEvent: Sendable, Hashable {
    /// What is being done now.
    case progress(WorkStage)
    /// A sentence that belongs beside the result, such as what was mended in a boundary file.
    case warning(String)
}

/// What is being done.
public enum WorkStage: Sendable, Hashable, CustomStringConvertible {
    /// Rows are read; `share` of the file, 0 to 1, where its length is known.
    case reading(requests: Int, share: Double?)
    /// Streets and addresses are opened, or compiled at the first need.
    case openingReference(files: String)
    /// The centre lines that cases are named by are read.
    case readingStreets
    /// Addresses of requests are looked up on the city's streets.
    case lookingUpAddresses(requests: Int)
    /// Addresses of a table are placed; `share` of the file, 0 to 1, where its length is known.
    case placing(addresses: Int, share: Double?)
    /// Requests are judged by the layers' areas.
    case judging(requests: Int)
    /// Requests of a category that lie close together are grouped.
    case clustering(requests: Int)
    /// Places are tested for more than chance.
    case testing(requests: Int)
    /// The areas of requests are found.
    case locating(requests: Int)
    /// The areas and streets of the cases that pages show are found.
    case locatingCases(Int)
    /// Requests are put into a workspace.
    case importing(requests: Int)
    /// The page of an area, the first being number 1.
    case drawing(area: String, number: Int, of: Int)

    /// The stage in words: `judging 12,000 requests`.
    public var description: String {
        switch self {
        case .reading(let requests, let share):
            "\(Self.count(requests)) requests read" + (share.map { ", \(Int(100 * min($0, 1))) %" } ?? "")
        case .openingReference(let files): "opening \(files)"
        case .readingStreets: "reading the streets"
        case .lookingUpAddresses(let requests): "looking up the addresses of \(Self.count(requests)) requests"
        case .placing(let addresses, let share):
            "\(Self.count(addresses)) addresses placed"
                + (share.map { ", \(Int((100 * min($0, 1)).rounded())) %" } ?? "")
        case .judging(let requests): "judging \(Self.count(requests)) requests"
        case .testing(let requests): "testing \(Self.count(requests)) requests"
        case .clustering(let requests): "clustering \(Self.count(requests)) requests"
        case .locating(let requests): "locating \(Self.count(requests)) requests"
        case .importing(let requests): "importing \(Self.count(requests)) requests"
        case .locatingCases(let cases): "locating \(Self.count(cases)) cases"
        case .drawing(let area, let number, let count): "drawing \(area), \(number) of \(count)"
        }
    }
}

extension WorkStage {
    private static func count(_ count: Int) -> String { NumberText.count(count) }
}
