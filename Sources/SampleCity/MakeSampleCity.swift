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

            The files go into the folders Boundaries and SampleData. The same seed and number give the same bytes.
            """)

    @Option(help: "The number of requests.")
    var requests = 12_000

    @Option(help: "The folder in which to make Boundaries and SampleData.")
    var output = "."

    @Option(help: "The seed: another one tells another three years in the same style.")
    var seed: UInt64 = 1

    func validate() throws {
        guard requests >= 1000 else {
            throw ValidationError("--requests \(requests) is too few for the story; ask for at least 1000.")
        }
    }

    func run() throws {
        try SampleFiles(requests: requests, seed: seed).write(to: URL(fileURLWithPath: output))
    }
}
