/// What the one who is told of an error or a doubt calls the settings and the steps that it speaks of: a command line by its options.
package struct CallerTerms: Sendable {
    /// For a program, whose own names nothing is known of: plain words, and no word of how something is set.
    package static let words = CallerTerms { _ in
        nil
    } command: { _ in
        nil
    }

    private let option: @Sendable (SettingName) -> String?
    private let command: @Sendable (NextStep) -> String?

    /// - Parameters:
    ///   - option: What names a setting: `--as-of`.
    ///   - command: What takes a step: `wardline init`.
    package init(
        option: @escaping @Sendable (SettingName) -> String?,
        command: @escaping @Sendable (NextStep) -> String?
    ) {
        (self.option, self.command) = (option, command)
    }

    /// A setting, as a sentence names it: `--area`, or `area`.
    package subscript(setting: SettingName) -> String { option(setting) ?? setting.words }

    /// How a setting is set, behind what is to be set, with the space before it: ` with --city FILE`. Nothing where there is no
    /// option for it.
    package func with(_ setting: SettingName, _ value: String = "") -> String {
        option(setting).map { " with \($0)" + (value.isEmpty ? "" : " \(value)") } ?? ""
    }

    /// What a sentence adds where there is an option for a setting; nothing where there is none.
    ///
    /// - Parameter text: Makes it of the option's name.
    package func hint(_ setting: SettingName, _ text: (String) -> String) -> String {
        option(setting).map(text) ?? ""
    }

    /// How a step is taken, with the space before it: ` with wardline init`. Nothing where there is no command for it.
    package func with(_ step: NextStep) -> String { command(step).map { " with \($0)" } ?? "" }
}

/// An error that says of what was asked for what is wrong, or what to set otherwise: each caller in terms of its own.
package protocol AdvisingError: Error, CustomStringConvertible, Sendable {
    /// What, where and what next.
    func text(in terms: CallerTerms) -> String
    /// Whether the question itself is wrong, so that other arguments would do.
    var isUsage: Bool { get }
}

extension AdvisingError {
    package var description: String { text(in: .words) }
    package var isUsage: Bool { false }
}
