import PageLanguage
import Records

/// The map as one HTML file that asks no other host for anything, unless a tile server is named.
package struct WebPage: Sendable {
    package var sheet: MapSheet
    package var table: MarkerTable
    package var contact: WebContact?
    package var tiles: TileServer?

    package init(
        sheet: MapSheet, table: MarkerTable, contact: WebContact? = nil, tiles: TileServer? = nil
    ) {
        self.sheet = sheet
        self.table = table
        self.contact = contact
        self.tiles = tiles
    }

    private var words: PageWords { sheet.words }

    /// Returns the page's bytes.
    package func bytes(_ leaflet: LeafletLibrary) -> [UInt8] {
        var texts = [
            "language": XMLText.escaped(words.tag), "direction": words.direction.rawValue,
            "title": XMLText.escaped(sheet.title),
            "place": XMLText.escaped(sheet.place), "subtitle": XMLText.escaped(sheet.subtitle),
            "edition": XMLText.escaped(sheet.edition.text), "colophon": XMLText.escaped(sheet.colophon),
            "notes": notes, "policy": XMLText.escaped(policy), "leafletStyle": leaflet.style,
            "leafletNotice": LeafletLibrary.notice, "leafletScript": leaflet.script,
        ]
        texts["editionKind"] = sheet.edition.isRestricted ? "restricted" : "open"
        texts["pageStyle"] = String(decoding: PackageResources.page_css, as: UTF8.self)
        texts["pageScript"] = String(decoding: PackageResources.page_js, as: UTF8.self)
        texts["empty"] =
            sheet.scene.markers.isEmpty ? "<p class=\"empty\">\(XMLText.escaped(sheet.emptyMessage))</p>" : ""
        texts["contact"] = contact?.html(words) ?? ""
        texts["data"] = String(
            decoding: WebData(sheet, table: table, tiles: tiles).bytes(), as: UTF8.self)
        return Self.filled(
            String(decoding: PackageResources.page_html, as: UTF8.self), with: texts, words: words)
    }

    /// What a browser may load: what stands in the page, and the tiles where a server was named.
    private var policy: String {
        let images = tiles.map { "data: \($0.origin)" } ?? "data:"
        return
            "default-src 'none'; img-src \(images); style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'"
    }

    private var notes: String {
        var notes = sheet.notes
        if !sheet.scene.markers.isEmpty {
            let marks = sheet.shownEmphases.map { "\($0.emphasis.webForm(words)): \($0.title)" }
            notes.insert(
                SheetNote(
                    heading: words("How to read the map"),
                    lines: [words("A circle with a number: several cases close together, with their count")]
                        + marks),
                at: 0)
        }
        return notes.map { note in
            let lines = note.lines.map { "<p>\(XMLText.escaped($0))</p>" }.joined()
            return "<h3>\(XMLText.escaped(note.heading))</h3>\(lines)"
        }.joined(separator: "\n")
    }

    /// Puts texts where a template names them as `{{name}}`, and words of the language where it writes `{{=English words}}`;
    /// the texts themselves are not searched.
    static func filled(_ template: String, with texts: [String: String], words: PageWords) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = template[...]
        while let opening = rest.firstRange(of: "{{"),
            let closing = rest[opening.upperBound...].firstRange(of: "}}")
        {
            bytes += Array(rest[..<opening.lowerBound].utf8)
            let name = rest[opening.upperBound..<closing.lowerBound]
            let text =
                name.first == "="
                ? XMLText.escaped(words.word(String(name.dropFirst()))) : texts[String(name)] ?? ""
            bytes += Array(text.utf8)
            rest = rest[closing.upperBound...]
        }
        return bytes + Array(rest.utf8)
    }
}

/// Where map tiles come from, when the user wants some.
package struct TileServer: Hashable, Sendable {
    /// An address with `{z}`, `{x}` and `{y}`.
    package var address: String
    package var attribution: String

    package init(address: String, attribution: String) {
        self.address = address
        self.attribution = attribution
    }

    /// Whether a text is an address of tiles: http(s), a host without gaps but `{s}`, then a path with `{z}`,
    /// `{x}`, `{y}`, and no gap besides but `{s}` and `{r}`.
    ///
    /// What stands in the host ends up in the page's policy: nothing there may widen it.
    package static func isAddress(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /https?:\/\/(\{s\}\.)?[A-Za-z0-9.-]+(:[0-9]+)?\/([^\s"'<>;,]*)/)
        else {
            return false
        }
        // A gap that the page cannot fill would leave it without tiles.
        let gaps = match.3.matches(of: /\{([^}]*)\}/).map { String($0.1) }
        return Set(gaps).isSuperset(of: ["z", "x", "y"]) && Set(gaps).isSubset(of: ["s", "z", "x", "y", "r"])
    }

    /// Scheme and host, with `*` for a part that changes.
    var origin: String {
        let pieces = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard pieces.count >= 3 else { return "'none'" }
        let host = pieces[2].hasPrefix("{s}.") ? "*" + pieces[2].dropFirst(3) : pieces[2]
        return "\(pieces[0])//\(host)"
    }
}

extension EditionNotice {
    var isRestricted: Bool {
        switch self {
        case .open: false
        case .restricted: true
        }
    }
}

extension MarkerEmphasis {
    fileprivate func webForm(_ words: PageWords) -> String {
        switch self {
        case .repeated: words("A second ring")
        case .doubtful: words("A broken ring")
        default: words("A flag")
        }
    }
}
