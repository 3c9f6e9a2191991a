import CXLSXWriter

/// The owner of a workbook of libxlsxwriter. Rows are written from the top down and leave memory at once.
final class Workbook {
    typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
    typealias Format = UnsafeMutablePointer<lxw_format>

    private let path: String
    private var handle: UnsafeMutablePointer<lxw_workbook>?

    /// A day on which all workbooks say that they were made, so that the same records give the same bytes.
    private static let madeOn: time_t = 946_684_800

    /// Makes a workbook, has its sheets written, and closes it.
    static func write(
        to path: String, title: String, _ sheets: (Workbook) throws(OutputError) -> Void
    ) throws(OutputError) {
        let workbook = try Workbook(path: path, title: title)
        try sheets(workbook)
        try workbook.close()
    }

    private init(path: String, title: String) throws(OutputError) {
        self.path = path
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.use_zip64 = 0
        handle = workbook_new_opt(path, &options)
        guard handle != nil else { throw .cannotWrite(name: path, reason: "libxlsxwriter has no memory") }
        let code = title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = Self.madeOn
            return workbook_set_properties(handle, &properties)
        }
        try check(code)
    }

    /// What was not closed is not wanted: it is written all the same, since only that frees it.
    deinit { if let handle { workbook_close(handle) } }

    func addSheet(_ name: String) throws(OutputError) -> Sheet {
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw .cannotWrite(name: path, reason: "“\(name)” is no name for a sheet")
        }
        return sheet
    }

    func addFormat(_ setting: (Format) -> Void) throws(OutputError) -> Format {
        guard let format = workbook_add_format(handle) else {
            throw .cannotWrite(name: path, reason: "libxlsxwriter has no memory")
        }
        setting(format)
        return format
    }

    func check(_ code: lxw_error) throws(OutputError) {
        guard code.rawValue != 0 else { return }
        throw .cannotWrite(name: path, reason: String(cString: lxw_strerror(code)))
    }

    private func close() throws(OutputError) {
        let code = workbook_close(handle)
        handle = nil
        try check(code)
    }
}
