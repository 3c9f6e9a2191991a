import ArgumentParser
import WardlineKit

/// `wardline boundaries`: what a city's boundary files hold, and what is wrong with them.
struct BoundariesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boundaries",
        abstract: "Lists boundary files, and checks them before requests are judged by them.",
        discussion: ManualPage.reference(.boundaries, .formats),
        subcommands: [BoundariesCheckCommand.self, BoundariesListCommand.self])
}
