import ArgumentParser
import Geocoding

/// `wardline geocode`: addresses to their parts and positions.
struct GeocodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocode",
        abstract: "Reads addresses into their parts.",
        discussion: """
            Example: echo "1200 N Main St Apt 4, Springfield, IL 62704" | wardline geocode --parse
            """)

    @Flag(help: "Only parse: one address a line in, JSON lines out.")
    var parse = false

    @Argument(help: "The addresses; without any they are read from standard input, one a line.")
    var addresses: [String] = []

    func validate() throws {
        if !parse { throw ValidationError("Give --parse.") }
    }

    func run() throws {
        let parser = AddressParser()
        for address in addresses { print(parser.parse(address).jsonLine) }
        guard addresses.isEmpty else { return }
        while let line = readLine() { print(parser.parse(line).jsonLine) }
    }
}
