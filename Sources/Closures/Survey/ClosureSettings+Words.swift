import PageLanguage

extension ClosureSettings {
    /// Returns within what time a request was closed fast: `10 minutes`.
    func fastTime(_ words: PageWords) -> String {
        let minutes = fastSeconds / 60
        return minutes == 1 ? words("1 minute") : words("\(String(minutes)) minutes")
    }
}
