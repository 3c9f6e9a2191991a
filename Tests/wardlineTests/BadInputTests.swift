import Foundation
import Testing

/// What a user may get wrong: each gives a message with what, where and what next, exit 1 or 64, and no output.
struct BadInputTests {
    private let folder: URL
    private let output: String

    init() throws {
        folder = try Wardline.scratchFolder()
        output = folder.appending(path: "findings.csv").path
    }

    private func write(_ content: Data, to name: String) throws -> String {
        let path = folder.appending(path: name).path
        try content.write(to: URL(filePath: path))
        return path
    }

    /// Writes the sample's city file with one text replaced, its paths made whole.
    private func city(replacing old: String = "", with new: String = "") throws -> String {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/city.yaml"), encoding: .utf8
        )
        .replacing("../Boundaries", with: Wardline.package.appending(path: "Boundaries").path)
        .replacing("file: streets", with: "file: \(Wardline.package.path)/SampleData/streets")
        .replacing("file: addresses", with: "file: \(Wardline.package.path)/SampleData/addresses")
        #expect(text.contains(old) || old.isEmpty)
        return try write(Data(text.replacing(old, with: new).utf8), to: "city.yaml")
    }

    /// Runs an audit that is to fail, and returns its message.
    private func failedAudit(
        _ requests: String = "SampleData/requests.csv", city: String = "SampleData/city.yaml"
    ) throws -> String {
        let outcome = try Wardline.run("audit", requests, "--city", city, "-o", output)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: output))
        return outcome.errors
    }

    // MARK: Requests

    @Test(arguments: [
        ("missing", "there is no such file"), ("folder", "is a folder"), ("empty", "is empty"),
        ("binary", "binary data"),
    ])
    func `a requests file that cannot be read gives a message, exit 1 and no output`(
        kind: String, words: String
    )
        throws
    {
        let path = folder.appending(path: "requests.csv").path
        let contents: [String: Data] = [
            "empty": Data(), "binary": Data((0..<4096).map { UInt8($0 % 256) }),
        ]
        if kind == "folder" {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        if let content = contents[kind] { _ = try write(content, to: "requests.csv") }
        let message = try failedAudit(path)
        #expect(message.contains(words), "\(message)")
        #expect(message.contains("requests.csv"))
    }

    @Test func `an empty standard input is said to be empty`() throws {
        let outcome = try Wardline.run("audit", "-", "--city", "SampleData/city.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("standard input is empty"))
    }

    // MARK: City file

    @Test(arguments: [
        ("layers:", "layerz:", "line 7: unknown key “layerz”; did you mean layers?"),
        ("uncertainty: 10 m\n    editions", "uncertanty: 10 m\n    editions", "did you mean uncertainty?"),
        ("longitude: lon", "longitud: lon", "unknown key “longitud”; did you mean longitude?"),
        ("uncertainty: 10 m\n", "uncertainty: ten\n", "“ten” is no length; such as 10 m"),
        ("council-districts.geojson", "council-distrits.geojson", "an edition of layer district names"),
        (
            ", from: 2024-07-01", "",
            "line 15: layer zone: collection-zones-2023.geojson and collection-zones-2024.geojson are both in force"
        ),
        ("from: 2024-07-01", "from: 2024-02-30", "“2024-02-30” is no date; such as 2024-07-01"),
        ("America/New_York", "America/NewYork", "did you mean America/New_York?"),
        ("assigned: assigned_zone", "assigned: asigned_zone", "did you mean assigned_zone"),
        ("longitude: lon", "longitude: long", "has no column long for longitude (did you mean lon?)"),
        ("code: district", "code: distict", "has no field “distict”; did you mean district?"),
        ("name: Fairhaven", "name: [Fairhaven", "is not YAML"),
    ])
    func `a mistake in the city file is named with what comes nearest`(
        old: String, new: String, words: String
    )
        throws
    {
        let message = try failedAudit(city: city(replacing: old, with: new))
        #expect(message.contains(words), "\(message)")
    }

    @Test func `a city file that is none is named with the way to name another`() throws {
        #expect(try failedAudit(city: "nowhere.yaml").contains("there is no such file; name one with --city"))
        #expect(
            try failedAudit(city: folder.path).contains("is a folder; name the city file in it with --city"))
        #expect(try failedAudit(city: write(Data(), to: "empty.yaml")).contains("holds no settings"))
        #expect(
            try failedAudit(city: write(Data([0xFF, 0xFE, 0x00, 0x80]), to: "binary.yaml")).contains(
                "a city file is YAML"))
        let requests = try write(Data("a,b\n1,2\n".utf8), to: "requests.csv")
        let without = try Wardline.run("audit", requests)
        #expect(without.status == 1)
        #expect(without.errors.contains("name one with --city FILE"), "\(without.errors)")
        // A path with a slip of the pen is the fault that there is, and not a city file that misses.
        let mistyped = try Wardline.run("audit", folder.appending(path: "request.csv").path)
        #expect(mistyped.status == 1)
        #expect(
            mistyped.errors.contains("request.csv: there is no such file; check the path"),
            "\(mistyped.errors)")
    }

    // MARK: Outputs

    @Test func `an output that cannot be written is named with the reason`() throws {
        for (path, words) in [
            ("\(folder.path)/nowhere/findings.csv", "check that its folder is there and may be written to"),
            (folder.path, "is a folder; name a file in it"),
        ] {
            let outcome = try Wardline.run("audit", "SampleData/requests.csv", "-o", path)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
    func `a full disk is an error`() throws {
        let outcome = try Wardline.run("audit", "SampleData/requests.csv", "-o", "/dev/full")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("/dev/full could not be written to its end: No space left on device"))
    }

    @Test func `an output never takes the place of what is read, nor of another output`() throws {
        let requests = try write(
            Data(contentsOf: Wardline.package.appending(path: "SampleData/requests.csv")), to: "requests.csv")
        let link = folder.appending(path: "link.csv").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: requests)
        for arguments in [["-o", requests], ["-o", link], ["--rejects", "\(folder.path)/./requests.csv"]] {
            let outcome = try Wardline.run(["audit", requests, "--city", "SampleData/city.yaml"] + arguments)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("would write over what is read; name another file"))
        }
        for command in [
            ["geocode", requests, "--city", "SampleData/city.yaml"], ["hotspots", requests],
            ["map", requests, "--layer", "zone", "--area", "1"],
            ["boundaries", "check", "--city", "SampleData/city.yaml", "--requests", requests],
        ] { #expect(try Wardline.run(command + ["-o", requests]).status == 64, "\(command)") }
        let both = try Wardline.run("audit", requests, "-o", "-", "--rejects", "-")
        #expect(both.status == 64)
        #expect(both.errors.contains("-o and --rejects both go to standard output"))
        #expect(try String(contentsOfFile: requests, encoding: .utf8).hasPrefix("sr_number,"))
    }

    // MARK: Usage

    @Test(arguments: [
        [], ["x.csv", "--jobs", "0"], ["x.csv", "--format", "shp"], ["x.csv", "--formt", "csv"],
        ["x.csv", "y.csv"],
    ])
    func `wrong usage exits with 64`(arguments: [String]) throws {
        #expect(try Wardline.run(["audit"] + arguments).status == 64)
    }

    @Test func `a layer or request that is not there is named with the nearest`() throws {
        let layer = try Wardline.run("audit", "SampleData/requests.csv", "--layer", "zon")
        #expect(layer.status == 64)
        #expect(layer.errors.contains("has no layer zon; did you mean zone?"))
        let request = try Wardline.run("audit", "SampleData/requests.csv", "--explain", "0")
        #expect(request.status == 1)
        #expect(request.errors.contains("requests.csv has no request 0"))
    }

    @Test func `rows that cannot be judged are listed with line and reason`() throws {
        let path = folder.appending(path: "rejects.csv").path
        let outcome = try Wardline.run("audit", "SampleData/requests.csv", "--rejects", path)
        #expect(outcome.status == 0)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines[0] == "line,request_id,kind,reason")
        #expect(lines.contains { $0.contains("zone,no area is recorded") })
        #expect(lines.contains { $0.contains("the address is no place on a street") })
    }

    @Test(arguments: [
        "wardline audit SampleData/requests.csv --memory 104.5M",
        // Of a pipe nobody knows the length: its memory is looked at as it grows.
        "(cat SampleData/requests.csv; for i in 1 2 3 4 5 6 7 8 9; do tail -n +2 SampleData/requests.csv; done)"
            + " | wardline audit - --city SampleData/city.yaml --memory 116M",
    ])
    func `requests that need more memory than may be taken are refused with a sentence`(line: String) throws {
        let outcome = try Wardline.shell(line)
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("rows will need about"))
        #expect(outcome.errors.contains("MB may be taken (--memory); allow more"))
    }

    @Test(arguments: [
        "audit SampleData/requests.csv", "report SampleData/requests.csv --layer zone",
        "locate SampleData/requests.csv -o /dev/null", "hotspots SampleData/requests.csv --jobs 4",
        "geocode SampleData/requests.csv -o /dev/null",
    ])
    func `a limit that no work keeps is refused before it begins, and none waits for threads without end`(
        command: String
    ) throws {
        let refused = try Wardline.shell("wardline \(command) --memory 70M")
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(
            refused.errors
                == "Error: whatever is read, it takes about 80 MB of memory, and 70 MB may be taken"
                + " (--memory); allow more\n")
        for limit in [150_000, 160_000, 180_000, 200_000] {
            let outcome = try Wardline.shell(
                "ulimit -v \(limit); ulimit -c 0; timeout -s KILL 60 wardline \(command)")
            let isSaid = outcome.errors.contains("address space (ulimit -v)")
            #expect(
                outcome.status == 0 || outcome.status == 1 && isSaid,
                "\(limit): \(outcome.errors.prefix(300))")
        }
    }

    @Test func `an amount of memory needs a number and a unit that is one`() throws {
        for amount in ["much", "2Q", "0", "-1G", "nan"] {
            #expect(try Wardline.run("audit", "SampleData/requests.csv", "--memory", amount).status == 64)
        }
    }
}
