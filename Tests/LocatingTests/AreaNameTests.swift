import Geometry
import Locating
import Testing

@testable import Boundaries

struct AreaNameTests {
    private func area(_ code: String, _ title: String) -> Area {
        Area(code: code, title: title, shape: MultiPolygon([]), features: [1])
    }

    @Test(arguments: [
        ("7", "Ward 7"), ("7", "7"), ("a", "Ward A"), ("SE", "se"), ("D-1", "(D-1) Harbor"),
        ("North 2", "North 2, old"), ("7", "17 or 7"),
    ])
    func `a title that says the code as a word stands for both`(code: String, title: String) {
        #expect(area(code, title).isTitleEnough && area(code, title).fullName == title)
    }

    @Test(arguments: [("A", "Central"), ("1", "District 12"), ("7", "Ward 07"), ("É", "Évry")])
    func `letters of the code within a word say nothing`(code: String, title: String) {
        #expect(!area(code, title).isTitleEnough && area(code, title).fullName == "\(code) \(title)")
    }

    @Test func `an area without a title is called by its code`() {
        #expect(area("7", "").fullName == "7")
    }
}
