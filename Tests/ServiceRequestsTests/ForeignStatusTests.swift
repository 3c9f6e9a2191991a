import ServiceRequests
import Testing

struct ForeignStatusTests {
    @Test(arguments: [
        ("erledigt", RequestState.closed), ("Nicht erledigt", .open), ("offen", .open),
        ("in Bearbeitung", .open), ("Abgeschlossen", .closed), ("unerledigt", .open), ("storniert", .ignored),
        ("Afgehandeld", .closed), ("In behandeling", .open), ("niet afgehandeld", .open),
        ("Chiusa", .closed), ("In lavorazione", .open), ("non risolto", .open), ("Annullata", .ignored),
        ("Concluído", .closed), ("Em andamento", .open), ("Não resolvido", .open), ("Em aberto", .open),
    ])
    func `German, Dutch, Italian and Portuguese statuses say whether a request is open`(
        status: String, state: RequestState
    ) {
        #expect(StatusWords().reading(of: status).state == state)
    }
}
