/// The reference of the city file, written from the keys that its reader uses.
package enum CityReference {
    /// Returns the page of the manual, as Markdown.
    package static func page() -> String {
        var lines = [
            "# The city file", "",
            "<!-- Written by `make docs` from Sources/City/CityKeys*.swift; change it there. -->", "",
            "One YAML file describes a city: how its requests are written, which areas they are routed by, and where its",
            "streets are. It is read and checked whole before anything else, and what is wrong is said with its line. Paths",
            "are taken from the file's own folder. Without `--city`, `city.yaml` beside the requests or in the working",
            "directory is taken. `wardline help city-file` shows this page's tables.", "",
            "Lengths and times are written with their unit: `10 m`, `30 ft`, `36 h`, `2 w`. Times of business days (`5 bd`)",
            "count the days of `business:`.", "", "```yaml",
        ]
        lines += example(CityKeys.root, indent: 0)
        lines += ["```", ""]
        for section in sections(below: CityKeys.root) { lines += table(section) }
        return lines.joined(separator: "\n")
    }

    /// Returns the reference for a terminal.
    package static func help() -> String {
        sections(below: CityKeys.root).flatMap { section in
            [section.path.isEmpty ? "The whole file:" : "\(section.path):"] + section.keys.flatMap(help) + [
                ""
            ]
        }.joined(separator: "\n")
    }

    private static func help(_ key: CityKey) -> [String] {
        let otherwise = key.fallback.isEmpty ? "Required." : "Without it: \(key.fallback)."
        let example = key.example.isEmpty ? "" : " Such as \(key.example)"
        return wrapped("\(key.name) (\(key.form.words))", indent: 2)
            + wrapped("\(key.meaning) \(otherwise)\(example)", indent: 6)
    }

    /// Breaks a text into lines of a terminal's usual width.
    private static func wrapped(_ text: String, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        var lines = [space]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            let isFirst = last.count == indent
            if !isFirst, last.count + 1 + word.count > 78 {
                lines.append(space + word)
            } else {
                lines[lines.count - 1] += (isFirst ? "" : " ") + word
            }
        }
        return lines
    }

    /// A section and those below it, in the order of the file.
    static func sections(below section: CitySection) -> [CitySection] {
        [section] + section.keys.compactMap(\.form.section).flatMap(sections)
    }

    private static func table(_ section: CitySection) -> [String] {
        let title = section.path.isEmpty ? "The whole file" : "`\(section.path):`"
        return [
            "## \(title)", "", "| key | takes | meaning | without it | example |", "|---|---|---|---|---|",
        ]
            + section.keys.map { key in
                let below = key.form.section.map { "see `\($0.path):`" } ?? key.form.words
                let cells = [
                    "`\(key.name)`", below,
                    key.meaning,
                    key.fallback.isEmpty ? "**required**" : key.fallback,
                    key.example.isEmpty ? "" : "`\(key.example)`",
                ]
                return "| \(cells.joined(separator: " | ")) |"
            } + [""]
    }

    /// Returns a city file that has every key, with its example.
    package static func example() -> String {
        example(CityKeys.root, indent: 0).joined(separator: "\n") + "\n"
    }

    private static func example(_ section: CitySection, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        return section.keys.flatMap { key -> [String] in
            switch key.form {
            case .section(let below):
                return ["\(space)\(key.name):"] + example(below, indent: indent + 2)
            case .named(let below):
                return ["\(space)\(key.name):", "\(space)  Pothole:"] + example(below, indent: indent + 4)
            case .sections(let below):
                var lines = example(below, indent: indent + 4)
                lines[0] = "\(space)  - \(lines[0].dropFirst(indent + 4))"
                return ["\(space)\(key.name):"] + lines
            default: return ["\(space)\(key.name): \(key.example)"]
            }
        }
    }
}
