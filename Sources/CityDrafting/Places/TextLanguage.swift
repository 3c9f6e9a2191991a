import Foundation

/// The language that a city's texts are written in, told by the words of streets and of headers: where boxes around two countries
/// overlap, it often tells in which of them a city lies.
struct TextLanguage: Sendable, Equatable {
    /// In English.
    let name: String
    /// Countries in which it is written, as their codes in ISO 3166.
    let countries: Set<String>

    /// Returns the language of streets or, where they tell none, of the columns' names; `nil` where neither tells.
    ///
    /// - Parameter streets: Addresses, or parts of them.
    init?(streets: [String], header: [String]) {
        var languages = Self.leading(streets, \.streets)
        if languages.isEmpty {
            languages = Self.leading(header, \.header)
            // Columns have English names everywhere.
            if languages.contains(where: { $0.name == "English" }) { return nil }
        }
        guard !languages.isEmpty else { return nil }
        name = languages.map(\.name).joined(separator: " or ")
        countries = Set(languages.flatMap { $0.countries.split(separator: " ").map(String.init) })
    }

    /// Returns the languages of which most texts have a word, none where many come near each other.
    private static func leading(_ texts: [String], _ words: KeyPath<Words, String>) -> [Words] {
        let texts = texts.prefix(mostTexts).map(folded)
        let counts = all.map { language in
            let known = language[keyPath: words].split(separator: " ").map(String.init)
            return texts.count { text in text.contains { word in known.contains { fits(word, $0) } } }
        }
        guard let most = counts.max(), most >= fewestTexts else { return [] }
        let leading = zip(all, counts).filter { $0.1 * 3 >= most * 2 }.map(\.0)
        return leading.count <= mostLanguages ? leading : []
    }

    /// `ulica` is a street in several languages; more than so many tell nothing.
    private static let mostLanguages = 2
    private static let mostTexts = 2000
    private static let fewestTexts = 2

    /// `-weg` fits what ends with it, `weg` the word alone.
    private static func fits(_ word: Substring, _ pattern: String) -> Bool {
        pattern.hasPrefix("-") ? word.hasSuffix(pattern.dropFirst()) : word == pattern
    }

    private static func folded(_ text: String) -> [Substring] {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .split { !$0.isLetter && $0 != "ß" }
    }

    private struct Words {
        let name: String
        let countries: String
        let streets: String
        let header: String
    }

    /// Words without accents, and `-` before an ending.
    private static let all = [
        Words(
            name: "English", countries: "US CA GB IE AU NZ ZA IN SG JM BZ GY TT BS BB MT KE NG GH PH PR",
            streets: "st street ave rd road dr drive ln lane blvd ct court pkwy hwy cres crescent",
            header: "opened created closed address category service request status type updated"),
        Words(
            name: "French", countries: "FR BE CH LU MC CA HT SN CI MA TN DZ RE MQ GP GF NC PF",
            streets: "rue boulevard chemin impasse quai allee ruelle cours sentier faubourg",
            header: "adresse statut numero categorie arrondissement creation fermeture signalement demande"),
        Words(
            name: "German", countries: "DE AT CH LI LU BE IT",
            streets: "-strasse -straße -str -gasse -weg -platz -allee -ufer -damm",
            header: "adresse erfasst erledigt kategorie vorgang meldung anliegen strasse breitengrad eingang"),
        Words(
            name: "Italian", countries: "IT CH SM VA",
            streets: "via viale corso piazza piazzale vicolo strada lungomare",
            header: "indirizzo stato segnalazione richiesta apertura chiusura numero latitudine"),
        Words(
            name: "Dutch", countries: "NL BE SR",
            streets: "-straat -laan -plein -weg -gracht -dreef -kade -singel -steenweg",
            header: "melding straat adres rubriek aangemaakt afgehandeld straatnaam breedtegraad"),
        Words(
            name: "Spanish",
            countries: "ES MX CO AR CL PE EC VE BO PY UY GT HN SV NI CR PA CU DO PR",
            streets: "calle avenida carrera plaza paseo calzada carretera callejon cl cra av",
            header: "direccion estado fecha solicitud barrio apertura cierre latitud"),
        Words(
            name: "Portuguese", countries: "PT BR AO MZ CV",
            streets: "rua avenida travessa praca estrada alameda largo av",
            header: "endereco situacao bairro solicitacao abertura fechamento logradouro morada"),
        Words(
            name: "Swedish", countries: "SE FI", streets: "-gatan -vagen -torget -stigen -grand",
            header: "arende adress gatuadress skapad stangd"),
        Words(
            name: "Danish", countries: "DK GL FO", streets: "-gade -vej -torv -alle -straede",
            header: "sag adresse oprettet lukket vejnavn"),
        Words(
            name: "Norwegian", countries: "NO SJ", streets: "-gata -veien -gate -vei -torget -plass",
            header: "henvendelse adresse opprettet lukket gatenavn"),
        Words(
            name: "Finnish", countries: "FI", streets: "-katu -tie -kuja -polku",
            header: "osoite tila luotu suljettu palautteen"),
        Words(
            name: "Polish", countries: "PL", streets: "ul ulica al aleja plac osiedle os",
            header: "adres zgloszenie ulica zgloszenia status data"),
        Words(
            name: "Czech", countries: "CZ", streets: "ulice namesti trida nabrezi",
            header: "adresa podnet stav zalozeno ulice"),
        Words(
            name: "Slovak", countries: "SK", streets: "ulica namestie nabrezie cesta",
            header: "adresa podnet stav ulica vytvorene"),
        Words(
            name: "Hungarian", countries: "HU", streets: "utca ut ter korut u",
            header: "cim bejelentes allapot utca letrehozva"),
    ]
}
