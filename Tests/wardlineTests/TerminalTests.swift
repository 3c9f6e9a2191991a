import Foundation
import Testing

/// Pipes and terminals, as the shell makes them.
struct TerminalTests {
    @Test(arguments: [
        "audit SampleData/requests.csv -o - --all", "audit SampleData/requests.csv",
        "audit SampleData/requests.csv --explain 22-000002", "boundaries list --city SampleData/city.yaml",
        "boundaries check --city SampleData/city.yaml --format csv", "hotspots SampleData/requests.csv -o -",
        "--help",
    ])
    func `a reader that closes the pipe is no error`(command: String) throws {
        let outcome = try Wardline.shell("{ \"$WARDLINE\" \(command); echo \"exit $?\" >&2; } | :")
        #expect(outcome.errors.hasSuffix("exit 0\n"), "\(outcome.errors)")
    }

    @Test func `the first lines of a long output are all that a reader takes`() throws {
        let outcome = try Wardline.shell("\"$WARDLINE\" audit SampleData/requests.csv -o - --all | head -n 2")
        #expect(outcome.output.split(separator: "\n").count == 2)
        #expect(outcome.output.hasPrefix("request_id,layer,assigned,"))
    }

    @Test(arguments: ["audit", "report", "closures", "hotspots", "map", "geocode"])
    func `what an option does stands in its column of the help`(command: String) throws {
        let help = try Wardline.run(command, "--help").output
        let options = try #require(help.components(separatedBy: "OPTIONS:\n").last).split(separator: "\n")
        #expect(options.count > 10)
        for line in options {
            let indent = line.prefix { $0 == " " }.count
            #expect(line.dropFirst(indent).hasPrefix("-") && indent == 2 || indent == 26, "\(line)")
        }
    }

    @Test func `data go to standard output and the summary to standard error with -o -`() throws {
        let outcome = try Wardline.run("audit", "SampleData/requests.csv", "-o", "-")
        #expect(outcome.output.hasPrefix("request_id,"))
        #expect(!outcome.output.contains("Routing audit of Fairhaven"))
        #expect(outcome.errors.hasPrefix("Routing audit of Fairhaven"))
        #expect(!outcome.errors.contains("\u{1B}"), "no colour and no progress where nobody sees them")
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: "/usr/bin/script"),
            "script, which makes terminals, is missing"))
    func
        `a terminal gets colour and progress, no colour with NO_COLOR, no progress with --quiet, and neither where it is dumb`()
        throws
    {
        func shown(_ options: String, _ environment: String = "env -u NO_COLOR TERM=xterm") throws -> String {
            try Wardline.shell(
                "\(environment) script -qec '\"$WARDLINE\" audit SampleData/requests.csv \(options)' /dev/null"
            ).output
        }
        #expect(try shown("").contains("\u{1B}[1mRouting audit of Fairhaven\u{1B}[0m"))
        #expect(try shown("").contains("12,000 requests read, 100 %"))
        #expect(try !shown("", "env NO_COLOR=1").contains("\u{1B}[1m"))
        #expect(try !shown("--quiet").contains("requests read, 100 %"))
        // A terminal that obeys nothing shows each escape.
        #expect(try !shown("", "env -u NO_COLOR TERM=dumb").contains("\u{1B}"))
    }
}
