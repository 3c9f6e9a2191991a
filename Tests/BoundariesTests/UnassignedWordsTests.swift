import Testing

@testable import Boundaries

struct UnassignedWordsTests {
    @Test(arguments: [
        "TBD", "tbd", "T.B.D.", "?", "???", "*", "0", "0.0", "000", "0 Unspecified", "Unspecified BRONX",
        "99 - Unknown",
        "Ward: TBD", "District unknown", "Not assigned", "Not yet assigned", "No district",
        "No ward assigned",
        "Without zone", "not in a district", "No data", "Pending", "To be determined",
        "sin asignar", "Sin distrito", "No asignado", "NO ESPECIFICADO", "Por definir", "Desconocido",
        "Ninguna",
        "Non attribué", "Non renseignée", "Inconnu", "À définir", "Sans objet", "Aucun quartier",
        "Pas de quartier",
        "nicht zugewiesen", "noch nicht zugewiesen", "Keine Angabe", "ohne Bezirk", "Unbekannt",
        "nicht zugeordnet",
        "non assegnato", "Non disponibile", "Sconosciuto", "da assegnare", "Nessuna zona",
        "ikke tildelt", "Ikke oppgitt", "Ukjent", "Ej angiven", "Okänd",
        "não atribuído", "Não informado", "Sem bairro", "niet toegewezen", "Onbekend", "Geen wijk",
        "Nie przypisano", "Brak danych", "Nepřiřazeno", "Не указан", "未定",
    ])
    func `words for no area say so in several languages`(_ code: String) {
        #expect(AreaCode.saysUnassigned(code))
    }

    @Test(arguments: [
        "", " ", "9", "99", "Ward 7", "Nob Hill", "North", "Noe Valley", "No. 5", "No Ward 5", "Non Valley",
        "Non-Residential District", "No Mans Land Ward",
        "Sans Souci",
        "Sinaloa", "Downtown", "Ohne-Sorge-Platz", "Ward", "Kein 5", "Nottingham", "Brakel", "No Applewood",
        "Outside city", "Other", "A?",
    ])
    func `other words do not`(_ code: String) {
        #expect(!AreaCode.saysUnassigned(code))
    }

    @Test func `an area that is called so is the area`() {
        let codes = AreaCodeTable(codes: ["Unassigned", "TBD"])
        #expect(codes.index(of: "unassigned") == 0)
        #expect(codes.index(of: "TBD") == 1)
    }
}
