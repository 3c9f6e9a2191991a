/// What somebody should know of the typeface before pages are sent to people.
package enum Typeface {
    /// Returns what is wrong with setting some texts, one sentence each: another typeface in place of the theme's, or
    /// letters that none of the installed ones has, which are drawn as empty boxes.
    package static func problems(in texts: some Sequence<String>) throws(MapError) -> [String] {
        let setter = try TextSetter()
        var problems: [String] = []
        if let family = setter.family, family != PageTheme.typeface {
            problems.append(
                "the typeface \(PageTheme.typeface) is not installed: pages are set in \(family) and may be longer;"
                    + " install the package fonts-dejavu-extra")
        }
        let unknown = texts.filter { setter.set($0, .body).unknownGlyphs > 0 }
        if let first = unknown.first {
            let others = unknown.count > 1 ? " and \(unknown.count - 1) more" : ""
            problems.append(
                "no installed typeface has all letters of “\(first)”\(others): empty boxes stand for them; install a"
                    + " typeface of that script")
        }
        return problems
    }
}
