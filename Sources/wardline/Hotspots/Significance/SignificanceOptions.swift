import ArgumentParser
import Hotspots

/// How places are tested for more than chance.
struct SignificanceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Test for more than chance instead of listing clusters: gi-star, emerging, scan or near-repeats.",
            valueName: "test"))
    var significance: SignificanceTest?

    @Option(parsing: .unconditional, help: "The width of the grid's cells, in metres.")
    var cellSize = 250.0

    @Option(help: "hexagonal or square cells.")
    var grid = GridShape.hexagonal

    @Option(parsing: .unconditional, help: "The days of one slice of time, for emerging and scan.")
    var sliceDays = 30

    @Option(
        parsing: .unconditional,
        help: "The random studies or orders that p-values of scan and near-repeats come from.")
    var replications = 999

    @Option(help: "The seed of these: the same seed gives the same p-values.")
    var seed: UInt64 = 311

    @Option(
        parsing: .unconditional,
        help: "The share of hot and cold spots that may be false, for gi-star and emerging.")
    var falseDiscoveryRate = 0.05

    func validate() throws {
        if !(1...100_000).contains(cellSize) {
            throw ValidationError(
                "--cell-size \(cellSize): cells are 1 to 100000 m wide"
                    + nearest(cellSize, min(max(cellSize, 1), 100_000).rounded()))
        }
        if sliceDays < 1 { throw ValidationError("--slice-days \(sliceDays): the nearest is 1") }
        if !(0...99_999).contains(replications) {
            throw ValidationError(
                "--replications \(replications): the nearest is \(min(max(replications, 0), 99_999))")
        }
        if !(0.0001...0.5).contains(falseDiscoveryRate) {
            throw ValidationError(
                "--false-discovery-rate \(falseDiscoveryRate): name a share from 0.0001 to 0.5"
                    + nearest(falseDiscoveryRate, min(max(falseDiscoveryRate, 0.0001), 0.5)))
        }
    }

    /// Names the nearest value that is taken; what is no number has none.
    private func nearest(_ given: Double, _ value: Double) -> String {
        guard !given.isNaN else { return "" }
        return "; the nearest is \(value == value.rounded() ? String(Int(value)) : String(value))"
    }
}

/// What can be asked about chance.
enum SignificanceTest: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// Where is the category frequent?
    case giStar = "gi-star"
    /// How does that change?
    case emerging
    /// Where and when was there an outbreak?
    case scan
    /// Does one report make others nearby likelier?
    case nearRepeats = "near-repeats"
}

extension GridShape: ExpressibleByArgument {}
