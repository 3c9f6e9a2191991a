extension StatusWordList {
    /// What statuses are called in English, French and Spanish, where neither the city file nor a profile knows better.
    /// Words that may mean either, such as `Abandoned` or `Inspected`, are left out: the closing time then decides, and
    /// the summary names them.
    static let common = StatusWordList(
        open: openEnglish + openFrench + openSpanish + openGerman + openDutch + openItalian + openPortuguese,
        closed: closedEnglish + closedFrench + closedSpanish + closedGerman + closedDutch + closedItalian
            + closedPortuguese,
        ignored: ignoredWords,
        begun: begunEnglish + begunFrench + begunSpanish + begunGerman + begunDutch + begunItalian
            + begunPortuguese)

    private static let openEnglish = [
        "open", "active", "pending", "outstanding", "ongoing", "on going", "incomplete", "unfinished",
        "unopened", "unassigned", "reopened", "reopen", "re open", "re opened", "reactivated", "overdue",
    ]
    private static let begunEnglish = [
        "opened", "new", "submitted", "received", "registered", "logged", "assigned", "reassigned",
        "acknowledged", "accepted", "started", "initiated", "scheduled", "rescheduled", "dispatched",
        "in progress", "inprogress", "in process", "inprocess", "in review", "under review",
        "under investigation", "investigating", "processing", "reviewing", "waiting", "awaiting", "on hold",
        "hold", "queued", "planned", "deferred", "delayed", "escalated", "triaged", "to do", "todo",
        "work order created",
    ]
    private static let closedEnglish = [
        "closed", "close", "complete", "completed", "resolved", "fixed", "done", "finished", "solved",
        "settled", "finalized", "finalised", "concluded", "fulfilled", "repaired", "archived", "invalid",
        "rejected", "declined", "denied", "inactive", "no further action",
    ]

    private static let openFrench = [
        "ouvert", "ouverte", "actif", "active", "en attente", "en suspens", "inacheve", "inachevee",
        "incomplet", "incomplete", "irresolu", "irresolue", "rouvert", "rouverte", "reouvert", "reouverte",
        "reactive", "reactivee", "a faire", "a traiter", "a realiser", "a completer",
    ]
    private static let begunFrench = [
        "nouveau", "nouvelle", "recu", "recue", "enregistre", "enregistree", "soumis", "soumise", "accepte",
        "acceptee", "assigne", "assignee", "affecte", "affectee", "attribue", "attribuee", "planifie",
        "planifiee", "en cours", "en traitement", "pris en charge", "prise en charge",
    ]
    private static let closedFrench = [
        "termine", "terminee", "ferme", "fermee", "clos", "close", "cloture", "cloturee", "resolu", "resolue",
        "complete", "completee", "regle", "reglee", "traite", "traitee", "acheve", "achevee", "fini", "finie",
        "realise", "realisee", "execute", "executee", "repare", "reparee", "refuse", "refusee", "rejete",
        "rejetee",
    ]

    private static let openSpanish = [
        "abierto", "abierta", "pendiente", "pendientes", "activo", "activa", "en espera", "incompleto",
        "incompleta", "inconcluso", "inconclusa", "irresuelto", "irresuelta", "reabierto", "reabierta",
        "reactivado", "reactivada", "por resolver", "por atender", "por hacer", "por cerrar", "sin resolver",
        "sin atender", "sin cerrar", "sin terminar", "sin asignar", "por asignar",
    ]
    private static let begunSpanish = [
        "nuevo", "nueva", "recibido", "recibida", "registrado", "registrada", "asignado", "asignada",
        "aceptado", "aceptada", "iniciado", "iniciada", "programado", "programada", "en proceso", "en curso",
        "en tramite", "en ejecucion", "en atencion", "en revision",
    ]
    private static let closedSpanish = [
        "cerrado", "cerrada", "resuelto", "resuelta", "completado", "completada", "completo", "completa",
        "terminado", "terminada", "finalizado", "finalizada", "concluido", "concluida", "atendido",
        "atendida", "solucionado", "solucionada", "ejecutado", "ejecutada", "cumplido", "cumplida", "hecho",
        "rechazado", "rechazada",
    ]

    private static let openGerman = ["offen", "offene", "ausstehend", "wiedereroffnet", "wieder geoffnet"]
    private static let begunGerman = [
        "neu", "eingegangen", "gemeldet", "angenommen", "zugewiesen", "erfasst", "in bearbeitung",
        "in arbeit", "in prufung", "in klarung", "wartend", "zuruckgestellt", "geplant", "beauftragt",
    ]
    private static let closedGerman = [
        "erledigt", "abgeschlossen", "geschlossen", "behoben", "beendet", "gelost", "fertig", "abgelehnt",
    ]

    private static let openDutch = ["openstaand", "heropend", "openstaande"]
    private static let begunDutch = [
        "nieuw", "ingediend", "ontvangen", "gemeld", "geregistreerd", "toegewezen", "in behandeling",
        "in uitvoering", "in afwachting", "wachtend", "gepland", "ingepland",
    ]
    private static let closedDutch = [
        "gesloten", "afgehandeld", "afgerond", "afgesloten", "opgelost", "gereed", "voltooid", "afgewezen",
    ]

    private static let openItalian = [
        "aperto", "aperta", "riaperto", "riaperta", "sospeso", "sospesa", "in attesa", "pendente",
    ]
    private static let begunItalian = [
        "nuovo", "nuova", "ricevuto", "ricevuta", "registrato", "registrata", "assegnato", "assegnata",
        "in corso", "in lavorazione", "in carico", "preso in carico", "presa in carico", "pianificato",
        "pianificata",
    ]
    private static let closedItalian = [
        "chiuso", "chiusa", "risolto", "risolta", "completato", "completata", "concluso", "conclusa",
        "evaso", "evasa", "terminato", "terminata", "respinto", "respinta",
    ]

    private static let openPortuguese = [
        "aberto", "aberta", "em aberto", "aguardando", "reaberto", "reaberta", "pendentes",
    ]
    private static let begunPortuguese = [
        "novo", "nova", "recebido", "recebida", "registado", "registada", "em andamento", "em analise",
        "em atendimento", "em execucao", "em curso", "em tratamento", "encaminhado", "encaminhada",
        "agendado", "agendada", "atribuido", "atribuida",
    ]
    private static let closedPortuguese = [
        "fechado", "fechada", "concluido", "concluida", "resolvido", "resolvida", "encerrado", "encerrada",
        "executado", "executada", "arquivado", "arquivada", "indeferido", "indeferida",
    ]

    private static let ignoredWords = [
        "void", "voided", "cancelled", "canceled", "cancel", "cancelation", "cancellation", "test",
        "deleted", "withdrawn", "annule", "annulee", "supprime", "supprimee", "essai",
        "storniert", "zuruckgezogen", "geannuleerd", "ingetrokken", "annullato", "annullata",
        "anulado", "anulada", "cancelado", "cancelada", "eliminado", "eliminada", "prueba",
    ]
}
