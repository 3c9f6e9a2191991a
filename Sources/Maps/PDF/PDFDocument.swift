import CQPDF

/// A finished PDF that is changed in memory. Owns qpdf's handle; belongs to one thread.
final class PDFDocument {
    let handle: qpdf_data
    /// What is read: qpdf keeps no copy of it.
    private let bytes: UnsafeMutableBufferPointer<CChar>

    /// - Throws: ``MapError/document(_:)`` for bytes that are no PDF.
    init(_ bytes: [UInt8]) throws(MapError) {
        guard let handle = qpdf_init() else { throw .document("no memory") }
        self.handle = handle
        self.bytes = .allocate(capacity: bytes.count)
        _ = self.bytes.initialize(from: bytes.lazy.map(CChar.init(bitPattern:)))
        qpdf_silence_errors(handle)
        qpdf_set_suppress_warnings(handle, 1)
        _ = qpdf_read_memory(
            handle, "packet", self.bytes.baseAddress, UInt64(bytes.count), nil)
        try check()
    }

    deinit {
        var handle: qpdf_data? = handle
        qpdf_cleanup(&handle)
        bytes.deallocate()
    }

    /// Throws what qpdf has remembered as its failure, or as a fault that it would mend by guessing.
    func check() throws(MapError) {
        if qpdf_has_error(handle) != 0, let error = qpdf_get_error(handle) {
            throw .document(String(cString: qpdf_get_error_full_text(handle, error)))
        }
        if qpdf_more_warnings(handle) != 0, let warning = qpdf_next_warning(handle) {
            throw .document(String(cString: qpdf_get_error_full_text(handle, warning)))
        }
    }

    var root: PDFObject { PDFObject(self, qpdf_get_root(handle)) }

    /// The pages in order.
    func pages() -> [PDFObject] {
        (0..<max(0, Int(qpdf_get_num_pages(handle)))).map { PDFObject(self, qpdf_get_page_n(handle, $0)) }
    }

    /// Shows each dictionary that has a number of its own, in the order of the numbers, one at a time.
    func forEachDictionary(_ body: (PDFObject) -> Void) {
        let size = PDFObject(self, qpdf_get_trailer(handle))["/Size"].integer
        for number in 1..<max(1, size) {
            let object = PDFObject(self, qpdf_get_object_by_id(handle, Int32(number), 0))
            if object.isDictionary { body(object) }
            object.release()
        }
    }

    /// Returns the whole file; the same changes give the same bytes.
    func written() throws(MapError) -> [UInt8] {
        _ = qpdf_init_write_memory(handle)
        qpdf_set_deterministic_ID(handle, 1)
        _ = qpdf_write(handle)
        try check()
        guard let start = qpdf_get_buffer(handle) else { throw .document("nothing was written") }
        return Array(UnsafeBufferPointer(start: start, count: Int(qpdf_get_buffer_length(handle))))
    }
}
