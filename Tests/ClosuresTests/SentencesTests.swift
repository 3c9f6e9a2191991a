import Disclosure
import ServiceLevels
import Testing

@testable import Closures

/// What a manager of Baltimore reads first, by figure.
@Suite(.enabled(if: RealCities.isThere, "The real data or closures-expected.tsv are not there."))
struct SentencesTests {
    @Test func `Baltimore's five sentences have their figures, and the last says what the file cannot tell`()
        throws
    {
        let survey = try RealCities.baltimore.get().survey
        let list = CallBackList(survey)
        let privacy = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: .internal)
        let sentences = ClosureSentences(survey, list: list, categories: privacy).all
        try #require(sentences.count == 5)
        let figures = [
            [
                "77.9 % of residents' requests were on time (5,750 of 7,379), not 83.6 %",
                "2,276 entries by staff",
                "most closed as they were typed", "135 open cases past due are missing",
            ],
            [
                "125 residents' requests that usually take a day or more were closed within 10 minutes",
                "72 of them about leaks or no water.",
                "The call-back list, of those closed since November 15, 2018, has none of them.",
            ],
            [
                "208 are open, 135 past due, 94 older than a year; 52 of them are footways",
                "from 48 (2014Q1) to 206 (2018Q4)",
            ],
            [
                "74.7 % (2014), 77.6, 78.7, 82.8, 76.4 % (2018)",
                "TEC-Footways Contract/Reconstruction (61 % open), FIR-Fire Code Inspection Request and FOR-Tree Inspection",
                "take far more than 3× the usual 3.2 d, and 4 more kinds more than 3×.",
            ],
            [
                "about 1 in 450 of the city's requests", "its clock runs 4–5 h early until August 2018",
                "nothing about repeats, duplicates or working hours",
            ],
        ]
        for (sentence, parts) in zip(sentences, figures) {
            for part in parts { #expect(sentence.contains(part), "\(sentence)") }
        }
        // Whom to call first is not said where nobody is on the list.
        #expect(!sentences.joined().contains("call back first"))
    }

    @Test func `Washington's list holds what stands out, and leaves off what is mostly chance`() throws {
        let survey = try RealCities.washington.get().survey
        let list = CallBackList(survey)
        #expect(list.wholeFile[.fastForItsKind] == 77)
        #expect(list.wholeFile[.duplicateOfOpen] == 28)
        let standing = survey.returns.categories.filter(\.standsOut).map { survey.name($0.category) }
        #expect(standing == ["Parking Enforcement"])
        #expect(list.wholeFile[.cameBack] == 356)
        #expect(list.cameBackByChance == 1116 - 356)
    }
}
