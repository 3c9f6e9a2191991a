@testable import City
import Disclosure
import Testing

private func city(_ categories: [String: CityFile.Privacy?]) -> CityFile {
    var city = CityFile(path: "city.yaml", name: "Testville", timeZone: "America/New_York")
    for (name, privacy) in categories {
        var settings = CityFile.CategorySettings()
        settings.privacy = privacy
        city.categories[name] = settings
    }
    return city
}

private func categories(
    _ settings: [String: CityFile.Privacy?] = ["Wellness Check": .counted], present: [String],
    for audience: Audience = .public
) throws -> PrivateCategories {
    try PrivateCategories(city: city(settings), categories: present, audience: audience)
}

@Suite struct PrivateCategoriesTests {
    /// Case 39.
    @Test(arguments: [
        "WELLNESS CHECK", "Wellness check", "wellness\u{a0}check", "  Wellness   Check ", "Wéllness Check",
        "We\u{301}llness Check", "Wellness\tCheck", "Wellness\u{200b} Check", "Ｗellness Check",
    ])
    func `a private category is private however it is written`(name: String) throws {
        let found = try categories(present: [name, "Pothole"])
        #expect(found.isPrivate(name) && found.isWithheld(name) && !found.isPrivate("Pothole"))
        #expect(found.notes.isEmpty)
    }

    @Test(arguments: [("HIV", "HIVs"), ("Rape", "Rap"), ("STD", "STDs"), ("aerlig hjelp", "Aerlig hjelpe")])
    func `short names are near by a letter more`(named: String, present: String) throws {
        #expect(
            throws: DisclosureError.nearlyPrivate(city: "city.yaml", category: present, named: named)
        ) { try categories([named: .counted], present: [present]) }
    }

    @Test func `letters that are no letter with an accent are those they are written as`() throws {
        #expect(try categories(["Ærlig støy": .counted], present: ["AERLIG STOY"]).isPrivate("AERLIG STOY"))
    }

    @Test func `signs of a name may be any of their kind`() throws {
        let found = try categories(["Mayor's Office - Calls": .counted], present: ["MAYOR’S OFFICE – CALLS"])
        #expect(found.isPrivate("MAYOR’S OFFICE – CALLS"))
    }

    @Test func `a private name that fits no request is a note within, never in public`() throws {
        let found = try categories(present: ["Pothole", "Graffiti"], for: .internal)
        #expect(found.notes == [.absent("Wellness Check")])
        #expect(try categories(present: ["Pothole", "Graffiti"]).notes.isEmpty)
    }

    @Test(arguments: [
        "Wellness Checks", "Welness Check", "Check Wellness", "Wellness Check Request", "SW-Wellness Check",
        "Wellness", "WellnessCheck", "Wellnes Chek", "Wellness-Check", "Mental Health and Wellness Check",
        "Wellness check/mental health", "Wellness Check Request for Elderly Person",
    ])
    func `a category that is nearly a private one is refused in public and told within`(name: String) throws {
        #expect(
            throws: DisclosureError.nearlyPrivate(city: "city.yaml", category: name, named: "Wellness Check")
        ) {
            try categories(present: ["Pothole", name])
        }
        let within = try categories(present: ["Pothole", name], for: .internal)
        #expect(within.notes == [.shown(category: name, nearly: "Wellness Check")])
    }

    @Test(arguments: [CityFile.Privacy.open, .counted])
    func `what the city file says of the near category ends the error`(privacy: CityFile.Privacy) throws {
        let found = try categories(
            ["Wellness Check": .counted, "wellness checks": privacy], present: ["Wellness Checks"],
            for: .internal)
        #expect(found.isPrivate("Wellness Checks") == (privacy == .counted))
        #expect(found.notes == [.absent("Wellness Check")])
    }

    @Test func `a near category beside the private one is refused, and within told`() throws {
        let present = ["Wellness Check", "Wellness Checks"]
        #expect(
            throws: DisclosureError.nearlyPrivate(
                city: "city.yaml", category: "Wellness Checks", named: "Wellness Check")
        ) { try categories(present: present) }
        let within = try categories(present: present, for: .internal)
        #expect(within.notes == [.shown(category: "Wellness Checks", nearly: "Wellness Check")])
    }

    /// A city that shows a category beside a private one that has a title.
    private func titled(_ title: String?, group: String? = nil, privacy: CityFile.Privacy? = nil) -> CityFile
    {
        var city = city(["TRM-Wellness": .counted])
        city.categories["TRM-Wellness"]?.title = "Wellness Check"
        var settings = CityFile.CategorySettings()
        (settings.title, settings.group, settings.privacy) = (title, group, privacy)
        city.categories["No Heat"] = settings
        return city
    }

    @Test
    func `a title or group that is a private category's name or title is refused in public and told within`()
        throws
    {
        for (title, group, isNear) in [
            ("Wellness Check", nil, false), ("WELLNESS  check", nil, false), (nil, "Wellness Check", false),
            ("TRM-Wellness", nil, false), ("Wellness Checks", nil, true),
        ] {
            for privacy in [nil, CityFile.Privacy.open] {
                let city = titled(title, group: group, privacy: privacy)
                let shown = title ?? group ?? ""
                guard privacy == nil || !isNear else {
                    // What the city file says of a title that is only near ends the error.
                    _ = try PrivateCategories(city: city, categories: [], audience: .public)
                    continue
                }
                #expect(
                    throws: DisclosureError.calledAsPrivate(
                        city: "city.yaml", category: "No Heat", title: shown, named: "TRM-Wellness")
                ) { try PrivateCategories(city: city, categories: ["No Heat"], audience: .public) }
                let within = try PrivateCategories(
                    city: city, categories: ["No Heat", "TRM-Wellness"], audience: .internal)
                #expect(
                    within.notes
                        == [.called(category: "No Heat", title: shown, nearly: "TRM-Wellness")])
            }
        }
        _ = try PrivateCategories(
            city: titled("Heating", group: "Wellness"), categories: [], audience: .public)
    }

    @Test func `a category with the name that pages give a private one is refused`() throws {
        #expect(
            throws: DisclosureError.nearlyPrivate(
                city: "city.yaml", category: "Wellness Check", named: "TRM-Wellness")
        ) { try PrivateCategories(city: titled(nil), categories: ["Wellness Check"], audience: .public) }
    }

    @Test func `private counts have the titles that pages give, and one band for one title`() throws {
        var city = titled(nil)
        city.categories["PD-Welfare"] = city.categories["TRM-Wellness"]
        let found = try PrivateCategories(city: city, categories: [], audience: .public)
        let counts = PrivateCounts(found, counts: [("TRM-Wellness", 8), ("PD-Welfare", 3)])
        #expect(counts?.text == "Wellness Check 11 to 49")
    }

    @Test(arguments: [
        ("Zone 1", "Zone 2"), ("Private 1", "Private 10"), ("ADA", "ADU"), ("Encampment", "Cat"),
        ("Street Light Out", "Street Cleaning"), ("Encampment", "Pavement"),
    ])
    func `names that only look alike are not near`(one: String, other: String) throws {
        #expect(try categories([one: .counted], present: [other]).notes.isEmpty)
        let within = try categories([one: .counted], present: [other], for: .internal)
        #expect(within.notes == [.absent(one)])
    }

    @Test func `a private category is asked for by name only within`() throws {
        let open = try categories(present: ["WELLNESS CHECK"])
        #expect(throws: DisclosureError.privateForPublic(category: "WELLNESS CHECK")) {
            try open.checkAsked(for: ["Pothole", "WELLNESS CHECK"])
        }
        let within = try categories(present: ["WELLNESS CHECK"], for: .internal)
        try within.checkAsked(for: ["WELLNESS CHECK"])
        #expect(!within.isWithheld("WELLNESS CHECK") && within.isPrivate("WELLNESS CHECK"))
    }

    @Test func `private counts are told in bands, those of no request among them`() throws {
        let found = try categories(
            ["Wellness Check": .counted, "Encampment": .counted, "Hoarding": .counted, "Threats": .counted],
            present: ["Wellness Check", "WELLNESS CHECK", "Encampment", "Threats"])
        let counts = PrivateCounts(
            found,
            counts: [("Wellness Check", 9), ("WELLNESS CHECK", 2), ("Encampment", 199), ("Threats", 200)])
        #expect(
            counts?.text
                == "Encampment 50 to 199, Hoarding fewer than 11, Threats 200 and more, Wellness Check 11 to 49"
        )
        #expect(PrivateCounts(try categories([:], present: ["Pothole"]), counts: [("Pothole", 3)]) == nil)
    }
}

@Suite struct TellableStatusesTests {
    @Test func `a status is told where at least eleven cases have it`() {
        let statuses = TellableStatuses(
            [String?](repeating: "In Progress", count: 11)
                + [String?](repeating: "Jane will call back", count: 10))
        #expect(statuses.text("In Progress", isOpen: true) == "In Progress")
        #expect(statuses.text("Jane will call back", isOpen: true) == "Open")
        #expect(statuses.text(nil, isOpen: false) == "Closed")
    }
}
