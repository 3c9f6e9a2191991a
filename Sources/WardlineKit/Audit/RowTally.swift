/// Rows that something is said of: how many they are, and the first of them.
struct RowTally {
    private(set) var count = 0
    /// The line of the first, from 1; 0 while there is none.
    private(set) var line = 0
    /// What is said of the first.
    private(set) var text = ""

    /// - Parameter text: What is said of the row, should it be the first.
    mutating func add(line: Int, _ text: @autoclosure () -> String) {
        if count == 0 || line < self.line { (self.line, self.text) = (line, text()) }
        count += 1
    }
}
