import Testing

@testable import WardlineKit

struct QuestionDifferenceTests {
    @Test func `of two questions only what differs is told, by its name`() throws {
        let difference = try QuestionDifference(
            #"{"layer":"zone","periods":{"by":"quarter","against":[]},"choice":{"categories":["Pothole","Graffiti"]}}"#,
            #"{"layer":"district","periods":{"by":"quarter"},"choice":{"categories":["Pothole"]}}"#)
        #expect(difference.first == "choice.categories Pothole and Graffiti, layer zone")
        #expect(difference.other == "choice.categories Pothole, layer district")
    }

    @Test func `what one question does not name is said of it`() throws {
        let difference = try QuestionDifference(#"{"periods":{"by":"year"}}"#, "{}")
        #expect(difference.first == "periods.by year" && difference.other == "periods.by not named")
    }
}
