import Testing

@testable import AddressParsing

struct TextSpanTests {
    @Test func `a union ignores what is absent`() {
        #expect(TextSpan(3..<5).union(.empty) == TextSpan(3..<5))
        #expect(TextSpan(3..<5).union(TextSpan(0..<1)) == TextSpan(0..<5))
    }
}
