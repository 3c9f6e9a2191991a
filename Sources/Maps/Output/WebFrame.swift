import PageLanguage
import Records

/// What pages without a map that moves have in common: the head, the title with the edition, and the foot.
struct WebFrame {
    let place: String
    let title: String
    let subtitle: String
    let edition: EditionNotice
    let colophon: String
    /// Whom to ask, as markup.
    var contact = ""
    let words: PageWords

    /// Returns a page's bytes.
    ///
    /// - Parameters:
    ///   - main: The template of what stands between title and foot.
    ///   - texts: What fills the gaps of `main`, as markup.
    ///   - style: The page's style sheet.
    func page(main: [UInt8], texts: [String: String], style: [UInt8]) -> [UInt8] {
        // The template ends with its file's line end, which the frame has of its own.
        let template = String(decoding: main.dropLast(), as: UTF8.self)
        let main = WebPage.filled(template, with: texts, words: words)
        return WebPage.filled(
            String(decoding: PackageResources.frame_html, as: UTF8.self),
            with: [
                "language": XMLText.escaped(words.tag), "direction": words.direction.rawValue,
                "title": XMLText.escaped(title),
                "place": XMLText.escaped(place), "subtitle": XMLText.escaped(subtitle),
                "edition": XMLText.escaped(edition.text),
                "editionKind": edition.isRestricted ? "restricted" : "open",
                "style": String(decoding: style, as: UTF8.self),
                "main": String(decoding: main, as: UTF8.self),
                "contact": contact, "colophon": XMLText.escaped(colophon),
            ], words: words)
    }
}
