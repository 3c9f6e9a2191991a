import ArgumentParser
import City
import WardlineKit

/// Shows the reference of the city file: `wardline help city-file`.
struct CityFileHelp: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "city-file",
        abstract: "Shows every key of the city file with its meaning, unit, default and an example.",
        discussion: CityReference.help() + ManualPage.reference(.cityFile), shouldDisplay: false)

    func run() { print(Self.helpMessage()) }
}
