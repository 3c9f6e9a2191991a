import TableFiles

/// Tells text of central Europe, Turkey and the Baltic from western text by its letters: all bytes mean letters in Windows-1252 as
/// well, but no western language has those letters together. `Přeplněný` reads there as `Pøeplnìný`.
enum LanguageLetters {
    /// How much of the letters one language has to have, and how much less those of the west.
    private static let likely = 0.95
    private static let lead = 0.1

    /// Returns the encoding by which the letters are those of one language, where by Windows-1252 they are of none; else `nil`.
    static func other(of bytes: [UInt8]) -> CodePage? {
        let western = share(bytes, in: .windows1252, western)
        let found = others.map { (page: $0.page, share: share(bytes, in: $0.page, $0.languages)) }
        guard let best = found.max(by: { $0.share < $1.share }), best.share >= likely,
            western <= best.share - lead
        else { return nil }
        return best.page
    }

    /// The greatest share of a text's letters beyond ASCII that one of some languages has.
    private static func share(_ bytes: [UInt8], in page: CodePage, _ languages: [Set<Unicode.Scalar>])
        -> Double
    {
        guard page.isKnown else { return 0 }
        let text = bytes.withUnsafeBytes { page.decode($0) }.lowercased()
        let letters = text.unicodeScalars.filter { !$0.isASCII && !WordText.standsBetweenWords($0) }
        guard !letters.isEmpty else { return 0 }
        let most = languages.map { language in letters.count(where: language.contains) }.max() ?? 0
        return Double(most) / Double(letters.count)
    }

    private static func languages(_ letters: [String]) -> [Set<Unicode.Scalar>] {
        letters.map { Set($0.unicodeScalars) }
    }

    /// French, Spanish, Portuguese, Italian, German, Dutch, Danish and Norwegian, Swedish and Finnish, Icelandic and Faroese,
    /// Catalan, Estonian.
    private static let western = languages([
        "àâæçéèêëîïôœùûüÿ", "áéíóúüñçºª", "áâãàçéêíóôõúüºª", "àèéìíîòóùú", "äöüßé", "éèêëïóöüáíú",
        "æøåéèêòóôäö",
        "åäöéüáàšž", "áðéíóúýþæöø", "àçéèíïóòúü", "õäöüšž",
    ])

    private static let others: [(page: CodePage, languages: [Set<Unicode.Scalar>])] = [
        (
            // Polish, Czech, Slovak, Hungarian, Romanian, Slovenian and Croatian.
            CodePage(name: "CP1250"),
            languages([
                "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž",
            ])
        ),
        (CodePage(name: "CP1254"), languages(["çğıi\u{307}öşüâîû"])),
        // Lithuanian, Latvian.
        (CodePage(name: "CP1257"), languages(["ąčęėįšųūž", "āčēģīķļņšūž"])),
    ]
}
