import Foundation

/// The Leaflet library as it is installed, made ready to stand inside one page.
package struct LeafletLibrary: Sendable {
    let script: String
    let style: String

    /// Where Debian's libjs-leaflet puts it.
    package static let usualFolder = "/usr/share/javascript/leaflet"

    /// Reads the library from the folder that WARDLINE_LEAFLET names, or from the usual one.
    package static func installed() throws(MapError) -> LeafletLibrary {
        try LeafletLibrary(folder: ProcessInfo.processInfo.environment["WARDLINE_LEAFLET"] ?? usualFolder)
    }

    /// Reads the script and the style from a folder, the style's images written into it.
    package init(folder: String = usualFolder) throws(MapError) {
        let source = try Self.text("leaflet.min.js", folder)
        script = Self.withoutSourceMap(source).replacing("</script", with: "<\\/script")
        style = try Self.withImages(Self.withoutSourceMap(try Self.text("leaflet.css", folder)), folder)
    }

    /// Leaflet's licence asks that its notice goes with each copy.
    static let notice = """
        /* Leaflet 1.7.1, https://leafletjs.com
           Copyright (c) 2010-2019 Vladimir Agafonkin; copyright (c) 2010-2011 CloudMade. All rights reserved.
           Redistribution and use in source and binary forms, with or without modification, are permitted provided that
           the following conditions are met: 1. Redistributions of source code must retain the above copyright notice,
           this list of conditions and the following disclaimer. 2. Redistributions in binary form must reproduce the
           above copyright notice, this list of conditions and the following disclaimer in the documentation and/or
           other materials provided with the distribution. THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND
           CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
           WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE
           COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
           CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF
           USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
           CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
           THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE. */
        """

    private static func data(_ file: String, _ folder: String) throws(MapError) -> Data {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
            throw .leafletMissing(folder: folder, file: file)
        }
        return data
    }

    private static func text(_ file: String, _ folder: String) throws(MapError) -> String {
        guard let text = String(validating: try data(file, folder), as: UTF8.self) else {
            throw .leafletMissing(folder: folder, file: file)
        }
        return text
    }

    /// Leaves out the line that would make a browser's tools look for another file.
    private static func withoutSourceMap(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("sourceMappingURL=") }.joined(separator: "\n")
    }

    private static func withImages(_ style: String, _ folder: String) throws(MapError) -> String {
        var result = style
        for image in ["layers.png", "layers-2x.png", "marker-icon.png"]
        where style.contains("url(images/\(image))") {
            let encoded = try data("images/\(image)", folder).base64EncodedString()
            result = result.replacing("url(images/\(image))", with: "url(data:image/png;base64,\(encoded))")
        }
        return result
    }
}
