package import Wording

/// Columns of a file that are kept as they stand in it, beside what was read from them.
package struct KeptColumns: Sendable {
    /// Columns by their names in the file, and what names them.
    package var named: [(name: String, setting: SettingName)] = []
    /// What columns mean; `assigned` stands for all of the layers asked for.
    package var fields: [RequestField] = []

    package init() {}
}
