import CQPDF
import Glibc

/// A dictionary, an array or another value of a PDF.
struct PDFObject {
    let document: PDFDocument
    private let object: qpdf_oh

    private var handle: qpdf_data { document.handle }

    init(_ document: PDFDocument, _ object: qpdf_oh) {
        self.document = document
        self.object = object
    }

    // MARK: Reading

    var isDictionary: Bool { qpdf_oh_is_dictionary(handle, object) != 0 }
    var isArray: Bool { qpdf_oh_is_array(handle, object) != 0 }
    var isNull: Bool { qpdf_oh_is_null(handle, object) != 0 }

    /// Whether a key has a name, such as `/Type` the name `/Page`. Costs no handle.
    func has(_ key: String, _ name: String) -> Bool {
        let value = qpdf_oh_get_key(handle, object, key)
        defer { qpdf_oh_release(handle, value) }
        return qpdf_oh_is_name_and_equals(handle, value, name) != 0
    }

    /// The number, 0 where it is none.
    var integer: Int {
        qpdf_oh_is_integer(handle, object) != 0 ? Int(qpdf_oh_get_int_value(handle, object)) : 0
    }

    /// The parts of an array; the value itself where it is none, nothing for null.
    var items: [PDFObject] {
        if isNull { return [] }
        guard isArray else { return [self] }
        return (0..<qpdf_oh_get_array_n_items(handle, object)).map {
            PDFObject(document, qpdf_oh_get_array_item(handle, object, $0))
        }
    }

    /// What a page draws, inflated and joined.
    func pageContent() throws(MapError) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        _ = qpdf_oh_get_page_content_data(handle, object, &start, &count)
        try document.check()
        guard let start else { return [] }
        defer { free(start) }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Lets qpdf forget the value, which may not be used any more.
    func release() { qpdf_oh_release(handle, object) }

    // MARK: Changing

    /// A dictionary's value; null where it has none.
    subscript(key: String) -> PDFObject {
        get { PDFObject(document, qpdf_oh_get_key(handle, object, key)) }
        nonmutating set { qpdf_oh_replace_key(handle, object, key, newValue.object) }
    }

    func append(_ item: PDFObject) { qpdf_oh_append_item(handle, object, item.object) }
}

extension PDFDocument {
    /// Returns a value as PDF writes it, such as `<< /Marked true >>`.
    func value(_ text: String) -> PDFObject { PDFObject(self, qpdf_oh_parse(handle, text)) }

    func text(_ text: String) -> PDFObject { PDFObject(self, qpdf_oh_new_unicode_string(handle, text)) }

    func array(_ items: [PDFObject]) -> PDFObject {
        let array = PDFObject(self, qpdf_oh_new_array(handle))
        for item in items { array.append(item) }
        return array
    }

    /// Returns a dictionary that others can refer to.
    func newDictionary(_ text: String) -> PDFObject {
        PDFObject(self, qpdf_make_indirect_object(handle, qpdf_oh_parse(handle, text)))
    }

    /// Returns a stream with bytes and further keys.
    func stream(_ bytes: [UInt8], keys: [String: String] = [:]) -> PDFObject {
        let stream = qpdf_oh_new_stream(handle)
        let null = qpdf_oh_new_null(handle)
        qpdf_oh_replace_stream_data(handle, stream, bytes, bytes.count, null, null)
        let dictionary = PDFObject(self, qpdf_oh_get_dict(handle, stream))
        for (key, text) in keys.sorted(by: { $0.key < $1.key }) { dictionary[key] = value(text) }
        return PDFObject(self, stream)
    }
}
