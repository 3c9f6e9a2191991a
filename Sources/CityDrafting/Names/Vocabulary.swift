import ServiceRequests

/// The words that systems and cities use in columns' names, in English, Spanish, Portuguese, French, German, Italian and Dutch,
/// and the commonest in Japanese, Czech, Polish and Turkish, in small letters without accents.
enum Vocabulary {
    static func meaning(of word: String) -> Meaning? { meanings[word] }

    /// Returns what a word says that means one thing in one language and another in others, by the words beside it: the `via` of
    /// `NOMBRE_VIA` is a street, that of `Received Via` none; the `policia` of `N.º de Polícia` is a house's number, that of
    /// `Distrito de Policía` is not; the `fine` of `Data fine` is an end, that of `Fine Amount` is none.
    static func meaning(of word: String, beside words: Set<String>) -> Meaning? {
        switch word {
        case "via": words.isDisjoint(with: streetCompanions) ? nil : .street
        case "policia", "exterior", "ext": words.isDisjoint(with: numberCompanions) ? nil : .house
        case "fine": words.isDisjoint(with: ["data", "ora"]) ? nil : .closed
        default: nil
        }
    }

    private static let numberCompanions: Set<String> = [
        "n", "no", "nr", "nro", "num", "number", "numero",
    ]

    private static let streetCompanions: Set<String> = [
        "nombre", "tipo", "num", "numero", "nome", "cod", "codigo", "clase", "denominazione", "civico",
    ]

    /// Whether a word may be cut out of a longer one: `srtype` is *sr* and *type*, but short words cut too much.
    static func maySplit(_ word: String) -> Bool { word.count >= 3 || shortWords.contains(word) }

    /// The words of which a misspelling is understood.
    static let all: Set<String> = Set(lists.flatMap { $1.split(separator: " ").map(String.init) })
    static let longest = meanings.keys.map(\.count).max() ?? 0

    private static let shortWords: Set<String> = [
        "sr", "dt", "id", "nr", "no", "cd", "nm", "st", "on", "by", "at",
    ]

    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        for (meaning, words) in lists {
            for word in words.split(separator: " ") { meanings[String(word)] = meaning }
        }
        // Short ones would be cut out of too many others.
        for owner in PlaceOwner.allCases {
            for word in owner.words where word.count >= 5 && meanings[word] == nil {
                meanings[word] = meaning(of: owner)
            }
        }
        return meanings
    }()

    private static func meaning(of owner: PlaceOwner) -> Meaning {
        switch owner {
        case .reporter, .owner: .person
        case .billing: .contact
        case .picture: .link
        }
    }

    private static let lists: [(Meaning, String)] = [
        (
            .request,
            """
            declaration fitxa meldingnummer intervention request requests req reqs sr srs case cases ticket tickets incident incidents complaint complaints report \
            reports enquiry inquiry call calls record records order orders srv csr solicitud solicitudes \
            chamado chamados ocorrencia demande requete signalement anliegen meldung meldungen vorgang hinweis reporte \
            reporto segnalazione segnalazioni richiesta richieste meldingen verzoek aanvraag pedido pedidos solicitacao avisos meld sak sag arende zgloszenie basvuru podnet zgloszenia henvendelse melding expediente peticion queja reclamo reclamacao protocolo dossier pqrs folio \
            aviso incidencia contacto
            """
        ),
        (.task, "workorder wo task tasks job tarea orden"),
        (
            .identifier,
            """
            id ids identifier key 番号 受付番号 管理番号 整理番号 nr no nbr num number ref reference guid uid uuid nid numero nummer kennung \
            aktenzeichen zaaknummer codigoid numer nummeret nro cislo ident identificador identifiant unique referenz codigounico
            """
        ),
        (
            .type,
            """
            rubriek art 種別 種類 分類 カテゴリ カテゴリー カテコリ カテコリー 内容分類 tipus type types typ category categories categoria categorie kategorie kategoria kategori cat class classification kind tipo tipus \
            tipologia soort categorieen kategorien categorias nature natureza rubrique typologie clasificacion classe rubrik catg
            """
        ),
        (
            .status,
            "toestand 状態 状況 対応状況 ステータス stan tilstand status stat statut estatus situacao situacion stato etat zustand disposition afhandelstatus bearbeitungsstatus stav durum"
        ),
        (.state, "state states estado stage bearbeitungsstand stand"),
        (.reason, "reason cause motivo raison grund causa"),
        (.problem, "problem prob issue issues problema probleme defect mangel anliegenart anomalia concepto"),
        (
            .service,
            "serv service services serv servicio servico dienst leistung prestation dienstleistung svc servizio servizi diensten prestacion servicos usluga"
        ),
        (.subject, "subject asunto assunto betreff objet oggetto sujet onderwerp"),
        (.title, "title titulo titel titre summary headline"),
        (.topic, "topic tema thema theme descriptor materia konu"),
        (
            .place,
            """
            address 住所 所在地 addr adress adresse direccion endereco anschrift indirizzo adres location loc site ubicacion domicilio \
            lieu lugar locatie luogo morada adressen adressa adresa standort emplacement localizacao localizacion place premise where luogo
            """
        ),
        (
            .street,
            "carrer street streets road strasse calle rue rua via voirie voie str vialidade thoroughfare logradouro avenue line straat voie vialidad straatnaam gata gate gade ulica vej strada arruamento avenida"
        ),
        (
            .house,
            "house haus bldg building civic hausnr hse stno hausnummer housenumber altura huis huisnummer huisnr civico hausziffer husnummer hsnr hnr hausnum portal numerocivico civique porta civ hausnummern huisnummers"
        ),
        (.direction, "direction dir predir predirection sufdir postdir prefix pre post quadrante"),
        (.streetName, "streetname stname strname nomrue stname"),
        (.suffix, "suffix sfx suf streettype sttype ststype"),
        (.unit, "unit apt apartment suite interior unite"),
        (
            .crossing,
            "intersection cross crossing between entre interseccion crossroads croisement kreuzung corner"
        ),
        (.block, "block blk manzana quadra"),
        (
            .latitude,
            "latitude 緯度 lat latitud breite breitengrad latitudine breedte breedtegraad breddegrad bredde szerokosc geobreite breitengrade latitudes"
        ),
        (
            .longitude,
            "longitude 経度 lon lng long longitud laenge langengrad lange longitudine lengte lengtegraad lengdegrad laengdegrad langd dlugosc geolaenge geolange"
        ),
        (.easting, "easting east eastings rechtswert este"),
        (.northing, "northing north northings hochwert norte"),
        (
            .position,
            "point geom geometry geocoded geolocation geolocalizacion geoloc geo shape wkt latlon latlng georeference coordinates coordenadas coordonnees koordinaten coords geopoint"
        ),
        (
            .coordinate,
            "x y xcoord ycoord coord coordinate coordinaat coordinaten koordinate koordinat coordonnee coordinata coordenada stateplane plane srx sry rx ry mapx mapy"
        ),
        (.channel, "channel canal canale kanal meldeweg eingangskanal intake"),
        (.source, "bron suport source medio herkunft quelle fuente fonte entrada"),
        (.origin, "origin origen origem provenance"),
        (.method, "method mode via mean means media medium"),
        (.device, "device interface platform app application"),
        (.zip, "zip zipcode postcode postalcode plz postleitzahl cep codepostal codigopostal cap"),
        (.postal, "postal post"),
        (
            .town,
            "city town municipality ciudad municipio ville commune stadt ort locality suburb cidade localidad gemeinde localite"
        ),
        (
            .area,
            """
            districte 区 地区 行政区 町名 barri quartiere quartieri stadsdeel buurt bydel dzielnica stadsdelen kommundel kreis ortsamt ward wards district districts dist zone zones zona zonas precinct precincts area areas region regions sector \
            sectors borough arrondissement quadrant quad quads beat route routes comuna distrito barrio bairro bezirk \
            stadtteil stadtbezirk quartier quartiers wijk ortsteil secteur territorialidade round rounds delegacion \
            alcaldia colonia subprefeitura circoscrizione ilce mahalle osiedle
            """
        ),
        (.neighbourhood, "neighborhood neighbourhood neighborhoods community communities"),
        (
            .department,
            """
            department departments dept agency agencies division divisions bureau office team group organization \
            organisation org owner queue responsible dependencia secretaria amt abteilung \
            organizacional unidade orgao assignment assigned assign assignee zustandigkeit departamento \
            dependance ouvidoria acronym
            """
        ),
        (
            .person,
            """
            submitter complainant author user caller reporter reporters requester requestor requestee creator editor inspector staff member \
            representative agent customer client by role usuario utilisateur melder reportee manager worker operator \
            mayor
            """
        ),
        (.contact, "phone email mail telephone telefon contact fax telefono"),
        (.citizen, "citizen resident constituent home ciudadano burger"),
        (
            .note,
            """
            sachverhalt detall note notes comment comments remark remarks details detail detalle observaciones comentarios bemerkung \
            commentaire commentaires body text narrative body message anmerkung beschreibungstext meldungstext memo \
            explanation justificativa observacoes nachricht
            """
        ),
        (
            .description,
            "description desc descr descripcion descricao beschreibung descrizione omschrijving descriptif libelle descrip"
        ),
        (.name, "name nm names nombre nom bezeichnung nome naam"),
        (.code, "codi code cd codes codigo cod kode"),
        (
            .sub,
            "unter sub sous sotto onder secondary second"
        ),
        (.parent, "parent parents master padre padrao vater ubergeordnet"),
        (.duplicate, "duplicate duplicates dup dupe duplicado doublon"),
        (
            .date,
            "date dates datetime dt dttm timestamp fecha fec data datum when dtm fch datetimestamp termin tarih tarihi"
        ),
        (.year, "year years yr yyyy jahr annee ano anno jaar rok yil 年"),
        (.month, "month months monat mois mes mese maand miesiac mesic 月"),
        (.day, "day dia jour tag giorno dag dzien 日"),
        (
            .time,
            "time 時刻 受付時刻 hour hora heure uhrzeit tm zeit tijd tijdstip ora orario tidspunkt klokkeslett godzina saat um"
        ),
        (.utc, "utc gmt"),
        (.local, "local"),
        (
            .opened,
            """
            aangemaakt created create creation opened open opening apertura abertura ouverture creacion criacao erstellt angelegt \
            erfasst alta inicio started start init initiated initiation added add entered entry erstellung erstelldatum \
            logged filed abierto geoffnet creato creata aperto aperta aberto datainizio aanvang creado creada cree creee criado criada aberta abierta ouvert ouverte depose deposee soumise aanmaak opprettet oprettet skapad apertura inserito inserimento debut angelegtam eroffnet ingreso
            """
        ),
        (
            .received,
            """
            raised 受付日 受付日時 受付 通報日 通報日時 lodged notified log submit ingediend received recd requested reported submitted submission registered registration recorded gemeldet eingang \
            eingegangen recepcion registro depot reception recibido recibida recu recue registrado registrada enregistree enregistrement meldedatum eingangsdatum \
            recebido signale saisie saisi parvenue ontvangen ricevuto ricevuta recebida ingekomen ontvangst segnalato melddatum podani prijeti captura
            """
        ),
        (
            .closed,
            """
            gesloten 完了日 完了日時 対応完了日 対応日 tancament out closed close closing closure completed complete completion compl comp res resolved resolution resolve solved \
            finished finish fixed ended end done cierre cerrado cerrada termino solucion conclusao fechamento cloture \
            fermeture resolu fin fim abgeschlossen erledigt geschlossen abschluss fertig erledigung finalizacao \
            finalizacion resuelto resuelta conclusion termine chiusura afgehandeld afhandel afhandeling afgerond gereed lukket afsluttet avslutad zamkniecia zakonczenia vyreseni uzavreni ukonceni sonuc cozum kapanis fechado behoben chiuso chiusa risolto risolta risoluzione encerramento encerrado resolvido resolucao sluiting gereedmelding opgelost \
            cloturee terminee resolue traitee cerrados concluido concluida encerrada resolvida fechada finalizado finalizada \
            solucionado solucionada afgesloten avsluttet \
            beendet beendigung ende behebung fertigstellung fertiggestellt schliessung gelost geloest abgearbeitet \
            resolucion terminado terminada terminacion fecho fechados encerrados resolvidos terminados concluidos \
            chiusi conclusione concluso conclusa evasione evaso evasa completata completato completamento ultimazione terminata terminato \
            clos close ferme fermee traite traites traitement acheve achevee achevement realise realisee realisation finalise finalisee \
            voltooid voltooiing einde eind afgedaan afdoening beeindigd oplossing sluit sluitdatum klaar afgehandelde \
            atencion parecer
            """
        ),
        (
            .due,
            """
            due target expected sla deadline promised estimated planned needed vencimiento compromiso prevista alvo \
            prazo echeance prevue fallig frist ziel soll estimada goal scheduled limite expiration expires zieldatum sched schd wunschtermin \
            anticipated commitment faellig falligkeit faelligkeit bearbeitungsfrist losungsfrist loesungsfrist zieltermin solltermin \
            solldatum plantermin geplant geplante geplanter geplantes plazo tope vence vencimento previsto previsao estimado programada \
            programado planificada planificado objetivo comprometida planejada planejado planeada planeado scadenza scade stimata stimato \
            programmata programmato pianificata pianificato obiettivo prevu butoir delai cible estimee planifiee programmee souhaitee \
            termijn streef streefdatum uiterlijk uiterlijke uiterste vervaldatum verwacht verwachte gepland geplande doeldatum fatale
            """
        ),
        (
            .updated,
            """
            updated update updates modified modification changed change edit edited activity actualizacion modifie \
            geandert maj aktualisiert atualizacao modificacion letzte aenderung anderung lastmodified refreshed
            """
        ),
        (.acknowledged, "confirmed acknowledged accepted sent dispatched dispatch approved acknowledgement"),
        (.visited, "inspection inspected investigation visit visited diagnosis diagnostico assessed served"),
        (.last, "last latest dernier derniere ultimo ultima recent"),
        (.first, "first primero premier initial"),
        (.original, "original originale originating"),
        (.computed, "computed calculated calc gis spatial derived auto automatic geographic"),
        (.old, "old previous former prior alt alte ancien anterior"),
        (.current, "current new actual present now"),
        (.flag, "flag is has indicator verified anonymous ind yes ontime"),
        (.count, "count total counter cnt"),
        (.duration, "elapsed minutes hours days duration age overdue"),
        (.within, "within"),
        (.link, "url link photo image media picture attachment file web website uri href"),
        (.row, "row rowid index idx fid oid"),
        (.object, "object objectid globalid global esri gid"),
        (.tax, "tax parcel lot account pin bbl apn"),
        (.property, "property asset mast hydranten hydrant pole premises tree pothole potholes"),
        (.priority, "priority prioridad prioritat priorite urgency severity"),
        (.project, "project template"),
        (
            .filler,
            """
            haupt hoofd ober macro main s the of to de del la el da do di du des der die das und and e for in on at a an custom field list txt cf u \
            c am en le les l d plus modify not dds lin c311 311 city311 value label std string work solution attached
            """
        ),
    ]
}
