import Wording

/// The months' names in the languages that dates are read in, without accents.
enum MonthNames {
    /// Returns the number, from 1, of the month that letters without accents name: whole, cut short after three letters or more, or with
    /// one slip of the pen; `nil` for other words, such as the Finnish `marraskuuta`, which is no March.
    static func month(_ letters: UnsafeBufferPointer<UInt8>) -> Int? {
        guard letters.count >= 3, letters.count <= 12 else { return nil }
        let word = letters.map { $0 | 0x20 }
        guard let names = byStart[key(word)] else { return nil }
        if let whole = names.first(where: { $0.name.starts(with: word) }) { return whole.month }
        guard word.count > 4 else { return nil }
        return names.first { EditDistance.between(word, $0.name, limit: 1) != nil }?.month
    }

    private static func key(_ word: [UInt8]) -> UInt32 {
        word.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// By their first three letters. Of names that begin alike the first counts: `jui` is June.
    private static let byStart: [UInt32: [(name: [UInt8], month: Int)]] = {
        let all = languages.flatMap { language in
            zip(language.split(separator: " "), 1...12).map { (name: Array($0.utf8), month: $1) }
        }
        return Dictionary(grouping: all + [(name: Array("mrt".utf8), month: 3)]) { key($0.name) }
    }()

    private static let languages = [
        // English, French, Spanish, German, Italian, Dutch, Portuguese
        "january february march april may june july august september october november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        // Danish and Norwegian, Swedish, Catalan, Galician
        "januar februar marts april maj juni juli august september oktober november desember",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
        "xaneiro febreiro marzo abril maio xuno xullo agosto setembro outubro novembro decembro",
        // As umlauts are written without them, in Austria, and as the Spanish of the River Plate has September
        "janner feber maerz april mai juni juli august setiembre oktober november dezember",
    ]
}
