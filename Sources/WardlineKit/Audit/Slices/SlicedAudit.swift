package import City
import Foundation
import Locating
package import Records
package import RoutingAudit
package import ServiceRequests
package import Wording
import WorkSharing

/// An audit of a file that needs more memory than there is: its rows are read several times, one slice after the other, first
/// for what they have to know of each other and at last to be judged and written. What it writes and says is what one run over
/// all says, byte for byte.
package struct SlicedAudit: Sendable {
    package let account: AuditAccount
    /// `nil` where none are written.
    package let repairs: RepairCounts?

    /// What is written while the slices are judged.
    package struct Outputs {
        package var findings: (destination: OutputDestination, writer: RecordWriter)?
        package var rejects: (destination: OutputDestination, writer: RecordWriter)?
        package var repairs: (destination: OutputDestination, writer: RecordWriter)?
        package var selection = RepairsWriter.Selection.certain
        /// What else was asked for and needs all findings at once.
        package var others: [SettingName] = []

        package init() {}
    }

    /// - Parameters:
    ///   - shortage: Why the file cannot be read whole.
    ///   - bytes: The length of a slice in the file; `nil` for as much as the memory allows. Only tests name it.
    /// - Throws: The shortage, with what needs all requests at once, or where there is too little memory even so.
    package init(
        _ source: String, city: CityFile, layerName: String?, listing: RoutingAuditor.Listing,
        carrying: [String] = [], choice: RequestChoice = RequestChoice(), outputs: Outputs,
        shortage: RequestError, bytes: Int? = nil, options: WorkOptions
    ) throws {
        guard Self.isFile(source) else {
            throw RequestSourceError.notReadAgain(shortage)
        }
        // What is asked for beside is no obstacle where slices have no room either.
        let length =
            try bytes
            ?? SliceSize(
                shortage, of: source, city: city, isListingAll: AuditGround.isListingAll(listing, choice)
            ).bytes
        let others = Self.needingAll(outputs, options: options)
        guard others.isEmpty else {
            throw RequestSourceError.needsAllAtOnce(shortage, others)
        }
        let ground = try AuditGround(
            source, city: city, layerName: layerName, listing: listing, carrying: carrying, choice: choice,
            loadable: nil, options: options)
        let reader = try RequestLoader(city: ground.city).slicesReader(
            of: source, layers: ground.city.layers, carrying: carrying, keeping: ground.keeping,
            options: options)
        let known = try SlicedFacts(ground, reader: reader, bytes: length)
        var judging = try SliceJudging(known, outputs)
        try known.eachSlice { try judging.add($0) }
        (account, repairs) = try judging.finish(ground)
    }

    /// Whether a source can be read several times.
    private static func isFile(_ source: String) -> Bool {
        var status = stat()
        return source != "-" && stat(source, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Returns what needs all findings at once.
    private static func needingAll(_ outputs: Outputs, options: WorkOptions) -> [WholeOutput] {
        let written: [(SettingName, (destination: OutputDestination, writer: RecordWriter)?)] = [
            (.output, outputs.findings), (.rejects, outputs.rejects), (.repairs, outputs.repairs),
        ]
        let whole = written.compactMap { setting, output -> WholeOutput? in
            guard let format = output?.writer.format, !RecordStream.canWrite(format) else { return nil }
            return WholeOutput(setting, as: format)
        }
        return outputs.others.map { WholeOutput($0) } + whole
            + (options.facts == nil ? [] : [WholeOutput(.facts)])
    }
}

/// How long slices may be.
private struct SliceSize {
    /// In the file.
    let bytes: Int

    /// What is kept of each row until the end: its category, opening and closing, how far its position is off, and what summaries
    /// ask of its findings; and while rows are looked at, a key of its id.
    private static let keptPerRow = 32
    /// What a row of a slice takes while it is judged.
    private static let perRow = 480
    /// The same where its address is looked up, and with its part of what is kept to find those that were.
    private static let perLookedUpRow = 730
    /// The same where each row has a finding for each layer.
    private static let perListedRow = 900
    private static let fewestRows = 1_000
    private static let mostRows = 1_000_000
    private static let usualRowLength = 160

    /// - Throws: What slices need, where there is no room even for them.
    init(
        _ shortage: RequestError, of source: String, city: CityFile, isListingAll: Bool
    ) throws(RequestError) {
        guard case .needsMemory(let name, let need, let room) = shortage else { throw shortage }
        let perRow =
            isListingAll
            ? Self.perListedRow
            : ReferenceLoader(city: city).isNamed ? Self.perLookedUpRow : Self.perRow
        let kept = MemoryNeed.ground + need.rows * Self.keptPerRow
        let rows = min((room.bytes - kept) / perRow, Self.mostRows)
        guard rows >= Self.fewestRows else {
            let least = MemoryNeed(rows: need.rows, bytes: kept + Self.fewestRows * perRow)
            throw .needsMemory(source: name, need: least, room: room)
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: source)[.size] as? Int) ?? 0
        let length = size > 0 && need.rows > 0 ? max(size / need.rows, 1) : Self.usualRowLength
        bytes = rows * length
    }
}

/// Judges slices and writes what is found of them.
private struct SliceJudging: ~Copyable {
    private let known: SlicedFacts
    private var findingsFile: FindingsStream?
    private var rejectsFile: RecordStream?
    private var repairsFile: RecordStream?
    private let selection: RepairsWriter.Selection
    private var repairCounts: RepairCounts?
    private var table: RequestTable
    private var rows = IntakeCounts()
    private var findings: SummaryFindings
    private var errors: ErrorFigures?
    private var use: AddressUse?

    init(_ known: SlicedFacts, _ outputs: SlicedAudit.Outputs) throws {
        self.known = known
        findings = SummaryFindings(layerCount: known.layers.count)
        selection = outputs.selection
        table = known.texts
        table.reserveSummarized(known.rows)
        if known.numbering != nil {
            errors = ErrorFigures()
            use = AddressUse()
        }
        if let output = outputs.findings {
            findingsFile = try FindingsStream(output.writer, to: output.destination)
        }
        if let output = outputs.rejects {
            rejectsFile = try RecordStream(output.writer, to: output.destination)
        }
        if let output = outputs.repairs {
            repairsFile = try RecordStream(output.writer, to: output.destination)
            repairCounts = RepairCounts()
        }
    }

    mutating func add(_ slice: RequestTable) throws {
        let work = try known.work(on: slice)
        let result = try work.judge()
        rows.add(slice)
        table.appendSummarized(slice)
        findings.add(result, of: slice, layers: work.layers)
        if let addresses = work.addresses {
            use? += addresses.use(in: slice, placeholders: work.placeholders)
            errors?.add(addresses.comparedPositions(in: slice), in: slice, asking: .now)
        }
        try findingsFile?.append(result, of: work, jobs: work.jobs)
        try rejectsFile?.append(RejectsWriter(audit: work, result: result).list.rejects)
        if var counts = repairCounts {
            try repairsFile?.append(
                RepairsWriter(audit: work, selection: selection).table(of: result, counting: &counts))
            repairCounts = counts
        }
    }

    consuming func finish(_ ground: AuditGround) throws -> (AuditAccount, RepairCounts?) {
        try rejectsFile.take()?.commit()
        try findingsFile.take()?.commit()
        try repairsFile.take()?.commit()
        var rows = rows
        rows.repeatedIDRows = known.census.repeatedIDRows
        ground.warn(ofUndatedIn: table)
        let basis = AuditBasis(
            city: ground.city, clock: ground.work.clock, table: table, intake: known.census.intake,
            layers: known.layers,
            layersLeftOut: ground.layersLeftOut, placeholders: known.placeholders, addressUse: use,
            comparedPositions: nil, measured: known.measured, decisions: ClerkDecisions(),
            choice: ground.choice.isAll ? nil : ground.choice.text, jobs: 1)
        return (AuditAccount(basis, rows: rows, findings: findings, errors: errors), repairCounts)
    }
}
