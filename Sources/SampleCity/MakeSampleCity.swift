import ArgumentParser
import Foundation

@main
struct MakeSampleCity: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "SampleCity",
        abstract: "Makes the sample city: its areas, streets, addresses, requests and the truth about them.",
        discussion: """
            EXAMPLE: swift run SampleCity
            EXAMPLE: swift run -c release SampleCity --requests 1000000 --output /tmp/large
            EXAMPLE: swift run SampleCity --design grid --noise 15 --output /tmp/grid

            The files go into the folders Boundaries and SampleData. The same seed and number give the same bytes.
            With --design a plain city for measurements goes into the folder itself: a grid of numbered streets, curved
            streets of like names, or zones that end in a river, with what was planted in truth.csv.
            """)

    @Option(help: "The number of requests.")
    var requests = 12_000

    @Option(help: "The folder in which to make Boundaries and SampleData.")
    var output = "."

    @Option(help: "The seed: another one tells another three years in the same style.")
    var seed: UInt64 = 1

    @Option(help: "Make a city for measurements instead: grid, curved or river.")
    var design: CityDesign?

    @Option(help: "For a design: how far recorded positions are off along their street, metres (one sigma).")
    var noise = 5.0

    func validate() throws {
        guard noise >= 0, noise <= 200 else {
            throw ValidationError("--noise \(noise): name 0 to 200 metres")
        }
        guard requests >= 1000 else {
            throw ValidationError("--requests \(requests) is too few for the story; ask for at least 1000.")
        }
    }

    func run() throws {
        if let design {
            return try DesignFiles(design, noise: noise, requests: requests, seed: seed)
                .write(to: URL(fileURLWithPath: output))
        }
        try SampleFiles(requests: requests, seed: seed).write(to: URL(fileURLWithPath: output))
    }
}

extension CityDesign: ExpressibleByArgument {}
