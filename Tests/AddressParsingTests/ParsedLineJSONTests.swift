import Testing

@testable import AddressParsing

struct ParsedLineJSONTests {
    private func json(_ line: String) -> String { AddressParser().parse(line).jsonLine }

    @Test func `parts stand as written under their keys`() {
        #expect(
            json("12 n. Oak st., Apt 4, Salem, OR 97301")
                == #"{"input":"12 n. Oak st., Apt 4, Salem, OR 97301","number":"12","predirectional":"n","#
                + #""street_name":"Oak","suffix":"st","postdirectional":"","unit_type":"Apt","unit":"4","#
                + #""city":"Salem","state":"OR","zip":"97301","intersection":[]}"#)
    }

    @Test func `an intersection lists its streets and leaves the street's fields empty`() {
        #expect(
            json("N Oak St & Elm")
                == #"{"input":"N Oak St & Elm","number":"","predirectional":"","street_name":"","suffix":"","#
                + #""postdirectional":"","unit_type":"","unit":"","city":"","state":"","zip":"","#
                + #""intersection":["N Oak St","Elm"]}"#)
    }

    @Test func `streets of a crossing are written in full with the type that they share`() {
        #expect(json("Elm & N Oak Sts.").hasSuffix(#""intersection":["Elm St","N Oak St"]}"#))
        #expect(json("Elm and Oak Avenues").hasSuffix(#""intersection":["Elm Avenue","Oak Avenue"]}"#))
    }

    @Test func `quotes and control characters are escaped`() {
        #expect(json("a \"b\"\\\u{1}").hasPrefix(#"{"input":"a \"b\"\\\u0001","#))
    }
}
