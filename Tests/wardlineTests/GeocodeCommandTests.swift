import Foundation
import Testing

/// The command over the sample city, as a user runs it.
struct GeocodeCommandTests {
    private let city = ["--city", "SampleData/city.yaml"]

    private func geocode(_ arguments: String..., input: String = "") throws -> Wardline.Outcome {
        try Wardline.run(["geocode"] + arguments + (arguments.contains("--parse") ? [] : city), input: input)
    }

    @Test func `an address as argument is placed, with score, precision and faults`() throws {
        let outcome = try geocode("2319 Main St", "PO Box 4", "Main St & Pine Cir")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("match: 2319 S MAIN ST, FAIRHAVEN, 02739"))
        #expect(outcome.output.contains("score 97.0 (directional_missing)"))
        #expect(outcome.output.contains("none: the address is no place on a street (post office box)"))
        #expect(outcome.output.contains("none: the streets of the crossing come nowhere near each other"))
    }

    @Test func `a file comes out as it went in, with the columns appended`() throws {
        let source = "id;note;address\n1;\"a \"\"b\"\"; c\";2319 S Main St\n2; x ;Nowhere Blvd\n3;y\n"
        let outcome = try geocode("-", "-o", "-", input: source)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(
            lines[0]
                == "id;note;address;geocode_status;geocode_longitude;geocode_latitude;geocode_precision;geocode_score;"
                + "geocode_side;geocode_uncertainty_m;geocode_faults;geocode_matched")
        #expect(
            lines[1]
                == "1;\"a \"\"b\"\"; c\";2319 S Main St;match;-70.8626675;41.5988066;address_point;100.0;;20.0;;"
                + "2319 S MAIN ST, FAIRHAVEN, 02739")
        #expect(lines[2] == "2; x ;Nowhere Blvd;none;;;;;;;street_not_found;")
        #expect(lines[3] == "3;y;;none;;;;;;;empty;")
        #expect(outcome.errors.contains("3 rows (semicolon-separated): 3 read, 0 not"))
    }

    @Test(arguments: ["\r\n", "\r"])
    func `rows of a file with the line ends of another system come out as those of any file`(
        _ lineEnd: String
    ) throws {
        let source = "id,address,note\n1,2319 S Main St,a\n2,,\n3,2319 S Main St,\"b \n\"\n"
        let foreign = source.replacing("\n", with: lineEnd)
        let kept = try geocode("-", "-o", "-", input: source).output
        let outcome = try geocode("-", "-o", "-", input: foreign)
        #expect(outcome.output == kept.replacing("b \n", with: "b \(lineEnd)"))
    }

    @Test func `bars part two columns though the addresses hold more commas`() throws {
        let source = "id|address\n1|2319 S Main St, Fairhaven, MA\n2|2319 S Main St, Fairhaven, MA\n"
        let outcome = try geocode("-", "-o", "-", input: source)
        #expect(outcome.output.contains("1|2319 S Main St, Fairhaven, MA|match|-70.8626675|"))
        #expect(outcome.errors.contains("2 rows (pipe-separated): 2 read, 0 not"))
    }

    @Test func `rows that cannot be read or placed are counted and listed with line and reason`() throws {
        let path = try Wardline.scratchFolder().appending(path: "rejects.csv").path
        let source = "id,address\n1,2319 S Main St\n2,a,b,c,d\n3,PO Box 9\n"
        let outcome = try geocode("-", "--rejects", path, input: source)
        #expect(outcome.output.contains("3 rows (comma-separated): 2 read, 1 not (line 3)"))
        let rejects = try String(contentsOfFile: path, encoding: .utf8)
        #expect(
            rejects
                == "line,kind,reason\n3,rejected,\"5 fields, more than the header has\"\n4,none,post_office_box\n"
        )
    }

    @Test func `several columns are read as one address, and an unknown one is named with what there is`()
        throws
    {
        let source = "no,street,zip\n2319,S Main St,02739\n"
        let outcome = try geocode(
            "-", "--column", "no", "--column", "street", "--column", "zip", "-o", "-", input: source)
        #expect(outcome.output.contains("address_point,100.0"))
        let unknown = try geocode("-", "--column", "stret", input: source)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("no column stret; did you mean street? It has no, street, zip"))
        let none = try geocode("-", input: source)
        #expect(none.errors.contains("name it with --column"))
    }

    @Test func `a ZIP code of its own is added where the address has none`() throws {
        let outcome = try geocode("-", "-o", "-", input: "address,zip\n2319 S Main St,99999\n")
        #expect(outcome.output.contains("zip_wrong"))
        let own = try geocode("-", "-o", "-", input: "address,zip\n\"2319 S Main St, 02739\",99999\n")
        #expect(!own.output.contains("zip_wrong"))
    }

    @Test func `each candidate is a row of its own where they are asked for`() throws {
        let outcome = try geocode(
            "-", "--candidates", "2", "-o", "-", input: "address\n2319 Main St\nNowhere Blvd\n")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("address,geocode_rank,geocode_status"))
        #expect(lines[1].hasPrefix("2319 Main St,1,match,"))
        #expect(lines[2].hasPrefix("2319 Main St,2,match,"))
        #expect(lines[3].hasPrefix("Nowhere Blvd,,none,"))
    }

    @Test func `a file is not placed twice`() throws {
        let outcome = try geocode("-", input: "address,geocode_status\n2319 S Main St,none\n")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("has a column geocode_status already"))
    }

    @Test func `one thread and three write the same bytes`() throws {
        let one = try geocode("SampleData/requests.csv", "-o", "-", "--jobs", "1")
        let three = try geocode("SampleData/requests.csv", "-o", "-", "--jobs", "3")
        #expect(one.output == three.output)
        #expect(one.output.split(separator: "\n").count == 12_001)
    }

    @Test func `an explanation shows tokens, readings, candidates and faults`() throws {
        let outcome = try geocode("2319 S Main Strewt", "--explain")
        for words in ["tokens", "STREWT", "readings", "street S|MAIN", "address_point", "second_reading"] {
            #expect(outcome.output.contains(words), "\(words)")
        }
    }

    @Test func `a position gives the nearest address and block`() throws {
        for arguments in [["-70.8626675", "41.5988066"], ["-70.8626675,41.5988066"]] {
            let outcome = try Wardline.run(["geocode", "--reverse"] + arguments + city)
            #expect(outcome.output.contains("2319 S MAIN ST, 0.0 m away"))
            #expect(outcome.output.contains("the 2300 block of S MAIN ST"))
        }
        let wrong = try Wardline.run(["geocode", "--reverse", "41.6", "-170.8"] + city)
        #expect(wrong.status == 64)
    }

    @Test func `lines are parsed one by one, from arguments, standard input or a file`() throws {
        let path = try Wardline.scratchFolder().appending(path: "lines.txt").path
        try Data("12 Elm St\r\n\nOak Ave & 5th St".utf8).write(to: URL(filePath: path))
        let fromFile = try geocode("--parse", path)
        let lines = fromFile.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix(#"{"input":"12 Elm St","number":"12","#))
        #expect(lines[1].hasPrefix(#"{"input":"","number":"","#))
        #expect(lines[2].hasSuffix(#""intersection":["Oak Ave","5th St"]}"#))
        let fromInput = try geocode("--parse", input: "12 Elm St\r\n\nOak Ave & 5th St")
        #expect(fromInput.output == fromFile.output)
        #expect(try geocode("--parse", "12 Elm St").output == lines[0] + "\n")
    }

    // Case 55.
    @Test func `numbers and ZIP codes that a program wrote with a fraction are read`() throws {
        let outcome = try geocode(
            "-", "--column", "no", "--column", "street", "--column", "zip", "-o", "-",
            input: "no,street,zip\n2319.0,S Main St,2739.0\n")
        #expect(outcome.output.contains("address_point,100.0"), "\(outcome.output)")
    }

    @Test func `arguments of which none is found end with 2, one that is found with 0`() throws {
        #expect(try geocode("12 Nowhere Blvd").status == 2)
        #expect(try geocode("12 Nowhere Blvd", "-o", "-").status == 2)
        #expect(try geocode("12 Nowhere Blvd", "2319 S Main St").status == 0)
        #expect(try Wardline.run(["geocode", "--reverse", "0", "0"] + city).status == 2)
    }

    // Case 45.
    @Test func `an address in another town is none, though a street here has its name and number`() throws {
        let outcome = try geocode("2319 S Main St, Springfield, MA", "-o", "-")
        #expect(outcome.output.contains("none,,,,,,,city_elsewhere,"), "\(outcome.output)")
    }

    @Test func `wrong usage says what to give`() throws {
        #expect(try geocode().status == 64)
        #expect(try geocode("12 Elm St", "--candidtes", "3").errors.contains("Unknown option '--candidtes'"))
        #expect(try geocode("missing.csv").errors.contains("missing.csv: there is no such file"))
        #expect(try geocode("-", "--explain").status == 64)
        let unnamed = try Wardline.city(assigned: "district", editions: ["file: a.geojson"])
        #expect(try Wardline.run("geocode", "12 Elm St", "--city", unnamed).status == 1)
    }
}
