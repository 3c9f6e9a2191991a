import Testing
import Wording

struct YAMLTextTests {
    @Test(arguments: [
        ("Main St", "Main St"), ("12", "\"12\""), ("no", "\"no\""), ("a: b", "\"a: b\""),
        ("say \"so\"", "\"say \\\"so\\\"\""), ("a\\b", "\"a\\\\b\""), ("é", "\"é\""),
        ("line\nbreak\tand \u{7}bell", "\"line\\nbreak\\tand \\x07bell\""), ("", "\"\""),
    ])
    func `a text stands in quotes where it could be read as something else`(text: String, written: String) {
        #expect(YAMLText.value(text) == written)
    }

    @Test func `a text that is always quoted keeps what is in it`() {
        #expect(YAMLText.quoted("Main \"St\"\n") == "\"Main \\\"St\\\"\\n\"")
    }
}
