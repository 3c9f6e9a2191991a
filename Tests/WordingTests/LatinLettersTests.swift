import Testing

@testable import Wording

struct LatinLettersTests {
    @Test(arguments: [
        ("Łąki", "Ląki"), ("Ołbin", "Olbin"), ("Grünerløkka", "Grünerlokka"), ("Straße", "Strasse"),
        ("Diyarbakır", "Diyarbakir"), ("Æbeltoft", "Aebeltoft"), ("Dock St", "Dock St"), ("区", "区"),
    ])
    func `a letter that is none with an accent has a plain one`(text: String, plain: String) {
        #expect(LatinLetters.plain(text) == plain)
    }
}
