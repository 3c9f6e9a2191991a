/// Runs one benchmark by name: `Microbenchmarks csv FILE [JOBS]`.
@main
enum Microbenchmarks {
    /// What each benchmark is called and does with the arguments after its name.
    static let all: [String: @Sendable ([String]) async throws -> Void] = [
        "address-parsing": AddressLines.run,
        "cancellation": CancellationBenchmark.run,
        "csv": CSVBenchmark.run,
        "features": FeatureBenchmark.run,
        "crossings": CrossingAccuracy.run,
        "geocoding": GeocodingAccuracy.run,
        "geocoding-speed": GeocodingSpeed.run,
        "locating": LocatingBenchmark.run,
    ]

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let name = arguments.first, let run = all[name] else {
            print(
                "usage: Microbenchmarks NAME [ARGUMENTS]; names: \(all.keys.sorted().joined(separator: ", "))"
            )
            return
        }
        try await run(Array(arguments.dropFirst()))
    }
}
