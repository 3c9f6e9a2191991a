import Records

/// Makes a packet that cairo wrote fit for PDF/UA-1 (ISO 14289-1): says what it is, in which language, wraps all elements
/// in one document, gives figures a text and header cells a scope, and marks whatever is not read as an artifact.
///
/// Cairo 1.16 can say none of this itself.
struct AccessiblePDF {
    let title: String
    /// A language tag such as `en-US`.
    let language: String
    /// What stands for the figures, in their order.
    let figures: [String]
    /// What a link from the map says.
    let linkText: String

    /// Returns the bytes of the finished document.
    ///
    /// - Throws: ``MapError/document(_:)`` where the document is not of the kind that this knows: nothing untagged leaves.
    func bytes(of pdf: [UInt8]) throws(MapError) -> [UInt8] {
        let document = try PDFDocument(pdf)
        describe(document)
        try wrapElements(of: document)
        try describeElements(of: document)
        for page in document.pages() { try finish(page, of: document) }
        return try document.written()
    }

    private func describe(_ document: PDFDocument) {
        let root = document.root
        root["/Lang"] = document.text(language)
        root["/MarkInfo"] = document.value("<< /Marked true >>")
        root["/ViewerPreferences"] = document.value("<< /DisplayDocTitle true >>")
        root["/Metadata"] = document.stream(
            Array(metadata.utf8), keys: ["/Type": "/Metadata", "/Subtype": "/XML"])
    }

    /// The facts as XMP, with the claim of the standard.
    private var metadata: String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(XMLText.escaped(title))</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>\(XMLText.escaped(language))</rdf:li></rdf:Bag></dc:language>
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """
    }

    /// Puts one element between the root of the structure and all that cairo hung on it.
    private func wrapElements(of document: PDFDocument) throws(MapError) {
        let tree = document.root["/StructTreeRoot"]
        guard tree.isDictionary else { throw .document("it has no structure") }
        let kids = tree["/K"]
        let whole = document.newDictionary("<< /Type /StructElem /S /Document >>")
        whole["/P"] = tree
        whole["/K"] = kids
        for kid in kids.items where kid.isDictionary { kid["/P"] = whole }
        tree["/K"] = document.array([whole])
    }

    private func describeElements(of document: PDFDocument) throws(MapError) {
        var alternatives = figures[...]
        var missing = 0
        document.forEachDictionary { object in
            if object.has("/S", "/Figure") {
                if let text = alternatives.popFirst() {
                    object["/Alt"] = document.text(text)
                } else {
                    missing += 1
                }
            } else if object.has("/S", "/TH") {
                object["/A"] = document.value("<< /O /Table /Scope /Column >>")
            } else if object.has("/Subtype", "/CIDFontType2"), object["/CIDToGIDMap"].isNull {
                object["/CIDToGIDMap"] = document.value("/Identity")
            }
        }
        guard missing == 0, alternatives.isEmpty else {
            throw .document("it has not the \(figures.count) figures that were described")
        }
    }

    private func finish(_ page: PDFObject, of document: PDFDocument) throws(MapError) {
        page["/Tabs"] = document.value("/S")
        for annotation in page["/Annots"].items where annotation.has("/Subtype", "/Link") {
            // Links within the document have a place in place of an action.
            let action = annotation["/A"]
            let address = action.isDictionary ? action["/URI"] : nil
            annotation["/Contents"] = address.flatMap { $0.isNull ? nil : $0 } ?? document.text(linkText)
            // Annotations that are not printed are hidden from some readers.
            annotation["/F"] = document.value("4")
        }
        let content = try ArtifactMarking.marked(try page.pageContent())
        page["/Contents"] = document.stream(content)
    }
}
