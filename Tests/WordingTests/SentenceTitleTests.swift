import Testing
import Wording

struct SentenceTitleTests {
    @Test func `a title within a sentence keeps its abbreviations and all of its words`() {
        let titles = [
            "Council district": ("council district", "district"), "ZIP code": ("ZIP code", "ZIP code"),
            "DC Ward": ("DC ward", "ward"), "COLLECTION ZONE": ("collection zone", "zone"),
            "ANC": ("ANC", "ANC"),
            "Distrito de la ciudad": ("distrito de la ciudad", "distrito de la ciudad"),
            "Zone": ("zone", "zone"),
        ]
        for (title, (text, noun)) in titles {
            #expect(SentenceTitle.text(title) == text && SentenceTitle.noun(title) == noun, "\(title)")
        }
    }
}
