import Testing

@testable import WardlineKit

struct SamenessTests {
    /// - Parameter column: All texts of the column in the new export.
    private func rule(_ column: [String], aliases: [String: String]? = nil) -> Sameness {
        var rule = Sameness(aliases: aliases)
        column.forEach { rule.look(at: $0) }
        return rule
    }

    /// A CRM that keeps six decimals has loaded the seventh, rounded or cut off; zeros at the end it may leave out.
    @Test(arguments: [
        ("41.627445", "41.6274445", true), ("41.627444", "41.6274445", true),
        ("-70.828118", "-70.8281182", true),
        ("41.62745", "41.6274504", true), ("41.627446", "41.6274445", false), ("41.6", "41.6274445", false),
        ("41.627445", "41.627444", false), ("", "41.6274445", false),
    ])
    func `a number is what was loaded at the decimals that the CRM keeps`(
        now: String, new: String, isSame: Bool
    ) {
        let six = rule(["41.630378", "41.63", "", "n/a", now])
        #expect(six.isSameAsKept(now, new) == isSame)
        #expect(!six.isSame(now, new))
    }

    @Test func `codes of areas have no decimals`() {
        #expect(!rule(["1.1", "2.1"], aliases: [:]).isSameAsKept("1.1", "1.12"))
        #expect(rule(["1"], aliases: ["Downtown": "1"]).isSame("Ward 07", "7"))
        #expect(rule(["1"]).isSame("1.0", "1"))
    }
}
