import ArgumentParser
import Foundation

@main
enum Program {
    static func main() {
        // Who reads only the first lines closes the pipe: that ends the writing, not the program.
        signal(SIGPIPE, SIG_IGN)
        Wardline.main()
    }
}

struct Wardline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wardline",
        abstract:
            "Finds the 311 requests that went to the wrong place, where problems come back, and what is open.",
        subcommands: [
            AuditCommand.self, BoundariesCommand.self, GeocodeCommand.self, HotspotsCommand.self,
            LocateCommand.self, MapCommand.self, ReportCommand.self, CityFileHelp.self,
        ]
    )
}
