import Chronology
import Disclosure
import Geometry
import Hotspots
import Records

/// What a test of significance found, for people and for files.
struct SignificanceText {
    /// What was tested and what came out, one line.
    var title: String
    /// What is compared with what, the formula and its source.
    var notes: [String]
    /// The table on the terminal, its header first.
    var table: TextTable
    /// How many rows the table leaves out.
    var moreCount = 0
    /// What everybody may know of private categories.
    private var privateNotes: [String] = []
    /// What is written.
    var records: RecordTable

    /// Runs a test.
    ///
    /// - Parameter top: How many rows the table shows.
    /// - Throws: ``Hotspots/HotspotError`` where it cannot be done as asked.
    init(_ test: SignificanceTest, _ study: SignificanceStudy, top: Int) throws {
        do throws(SignificanceError) {
            switch test {
            case .giStar: self = GiStarTable(study: study, found: try GiStarFindings(study), top: top).text
            case .emerging:
                self = EmergingTable(study: study, found: try EmergingFindings(study), top: top).text
            case .scan: self = ScanTable(study: study, found: try ScanFindings(study), top: top).text
            case .nearRepeats:
                self = NearRepeatTable(study: study, found: try NearRepeatFindings(study)).text
            }
        } catch {
            throw HotspotError.significance(error, test: test.rawValue)
        }
        privateNotes =
            study.privateCounts.map { ["private, in no figure; in the whole file: \($0.text)"] } ?? []
    }

    init(
        title: String, notes: [String], table: TextTable, moreCount: Int = 0, records: RecordTable
    ) {
        self.title = title
        self.notes = notes
        self.table = table
        self.moreCount = moreCount
        self.records = records
    }

    var text: String {
        var lines = [Terminal.bold(title)] + (notes + privateNotes).map { "  \($0)" } + [""] + table.lines()
        if moreCount > 0 { lines.append("  … and \(NumberText.count(moreCount)) more; -o FILE writes all") }
        return TerminalText.text(ofLines: lines)
    }

    func write(to destination: OutputDestination, by writer: RecordWriter) throws {
        try writer.write(
            RecordDocument(title: title, tables: [records], summary: Terminal.plain(text)), to: destination)
    }
}

extension SignificanceStudy {
    /// What the grid's cells are, in words.
    var cells: String {
        settings.grid == .hexagonal
            ? "hexagons \(StatisticText.metres(settings.cellSize)) across"
            : "squares of \(StatisticText.metres(settings.cellSize))"
    }

    /// Returns a place's name, or its longitude and latitude where nothing names it.
    func label(_ point: ProjectedPoint) -> String {
        if let name = name(point) { return name }
        let position = position(point)
        return DegreeText.position(position)
    }

    /// How adjusted p-values come about, in words.
    var adjustment: String {
        "p adjusted for the number of places after Benjamini and Hochberg, JRSS B 57 (1995), and by "
            + "\(NumberText.count(settings.replications)) random orders, seed \(settings.seed): of cities without any "
            + "spot at most \(NumberText.decimal(100 * settings.significance)) % get a call"
    }
}

/// Writes the numbers of statistics for people.
enum StatisticText {
    /// Returns a p-value with three decimals, small ones as an upper bound.
    static func p(_ value: Double) -> String { value < 0.001 ? "< 0.001" : fixed(value, 3) }

    /// Returns a number with two decimals.
    static func z(_ value: Double) -> String { fixed(value, 2) }

    static func metres(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value)) m" : "\(NumberText.decimal(value)) m"
    }

    private static func fixed(_ value: Double, _ decimals: Int) -> String {
        var bytes: [UInt8] = []
        FixedDecimal.append(value, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
