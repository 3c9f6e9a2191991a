import Wording

/// Whose a place is that is not the request's own, by the words of its column's name: `Applicant Address`, `Ort des Meldenden`,
/// `Photo Lat`.
///
/// The words are in the languages in which columns are known, in small letters without accents. Whoever asks of an address, a town, a
/// ZIP code, a position or an area whether a column is the request's asks here.
package enum PlaceOwner: Sendable, CaseIterable {
    /// Who reports, applies or lives somewhere.
    case reporter
    /// Who owns or rents what is there.
    case owner
    /// Who gets letters and bills.
    case billing
    /// Where a photo was taken.
    case picture

    /// Returns whose place a column holds; `nil` where no word of its name says that it is another's.
    package init?(columnNamed name: String) {
        self.init(words: NameWords.pieces(name).map(NameWords.plain))
    }

    /// - Parameter words: The words of a name, in small letters without accents.
    package init?(words: some Sequence<String>) {
        guard let owner = words.lazy.compactMap({ Self.byWord[$0] }).first else { return nil }
        self = owner
    }

    /// The words for it.
    package var words: [String] { list.split { $0.isWhitespace }.map(String.init) }

    private static let byWord: [String: PlaceOwner] = allCases.reduce(into: [:]) { all, owner in
        for word in owner.words { all[word] = owner }
    }

    private var list: String {
        switch self {
        case .reporter:
            """
            caller callers reporter reporters customer customers client clients requester requesters requestor requestors requestee \
            complainant complainants submitter submitters applicant applicants petitioner petitioners claimant claimants \
            informant resident residents citizen citizens constituent constituents homeowner homeowners \
            your you my own residence lives \
            solicitante solicitantes peticionario peticionaria peticionarios denunciante denunciantes reclamante reclamantes \
            ciudadano ciudadana ciudadanos informante requirente promovente quejoso interesado residente residencia remitente vecino \
            requerente requerentes cidadao municipe morador comunicante manifestante interessado \
            demandeur demandeurs demandeuse plaignant plaignants plaignante declarant declarants requerant requerants usager usagers \
            citoyen citoyens citoyenne appelant signalant habitant domicile votre \
            melder melders meldender meldenden meldende burger burgers burgerin buerger buergers antragsteller antragstellers \
            antragstellerin hinweisgeber hinweisgebers anrufer anrufers absender absenders einwohner einwohners anwohner kunde kunden \
            wohnort wohnsitz wohnadresse wohnanschrift wohnhaft \
            segnalante segnalanti segnalatore richiedente richiedenti cittadino cittadini residenza dichiarante istante \
            aanvrager aanvragers indiener inwoner inwoners bewoner bewoners klager klant verzoeker \
            anmelder innmelder borger innbygger anmalare sokande bopael \
            oznamovatel oznamovatele zadatel zadatele obcan obcana bydliste \
            zglaszajacy zglaszajacego wnioskodawca wnioskodawcy mieszkaniec mieszkanca zamieszkania \
            basvuran sikayetci vatandas ikamet ikametgah \
            通報者 申請者 投稿者 依頼者 相談者
            """
        case .owner:
            """
            owner owners landlord landlords landowner landowners proprietor taxpayer taxpayers lessee tenant tenants \
            propietario propietaria propietarios titular proprietario proprietaria proprietaire proprietaires titulaire \
            eigentumer eigentumers eigentuemer eigentuemers vermieter intestatario eigenaar eigenaars ejer wlasciciel wlasciciela \
            vlastnik vlastnika
            """
        case .billing:
            """
            billing bill invoice invoicing payer payor payment mailing correspondence \
            facturacion correspondencia notificaciones faturamento cobranca fatura facturation facture correspondance \
            rechnung rechnungs rechnungsadresse korrespondenz zustelladresse zustellanschrift fatturazione fattura corrispondenza recapito \
            factuur facturatie facturering correspondentie fakturace fakturacja
            """
        case .picture:
            """
            photo photos foto fotos fotografia photograph image images imagen imagenes imagem picture pictures exif bild bilder \
            immagine immagini afbeelding afbeeldingen zdjecie zdjecia attachment
            """
        }
    }
}
