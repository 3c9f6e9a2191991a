import Testing

@testable import TableFiles

/// JSON as it is held to its grammar.
struct JSONCursorTests {
    private func passes(_ text: String) -> Bool {
        var cursor = JSONCursor(Array(text.utf8))
        do throws(TableFileError) {
            try cursor.skip()
            return cursor.peek() == 0 && cursor.isAtEnd
        } catch {
            return false
        }
    }

    @Test(arguments: [
        "{}", "[]", "[1, -2.5e3, true, null]", #"{"a": {"b": [{"c": "é\n\u00e9"}]}}"#, "\"a\"",
        "[NaN, -Infinity]",
    ])
    func `values pass`(text: String) { #expect(passes(text)) }

    @Test(arguments: [
        "{", "[1,]", "{\"a\" 1}", "[1 2]", "\"a", "tru", "{\"a\": }", "[\"\\x\"]", "\"\\u12\"", "1-2", "[1]]",
        "01x",
    ])
    func `what is no value does not`(text: String) { #expect(!passes(text)) }

    @Test func `depth has an end`() {
        #expect(passes(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)))
        #expect(!passes(String(repeating: "[", count: 100_000)))
    }

    @Test func `surrogates are joined, and halves are marked`() throws {
        var cursor = JSONCursor(Array(#""\ud83d\ude00 \ud83d x \ud83d\u0041""#.utf8))
        #expect(String(decoding: try cursor.string(), as: UTF8.self) == "😀 \u{FFFD} x \u{FFFD}A")
    }

    @Test func `an error names the place and not what stands there`() throws {
        let error = #expect(throws: TableFileError.self) {
            try JSONRecords(Array("[\n{\"a\": 1},\n{\"a\": Jane Doe}]".utf8))
        }
        #expect(error?.description == "is not valid JSON: what stands there is no value at line 3, column 7")
    }
}
