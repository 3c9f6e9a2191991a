/// Takes paths apart.
enum FilePath {
    /// Returns a file's name without folder and ending.
    static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return withoutEnding(name)
    }

    /// Returns a path without the ending of its file.
    static func withoutEnding(_ path: String) -> String {
        guard let dot = path.lastIndex(of: "."), dot > path.startIndex, !path[dot...].contains("/") else {
            return path
        }
        return String(path[..<dot])
    }
}
