import Foundation

/// Texts and their translations in gettext's form, which translators have tools for: pairs of `msgid "…"` and
/// `msgstr "…"`, longer ones over several quoted lines, `#` before remarks, and `msgctxt "…"` before texts that have several
/// meanings.
///
/// Entries that are marked fuzzy or are not yet translated stay English.
struct Catalogue: Sendable {
    /// A language tag, from the head's `Language:`.
    let language: String
    /// By ``PageWords/key(_:context:)``.
    let translations: [String: String]

    /// - Throws: ``PageLanguageError``
    init(file path: String) throws(PageLanguageError) {
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(validating: data, as: UTF8.self)
        else { throw .unknown(path) }
        try self.init(text, name: path)
    }

    static func spanish() throws(PageLanguageError) -> Catalogue { try known.get() }

    private static let known = Result { () throws(PageLanguageError) in
        try Catalogue(String(decoding: PackageResources.es_po, as: UTF8.self), name: "es.po")
    }

    init(_ text: String, name: String) throws(PageLanguageError) {
        var reader = EntryReader(file: name)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            try reader.take(line.trimmingCharacters(in: .whitespaces))
        }
        try reader.finish()
        let head = reader.translations.removeValue(forKey: "") ?? ""
        let language = head.split(separator: "\n").first { $0.hasPrefix("Language:") }?
            .dropFirst("Language:".count).trimmingCharacters(in: .whitespaces)
        guard let language, !language.isEmpty else { throw .noLanguage(file: name) }
        self.language = language.replacing("_", with: "-")
        translations = reader.translations
    }
}

/// Gathers entries line by line.
private struct EntryReader {
    let file: String
    var translations: [String: String] = [:]
    private var number = 0
    private var context: String?
    private var key: String?
    private var value: String?
    private var isFuzzy = false

    init(file: String) { self.file = file }

    mutating func take(_ line: String) throws(PageLanguageError) {
        number += 1
        if line.hasPrefix("#") {
            // A remark before a key belongs to the entry that follows.
            if value != nil { try finish() }
            if line.hasPrefix("#,"), line.contains("fuzzy") { isFuzzy = true }
        } else if line.hasPrefix("msgctxt ") {
            try finish()
            context = try unquoted(line.dropFirst("msgctxt ".count))
        } else if line.hasPrefix("msgid ") {
            try finish()
            key = try unquoted(line.dropFirst("msgid ".count))
        } else if line.hasPrefix("msgstr ") {
            guard key != nil, value == nil else { throw problem("msgstr stands without a msgid before it") }
            value = try unquoted(line.dropFirst("msgstr ".count))
        } else if line.hasPrefix("\"") {
            let more = try unquoted(line[...])
            if value != nil {
                value? += more
            } else if key != nil {
                key? += more
            } else {
                throw problem("a text stands without msgid or msgstr before it")
            }
        } else if !line.isEmpty {
            throw problem("neither msgctxt, msgid, msgstr, a quoted text nor a remark")
        }
    }

    mutating func finish() throws(PageLanguageError) {
        guard let key else { return }
        let whole = PageWords.key(key, context: context)
        defer { (context, self.key, value) = (nil, nil, nil) }
        guard let value else { throw problem("the msgid before has no msgstr") }
        defer { isFuzzy = false }
        guard !value.isEmpty, !isFuzzy else { return }
        let gaps = Self.gaps(of: value).subtracting(Self.gaps(of: key))
        if let gap = gaps.min() {
            throw problem("the translation before has a gap \(gap) that the text has not")
        }
        translations[whole] = value
    }

    private static func gaps(of text: String) -> Set<String> {
        Set(text.matches(of: /\{[1-9][0-9]?\}/).map { String($0.0) })
    }

    private func unquoted(_ text: Substring) throws(PageLanguageError) -> String {
        let text = text.drop { $0 == " " }
        guard text.count >= 2, text.first == "\"", text.last == "\"" else {
            throw problem("a text has no quotes around it")
        }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if isEscaped {
                result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    private func problem(_ reason: String) -> PageLanguageError {
        .line(file: file, number: number, reason: reason)
    }
}
