import ArgumentParser

/// An amount of memory as it is typed: `500M`, `2G`, `1.5GB`; bytes without a unit.
struct MemoryArgument: ExpressibleByArgument {
    let bytes: Int

    init?(argument: String) {
        let number = argument.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let shift = ["": 0, "K": 10, "KB": 10, "M": 20, "MB": 20, "G": 30, "GB": 30, "T": 40, "TB": 40]
        guard let amount = Double(number), amount > 0,
            let power = shift[argument.dropFirst(number.count).uppercased()],
            amount * Double(1 << power) < Double(Int.max)
        else { return nil }
        bytes = Int(amount * Double(1 << power))
    }
}
