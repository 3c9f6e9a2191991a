import Testing

@testable import Maps

struct PaperSizeTests {
    @Test(arguments: [
        ("America/New_York", PaperSize.letter), ("America/Toronto", .letter), ("America/Bogota", .letter),
        ("America/Indiana/Indianapolis", .letter), ("Asia/Manila", .letter), ("Pacific/Honolulu", .letter),
        ("America/Sao_Paulo", .a4), ("America/Argentina/Cordoba", .a4), ("Europe/Zurich", .a4),
        ("Australia/Perth", .a4), ("Asia/Tokyo", .a4), ("UTC", .letter),
    ])
    func `pages are on the paper that is usual in a time zone's country`(zone: String, paper: PaperSize) {
        #expect(PaperSize.usual(in: zone) == paper)
    }

    @Test func `a number and its unit stay on one line of a web page`() {
        #expect(Markup.bound("67.4 % in 4.0 d, 3 days") == "67.4\u{A0}% in 4.0\u{A0}d, 3 days")
    }
}
