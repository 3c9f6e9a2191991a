import Foundation
import Records
import Testing

struct JSONTextTests {
    @Test(arguments: [JSONString.Setting.plain, .markup])
    func `any text is read back as it was written`(setting: JSONString.Setting) throws {
        let scalars = (0..<0x180).compactMap(Unicode.Scalar.init) + ["\u{2028}", "😀"]
        for scalar in scalars {
            let text = "a\(scalar)z"
            var json = JSONText(in: setting)
            json.array { $0.string(text) }
            let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
            #expect(read == [text], "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func `within a page no text ends its script`() {
        var bytes: [UInt8] = []
        JSONString.append("</script>&", to: &bytes, in: .markup)
        #expect(String(decoding: bytes, as: UTF8.self) == #""\u003c/script\u003e\u0026""#)
        bytes = []
        JSONString.append("</script>&", to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #""</script>&""#)
    }

    @Test func `an object's keys stand in the order in which they are added`() {
        var object = JSONObjectBuffer()
        object.add("b", "tab\there")
        object.add("a", nil as String?)
        object.add("n", 2.25, decimals: 1)
        object.add("m", Double.nan, decimals: 1)
        object.add("i", Int.min)
        object.add("l", ["x", "y"])
        object.add("g", json: GeoJSONGeometryText.null)
        #expect(
            String(decoding: object.finished(), as: UTF8.self)
                == #"{"b":"tab\there","a":null,"n":2.2,"m":null,"i":-9223372036854775808,"l":["x","y"],"g":null}"#
        )
    }

    @Test func `nested lists and objects are parted by commas where they need to be`() {
        var json = JSONText()
        json.object { json in
            json.member("a") { $0.numbers([1, 2]) }
            json.member("b") { $0.object { $0.member("c") { $0.null() } } }
            json.member("d") { $0.array { json in for value in [0.5, .nan] { json.decimal(value) } } }
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,2],"b":{"c":null},"d":[0.500,null]}"#)
    }
}
