import TableFiles

/// The encodings that are tried on text that is not UTF-8, by the names that the system's converter knows them under.
enum EncodingTable {
    static let shiftJIS = CodePage(name: "CP932")
    static let japanese = CodePage(name: "EUC-JP")
    static let simplified = CodePage(name: "GB18030")
    static let traditional = CodePage(name: "CP950")
    static let korean = CodePage(name: "CP949")
    static let cyrillic = CodePage(name: "CP1251")
    static let macintosh = CodePage(name: "MACINTOSH")

    /// Tried everywhere, where Windows-1252 does not fit: what old computers wrote, and Cyrillic, which its vowels tell.
    static let anywhere = [macintosh] + ["CP850", "CP437", "CP1251", "KOI8-R", "CP866"].map(CodePage.init)

    static let titles = [
        "CP932": "Shift-JIS", "EUC-JP": "EUC-JP", "GB18030": "GB 18030", "CP950": "Big5", "CP949": "EUC-KR",
        "MACINTOSH": "Mac Roman", "CP850": "DOS code page 850", "CP437": "DOS code page 437",
        "CP852": "DOS code page 852", "CP866": "DOS code page 866", "CP1250": "Windows-1250",
        "CP1251": "Windows-1251", "CP1252": "Windows-1252", "CP1253": "Windows-1253",
        "CP1254": "Windows-1254", "CP1255": "Windows-1255", "CP1256": "Windows-1256",
        "CP1257": "Windows-1257", "CP1258": "Windows-1258", "CP874": "Windows-874",
    ]

    /// Returns what is usual in a zone beside Windows-1252, the most usual first.
    ///
    /// Source: the fallback encodings by locale of the WHATWG's encoding standard.
    static func usual(in timeZone: String) -> [CodePage] {
        let city = timeZone.split(separator: "/").last.map(String.init) ?? ""
        return (byCity.first { $0.cities.contains(city) }?.pages ?? []).map(CodePage.init)
    }

    private static let byCity: [(cities: Set<String>, pages: [String])] = [
        (
            [
                "Prague", "Bratislava", "Warsaw", "Budapest", "Ljubljana", "Zagreb", "Bucharest", "Tirane",
                "Sarajevo", "Podgorica",
            ], ["CP1250", "ISO-8859-2", "CP852"]
        ),
        (["Belgrade"], ["CP1250", "CP1251", "ISO-8859-2", "CP852"]),
        (
            [
                "Moscow", "Kaliningrad", "Samara", "Volgograd", "Saratov", "Ulyanovsk", "Astrakhan", "Kirov",
                "Yekaterinburg", "Omsk", "Novosibirsk", "Barnaul", "Tomsk", "Novokuznetsk", "Krasnoyarsk",
                "Irkutsk", "Chita", "Yakutsk", "Vladivostok", "Khandyga", "Magadan", "Sakhalin",
                "Srednekolymsk", "Kamchatka", "Anadyr", "Minsk", "Kiev", "Kyiv", "Simferopol", "Sofia",
                "Skopje", "Almaty", "Bishkek", "Dushanbe", "Ulaanbaatar",
            ], ["CP1251", "KOI8-R", "CP866", "ISO-8859-5"]
        ),
        (["Athens", "Nicosia"], ["CP1253", "ISO-8859-7", "CP737"]),
        (["Istanbul"], ["CP1254", "CP857"]), (["Jerusalem", "Tel_Aviv"], ["CP1255", "CP862"]),
        (
            [
                "Cairo", "Riyadh", "Dubai", "Baghdad", "Amman", "Beirut", "Damascus", "Kuwait", "Qatar",
                "Bahrain", "Muscat", "Aden", "Tripoli", "Tunis", "Algiers", "Casablanca", "Khartoum",
                "Tehran", "Gaza", "Hebron", "Karachi", "Kabul",
            ], ["CP1256", "ISO-8859-6"]
        ),
        (["Riga", "Vilnius", "Tallinn"], ["CP1257", "ISO-8859-13"]), (["Bangkok"], ["CP874"]),
        (["Ho_Chi_Minh", "Saigon"], ["CP1258"]), (["Tokyo"], [shiftJIS.name, japanese.name]),
        (["Seoul"], [korean.name]), (["Shanghai", "Urumqi", "Singapore", "Chongqing"], [simplified.name]),
        (["Taipei", "Hong_Kong", "Macau"], [traditional.name]),
    ]
}
