/// All keys of the city file.
package enum CityKeys {
    package static let root = CitySection(
        path: "",
        keys: [
            CityKey(
                "name", .text, "What the city is called on pages and in summaries.", otherwise: "the city",
                example: "Fairhaven"),
            CityKey(
                "timezone", .text, "The city's zone in the time zone database, as Area/Place.", otherwise: "",
                example: "America/New_York"),
            CityKey(
                "requests", .section(requests), "How the file of requests is written.",
                otherwise: "columns are found by the header", example: ""),
            CityKey(
                "statuses", .section(statuses), "Which words of a status mean open, closed or ignored.",
                otherwise: "the profile's words, else English, French and Spanish ones", example: ""),
            CityKey(
                "layers", .sections(layers), "The areas that requests are routed by, each layer with a name.",
                otherwise: "none", example: ""),
            CityKey(
                "reference", .section(reference), "Streets and addresses to look addresses up in.",
                otherwise: "addresses are not looked up", example: ""),
            CityKey(
                "map", .section(map), "What maps and pages show beside the requests.", otherwise: "nothing",
                example: ""),
            CityKey(
                "categories", .named(category), "What holds for one category, by its name in the requests.",
                otherwise: "defaults for all", example: ""),
            CityKey(
                "staff", .section(staff), "Which requests the city's own staff made.",
                otherwise: "told by usual names of channels and categories", example: ""),
            CityKey(
                "returning", .texts, "Categories that come back by their nature, such as missed collections.",
                otherwise: "none", example: "[Missed Pickup]"),
            CityKey(
                "referrals", .section(referrals), "Which requests members of the council referred.",
                otherwise: "none", example: ""),
            CityKey(
                "business", .section(business), "The days and hours on which the city works.",
                otherwise: "Monday to Friday, without holidays", example: ""),
            CityKey(
                "fiscal_year", .month, "The month with which the city's fiscal year begins.",
                otherwise: "January", example: "July"),
        ])

    static let statuses = CitySection(
        path: "statuses",
        keys: [
            CityKey(
                "closed", .texts, "Words of a status that mean closed.", otherwise: "the built-in words",
                example: "[Completed, Work Done]"),
            CityKey(
                "open", .texts, "Words of a status that mean open.", otherwise: "the built-in words",
                example: "[Received, Pending]"),
            CityKey(
                "ignored", .texts, "Words of a status that mean that the request does not count.",
                otherwise: "the built-in words", example: "[Voided, Test]"),
        ])

    static let map = CitySection(
        path: "map",
        keys: [
            CityKey(
                "water", .section(water), "Rivers, lakes and the sea.", otherwise: "no water is drawn",
                example: ""),
            CityKey(
                "contact", .section(contact), "Whom readers of a page may ask.", otherwise: "not shown",
                example: ""),
        ])

    static let water = CitySection(
        path: "map: water",
        keys: [
            CityKey("file", .file, "The file of its surfaces.", otherwise: "", example: "water.geojson"),
            CityKey(
                "layer", .text, "The layer of a GeoPackage.", otherwise: "the only one", example: "water"),
        ])

    static let contact = CitySection(
        path: "map: contact",
        keys: [
            CityKey(
                "name", .text, "The office's name.", otherwise: "not shown",
                example: "Office of District 7"),
            CityKey(
                "telephone", .text, "Its telephone number.", otherwise: "not shown", example: "555-0100"),
            CityKey(
                "mail", .text, "Its address of mail.", otherwise: "not shown",
                example: "district7@example.org"),
            CityKey(
                "url", .text, "Its page, with http:// or https://.", otherwise: "not shown",
                example: "https://example.org/district7"),
            CityKey("logo", .file, "Its logo, a PNG file.", otherwise: "not shown", example: "logo.png"),
        ])

    static let category = CitySection(
        path: "categories: NAME",
        keys: [
            CityKey(
                "radius", .length(CityFile.CategorySettings.radii),
                "How far apart requests of one cluster may be.",
                otherwise: "50 m, 30 m for potholes and lights", example: "30 m"),
            CityKey(
                "minimum", .whole(CityFile.CategorySettings.leastMinimum...1_000_000),
                "The fewest requests that make a cluster.",
                otherwise: "3", example: "3"),
            CityKey(
                "repair_life", .time,
                "How long a repair should last: what comes back within it is a recurrence.",
                otherwise: "365 d, less for graffiti and litter", example: "365 d"),
            CityKey(
                "gap", .time, "How long after a closing a report is still of the same occurrence.",
                otherwise: "1 d", example: "1 d"),
            CityKey(
                "target", .target, "The time within which a request should be closed.",
                otherwise: "none: only due dates count", example: "5 d"),
            CityKey(
                "private", .flag,
                "Whether public editions only count the category and never show it. No other category may be shown by its name or title.",
                otherwise: "false", example: "true"),
            CityKey(
                "title", .text, "What pages call the category.", otherwise: "its name",
                example: "Pothole"),
            CityKey(
                "group", .text, "The group in whose colour and symbol maps show it.",
                otherwise: "its title", example: "Streets"),
        ])

    static let staff = CitySection(
        path: "staff",
        keys: [
            CityKey(
                "channels", .texts, "Channels that only staff use.", otherwise: "none",
                example: "[Internal, Crew]"),
            CityKey(
                "categories", .texts, "Categories that only staff enter.", otherwise: "none",
                example: "[Proactive Inspection]"),
        ])

    static let referrals = CitySection(
        path: "referrals",
        keys: [
            CityKey(
                "channels", .texts, "Channels by which members of the council refer requests.",
                otherwise: "none", example: "[Council Office]")
        ])

    static let business = CitySection(
        path: "business",
        keys: [
            CityKey(
                "days", .weekdays, "The days of the week on which the city works.", otherwise: "Mon-Fri",
                example: "Mon-Sat"),
            CityKey(
                "hours", .hours, "Its hours: what comes in after the last counts from the next business day.",
                otherwise: "the whole day", example: "8-17"),
            CityKey(
                "holidays", .holidays, "Days on which it does not work.", otherwise: "none",
                example: "[2024-07-04, 2024-12-25]"),
        ])
}
