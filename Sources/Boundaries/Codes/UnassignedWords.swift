/// Tells codes that say that no area was assigned, in the words of several languages: `TBD`, `?`, `sin asignar`,
/// `Non attribué`, `nicht zugewiesen`. To be asked only of codes that no area has.
enum UnassignedWords {
    /// Whether a code's folded words say so.
    ///
    /// Numbers before the words are those of a catch-all (`0 Unspecified`, `99 - Unknown`), and a word for the kind of area tells
    /// nothing (`Ward: TBD`). A number behind them names an area: `No Ward 5` may be any.
    static func say(_ words: [Substring]) -> Bool {
        let named = words.drop { $0.allSatisfy(\.isNumber) }
        let telling = named.drop { AreaCode.namesKind($0) && !negations.contains($0) }
        guard let first = telling.first else { return false }
        if unknown.contains(first) || telling.last.map(unknown.contains) == true { return true }
        let rest = telling.dropFirst()
        guard !rest.contains(where: { $0.contains(where: \.isNumber) }) else { return false }
        if phrases.contains(telling.joined(separator: " ")) { return true }
        guard negations.contains(first), let negated = rest.first(where: { !fillers.contains($0) }) else {
            return false
        }
        return AreaCode.namesKind(negated) || assigned.contains { negated.hasPrefix($0) }
    }

    /// Words between a negation and what it negates: `noch nicht zugewiesen`, `not yet been assigned`. With others it may be a name:
    /// `Non-Residential District`.
    private static let fillers = Set(
        [
            "yet", "been", "in", "a", "an", "the", "any", "of", "de", "d", "di", "da", "do", "se", "nicht",
            "niet", "pas", "un", "una", "une", "uma",
        ].map { Substring($0) })

    private static let unknown = Set(
        [
            "unspecified", "unassigned", "unknown", "undefined", "unallocated", "undetermined", "unset",
            "tbd", "tbc", "tba",
            "desconocido", "desconocida", "desconhecido", "desconhecida", "desconegut", "indefinido",
            "inconnu", "inconnue", "indefini", "indetermine", "indeterminee", "indeterminado",
            "unbekannt", "unbestimmt", "sconosciuto", "sconosciuta", "indefinito", "onbekend", "ntb", "nvt",
            "ukendt", "ukjent", "okand", "tuntematon", "neznamy", "neznamo", "neurceno", "neprirazeno",
            "nieznany", "nieznana", "nieprzypisany", "nieprzypisana", "nieokreslony", "ismeretlen",
            "necunoscut", "nealocat", "nespecificat", "bilinmiyor", "belirsiz", "неизвестно", "неизвестен",
            "αγνωστο", "不明", "未定", "未指定", "未分配", "未割当",
        ].map { Substring($0) })

    private static let phrases: Set<String> = [
        "to be determined", "to be assigned", "to be confirmed", "pending", "pending assignment", "missing",
        "por asignar", "por definir", "por determinar", "por atribuir", "a definir", "a determinar",
        "pendiente", "pendente", "a determiner", "a preciser", "sans objet", "a attribuer", "en attente",
        "da assegnare", "da definire", "nader te bepalen", "not set", "t b d", "k a", "n v t", "n a", "n d",
        "s d", "s n", "s i",
        "aucun", "aucune", "ninguno", "ninguna", "nenhum", "nenhuma", "nessuno", "nessuna", "keine", "keiner",
        "geen", "ingen", "nincs", "brak", "saknas", "yok", "なし", "無し",
    ]

    private static let negations = Set(
        [
            "not", "no", "non", "none", "without", "never", "nicht", "noch", "kein", "keine", "keiner",
            "ohne",
            "sin", "sem", "nao", "sans", "pas", "aucun", "aucune", "ningun", "ninguna", "nenhum", "nenhuma",
            "sense", "senza", "nessun", "nessuna", "niet", "nog", "geen", "zonder", "ikke", "ingen", "uden",
            "uten", "ej", "inte", "utan", "ei", "nie", "brak", "bez", "fara", "не", "нет", "без",
        ].map { Substring($0) })

    /// How words begin that mean assigned, stated, known or at hand.
    private static let assigned = [
        "assign", "allocat", "applic", "avail", "specif", "defin", "determin", "known", "found", "given",
        "stated", "provided", "entered", "recorded", "selected", "indicat", "inform", "data", "value",
        "match", "area",
        "barrio", "bairro", "quarti", "stadtteil", "ortsteil", "wijk", "buurt", "bydel", "comuna", "sector",
        "asign", "especific", "aplica", "disponi", "conocid", "identific", "registr", "dato", "atribu",
        "attribu", "affect", "renseign", "precis", "communiqu", "connu", "donnee",
        "zugewiesen", "zugeordnet", "zuordn", "zuweis", "angegeben", "angabe", "bekannt", "bestimmt",
        "vorhanden",
        "assegn", "indicat", "noto", "nota", "toegewezen", "toegekend", "ingevuld", "opgegeven", "bekend",
        "tildelt", "tilldelad", "angivet", "angiven", "angitt", "oppgitt", "valgt", "kendt", "kjent", "kand",
        "maaritetty", "tiedossa", "przypisan", "przydziel", "okreslon", "danych", "prirazen", "urcen", "udaj",
        "назначен", "указан", "определ", "данных",
    ]
}
