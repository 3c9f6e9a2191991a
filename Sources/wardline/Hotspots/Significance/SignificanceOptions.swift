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
    var cellSize = SignificanceSettings().cellSize

    @Option(help: "hexagonal or square cells.")
    var grid = SignificanceSettings().grid

    @Option(parsing: .unconditional, help: "The days of one slice of time, for emerging and scan.")
    var sliceDays = SignificanceSettings().sliceDays

    @Option(
        parsing: .unconditional,
        help: "The random studies or orders that p-values come from.")
    var replications = SignificanceSettings().replications

    @Option(help: "The seed of these: the same seed gives the same p-values.")
    var seed = SignificanceSettings().seed

    @Option(
        parsing: .unconditional,
        help:
            "The chance of any hot or cold spot in a city that has none, for gi-star and emerging.")
    var falseDiscoveryRate = SignificanceSettings().significance

    func validate() throws {
        if let problem = settings.problem { throw ValidationError(problem.text(in: .options)) }
    }

    /// What the options come to.
    var settings: SignificanceSettings {
        var settings = SignificanceSettings()
        settings.cellSize = cellSize
        settings.grid = grid
        settings.sliceDays = sliceDays
        settings.replications = replications
        settings.seed = seed
        settings.significance = falseDiscoveryRate
        return settings
    }
}

extension SignificanceTest: ExpressibleByArgument {}
extension GridShape: ExpressibleByArgument {}
