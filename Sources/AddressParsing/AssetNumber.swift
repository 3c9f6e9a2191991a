/// Knows the number of what stands in the street, before where it stands: `SIGNAL 427 - CHESTER / MONUMENT, …`.
enum AssetNumber {
    private static let words = Set(
        [
            "SIGNAL", "BEACON", "CAMERA", "HYDRANT", "INLET", "LAMP", "MANHOLE", "METER", "POLE",
            "STREETLIGHT", "ASSET", "CABINET",
        ].map { WordHash.of($0) })

    /// Returns the index behind the number; `nil` where the line does not begin with such a word, a number and a dash or comma.
    static func end(in line: TokenLine, before end: Int) -> Int? {
        guard end > 3, words.contains(line[0].hash), line[1].shape == .number, line[2].gap >= .dash else {
            return nil
        }
        return 2
    }
}
