import ArgumentParser

@main
struct Wardline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wardline",
        abstract:
            "Finds the 311 requests that went to the wrong place, where problems come back, and what is open.",
        subcommands: [
            AuditCommand.self, BoundariesCommand.self, GeocodeCommand.self, HotspotsCommand.self,
            MapCommand.self,
        ]
    )
}
