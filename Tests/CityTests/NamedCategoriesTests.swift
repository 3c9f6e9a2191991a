import Foundation
import Testing

@testable import City

struct NamedCategoriesTests {
    private func categories(_ text: String) throws -> NamedCategories {
        try CityFile.parse(
            "timezone: America/New_York\ncategories:\n\(text)",
            path: folder().appending(path: "city.yaml").path
        ).categories
    }

    /// The same names as those of private categories.
    @Test(arguments: [
        "Street Sweeping", "STREET SWEEPING", "street\u{a0}sweeping", "  Street   Sweeping ",
        "Stréet Sweeping",
        "Street\u{200b} Sweeping",
    ])
    func `what is said of a category holds however its name is written`(name: String) throws {
        let found = try categories("  Street Sweeping: {radius: 10 m, title: Sweeping}\n")
        #expect(found[name]?.radius == 10 && found[name]?.title == "Sweeping")
        #expect(found["Street Sweepings"] == nil)
        #expect(found.names == ["Street Sweeping"])
    }

    @Test func `two ways to write a name may say the same, and not different things`() throws {
        #expect(try categories("  Pothole: {gap: 3 d}\n  POTHOLE: {gap: 72 h}\n").names == ["Pothole"])
        #expect {
            try categories("  Pothole: {gap: 3 d}\n  POTHOLE: {gap: 4 d}\n")
        } throws: {
            "\($0)".contains("line 4: categories: “POTHOLE” and “Pothole” are one name")
        }
    }

    @Test func `what is set for a name takes the place of what was set for another way to write it`() {
        var categories = NamedCategories()
        var settings = CityFile.CategorySettings()
        settings.gap = 3
        categories["Pothole"] = settings
        settings.gap = 4
        categories["POTHOLE"] = settings
        #expect(categories["pothole"]?.gap == 4 && categories.names == ["POTHOLE"])
        categories["pothole"] = nil
        #expect(categories["POTHOLE"] == nil && categories.names.isEmpty)
    }
}
